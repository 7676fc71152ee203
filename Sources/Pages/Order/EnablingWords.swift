import Corpora
import Measures
import Text

/// What is said of needs and gives, in the same words everywhere.
enum EnablingWords {
  /// `1 of 2 procedures`; with those of the team: `2 of 2 procedures, 1 ◆ ours`.
  static func part(_ part: EnablingPartner.Part) -> String {
    "\(of(part)) \(part.of == 1 ? "procedure" : "procedures")"
  }

  /// `1 of 2`.
  static func of(_ part: EnablingPartner.Part) -> String {
    Cell.words(part.count, of: part.of)
      + (part.ours == 0
        ? "" : part.ours == part.count ? ", ◆ ours" : ", \(Format.count(part.ours)) ◆ ours")
  }

  /// `; 57 reports cite both, firm`; empty without any.
  static func reports(_ pair: Association) -> String {
    guard pair.together > 0 else { return "" }
    let grade = pair.isFamily ? nil : pair.grade
    let sign = grade == .firm ? " ●" : grade == .possible ? " ○" : ""
    return "; \(Format.count(pair.together, "report"))\(sign)"
  }

  /// Of a fact on the page of all.
  static func anchor(_ fact: EnablingFact) -> String { FileName.slug(fact.name) }
}
