import Text
import Attack
import Corpora
import Measures
import Pages
import Records

extension InferenceAnswer {
  /// The answer for people, in lines of at most `width` columns.
  func text(width: Int) -> String {
    let name = { (technique: InferenceModel.KnownTechnique) in "\(technique.id) \(technique.name)" }
    let names = evidence.map(name).joined(separator: ", ")
    let left = absent.isEmpty ? "" : absentWords(name).wrapped(width)
    let marking = tlp.map { "\($0.title)\n" } ?? ""
    let head = marking + "Seen: \(names)\n\(left)\(base).\n\n"
    let sentences = lookout { $0 }.joined(separator: ". ")
    let look =
      sentences.isEmpty
      ? "" : "Where to look first: \(sentences).\n".wrapped(width)
    return head + titles(width) + candidates.enumerated().map { row($0 + 1, $1, width) }.joined()
      + "\n" + chains(width) + look + Self.note.wrapped(width)
  }

  /// How it may have begun and ended; empty where nothing is known of it.
  private func chains(_ width: Int) -> String {
    guard let intrusion, !intrusion.isEmpty else { return "" }
    let told = intrusion.told.isEmpty ? "" : intrusion.told.wrapped(width)
    let lines = intrusion.chains.map { chain in
      let ids = chain.techniques.map(\.id.description).joined(separator: " → ")
      return "  \(ids)\n" + chain.steps.map { $0.words.wrapped(width - 6).indented(6) }.joined()
    }
    let head = "How it may have begun and ended, the best supported chains first:\n"
    return told + (lines.isEmpty ? "" : head + lines.joined()) + "\n"
  }

  private static let note =
    "The chance is calibrated, and its range is right about 9 times in 10. Usual: the chance before "
    + "anything was seen; times: how many times that the chance is. With all: reports that cite it "
    + "and all that was seen. Below each technique: where to see it on the platforms of what was seen, and "
    + "the reports with the most say, with their points of the chance before calibration."

  /// The right half of a line: chance, range, usual, times, reports.
  private static let numbersWidth = 45

  private func titles(_ width: Int) -> String {
    "  #  technique".padded(width - Self.numbersWidth)
      + "chance".leading(7) + "range".leading(9) + "usual".leading(8) + "times".leading(8)
      + "with all".leading(13) + "\n"
  }

  private func row(_ rank: Int, _ candidate: Candidate, _ width: Int) -> String {
    let name = "\(candidate.technique.id) \(candidate.technique.name)"
    let range =
      "\(Format.decimal(candidate.low * 100, 0))–\(Format.decimal(candidate.high * 100, 0))"
    let line =
      String(rank).leading(3) + "  "
      + name.cut(width - Self.numbersWidth - 6).padded(width - Self.numbersWidth - 5)
      + "\(Format.percent(candidate.probability)) %".leading(7) + range.leading(9)
      + "\(Format.percent(candidate.usual)) %".leading(8)
      + "\(Format.decimal(candidate.times, 1))×".leading(8)
      + "\(candidate.together) of \(reportsWithAll)".leading(13) + "\n"
    let unseen = !held.isTold || !visible.places[rank - 1].isEmpty ? "" : "not visible: "
    let see = "      see  \((unseen + place(rank - 1)).cut(width - 11))\n"
    let covered = candidate.coverage.map { "           \($0.words)\n" } ?? ""
    let part =
      candidate.placed.map {
        "           \("\(candidate.placeWords): \($0)".cut(width - 11))\n"
      } ?? ""
    return line + part + see + covered
      + candidate.reports.prefix(2).map { evidence($0.report, $0.share, width) }.joined()
  }

  private func evidence(_ report: InferenceModel.KnownReport, _ share: Double, _ width: Int)
    -> String
  {
    let points = Format.decimal(share * 100, 1)
    let origin = report.origin.map { " (\($0))" } ?? ""
    let date = report.published.map { "\($0), " } ?? ""
    return "     \(points.leading(4))  \((date + report.title + origin).cut(width - 11))\n"
  }
}

extension InferenceAnswer.Candidate {
  fileprivate var placeWords: String {
    part?.place == .before ? "may have come before" : "may come next"
  }
}
