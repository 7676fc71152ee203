import Measures
import Text

/// How far order, needs and gives, and the counts of reports agree, on the method page.
struct AgreementSection {
  private let agreement: OrderAgreement

  init(_ agreement: OrderAgreement) { self.agreement = agreement }

  /// The values for this part of `Templates/method.md`.
  struct Contents: Sendable {
    let rows: [Row]
    let shared: [String]
  }

  /// One kind of pairs, each number beside what it would be by chance.
  struct Row: Sendable {
    let pairs: String
    let judged: String
    let firm: String
    let standing: String
    let above: String
  }

  var contents: Contents {
    let kinds = [
      ("drawn by analysts", agreement.drawn), ("run in this order", agreement.run),
      ("one gives what the other needs", agreement.enabling),
    ]
    return Contents(
      rows: kinds.filter { $1.firm.of > 0 }.map(row),
      shared: [
        Self.words(agreement.drawnAndRun, "run in this order too"),
        Self.words(agreement.drawnAndEnabling, "of one that gives what the next needs"),
      ].compactMap(\.self))
  }

  private func row(_ name: String, _ pairs: PairAgreement) -> Row {
    Row(
      pairs: name, judged: Format.count(pairs.firm.of), firm: Self.words(pairs.firm),
      standing: Self.words(pairs.standingOut), above: Self.words(pairs.aboveExpected))
  }

  /// `120, 27 % (23–31); by chance 80 (65–95)`.
  private static func words(_ share: PairAgreement.Share) -> String {
    let part = Format.finePercent(Double(share.count) / Double(max(share.of, 1)))
    let interval = share.interval.map {
      " (\(Format.decimal($0.low * 100, 0))–\(Format.decimal($0.high * 100, 0)))"
    }
    let chance = share.chance.map {
      "; by chance \(Format.decimal($0.mean, 1)) (\($0.range.lowerBound)–\($0.range.upperBound))"
    }
    return "**\(Format.count(share.count))**, \(part) %\(interval ?? "")\(chance ?? "")"
  }

  /// `nil` where there are no such pairs.
  private static func words(_ shared: OrderAgreement.SharedPairs, _ what: String) -> String? {
    guard shared.of > 0, shared.same + shared.reversed > 0 else { return nil }
    let pairs = Format.count(shared.of, "drawn pair")
    return
      "Of \(pairs), \(Format.count(shared.same)) \(shared.same == 1 ? "is" : "are") \(what), and "
      + "\(Format.count(shared.reversed)) in reverse."
  }
}

extension AgreementSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .items("rows", \.rows),
    .texts("shared", \.shared),
  ]
}

extension AgreementSection.Row: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("pairs", \.pairs),
    .text("judged", \.judged),
    .text("firm", \.firm),
    .text("standing", \.standing),
    .text("above", \.above),
  ]
}
