import Corpora
import Measures
import Text

/// What is said of needs and gives, in the same words everywhere.
enum EnablingWords {
  /// `1 of 2 known ways`; with those of the team: `2 of 2 known ways, 1 ◆ ours`.
  static func part(_ part: EnablingPartner.Part) -> String {
    let own =
      part.ours == 0
      ? "" : part.ours == part.count ? ", ◆ ours" : ", \(Format.count(part.ours)) ◆ ours"
    return Cell.words(part.count, of: part.of)
      + (part.of == 1 ? " known way" : " known ways") + own
  }

  /// ` (57 reports ●, ◆ ours)`: how many cite both, how sure it is that this stands out, and whether only the team says
  /// that the other gives or needs it; empty where there is nothing to say.
  static func reports(_ pair: Association, _ part: EnablingPartner.Part) -> String {
    let grade = pair.isFamily ? nil : pair.grade
    let sign = grade == .firm ? " ●" : grade == .possible ? " ○" : ""
    let told = [
      pair.together == 0 ? nil : Format.count(pair.together, "report") + sign,
      part.ours == part.count ? "◆ ours" : nil,
    ].compactMap(\.self)
    return told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
  }

  /// Of a fact on the page of all.
  static func anchor(_ fact: EnablingFact) -> String { FileName.slug(fact.name) }
}
