import Attack
import Corpora
import Measures
import Text

/// Every measure of one pair of this site, with the numbers in between, so that a reader can
/// do it again by hand.
struct WorkedPair: Sendable {
  private let techniques: IndexedList<Technique, Technique>
  private let corpus: CountedCorpus
  private let associations: Associations
  let technique: Index<Technique>
  let pair: Association

  init?(
    _ techniques: IndexedList<Technique, Technique>, _ corpus: CountedCorpus, _ findings: Findings
  ) {
    guard let example = findings.pairs.example else { return nil }
    self.techniques = techniques
    self.corpus = corpus
    associations = findings.associations
    technique = example.technique
    pair = example.association
  }

  /// The values for the template; all texts.
  struct Contents: Sendable {
    let first: String
    let second: String
    let base: String
    let others: String
    let together: String
    let reports: String
    let share: String
    let expectedShare: String
    let wilsonSums: String
    let low: String
    let high: String
    let expected: String
    let ratioSum: String
    let ratio: String
    let shape: String
    let root: String
    let lower: String
    let variance: String
    let deviations: String
    let pValue: String
    let tests: String
    let rank: String
    let qValue: String
    let lift: String
    let npmi: String
    let grade: String
  }

  var contents: Contents {
    let (both, base, reports) = (pair.together, pair.base, corpus.count)
    let others = associations.total(pair.partner)
    let location = PageLocation(PageKind.method.path)
    let shape = Double(both) + 5
    let variance = associations.expected.variance(technique, pair.partner)
    let root = 1 - 1 / (9 * shape) - 1.6448536269514722 / (3 * shape.squareRoot())
    return Contents(
      first: techniques[technique].link.markdown(at: location),
      second: techniques[pair.partner].link.markdown(at: location), base: Format.count(base),
      others: Format.count(others), together: Format.count(both), reports: Format.count(reports),
      share: Format.finePercent(pair.share), expectedShare: Format.finePercent(pair.expectedShare),
      wilsonSums: wilsonSums, low: Format.finePercent(pair.interval?.low ?? 0),
      high: Format.finePercent(pair.interval?.high ?? 1),
      expected: Format.decimal(pair.expected, 4),
      ratioSum: "(\(both) + 5) / (\(Format.decimal(pair.expected, 4)) + 5)",
      ratio: Format.decimal(pair.ratio.ratio, 4), shape: Format.decimal(shape, 0),
      root: Format.decimal(root, 5), lower: Format.decimal(pair.ratio.lower, 4),
      variance: Format.decimal(variance, 4),
      deviations: Format.decimal(
        variance > 0 ? (Double(both) - 0.5 - pair.expected) / variance.squareRoot() : 0, 1),
      pValue: Format.scientific(pair.pValue),
      tests: Format.count(associations.counts.pairCount),
      rank: Format.count(associations.rank(ofPValue: pair.pValue)),
      qValue: Format.scientific(pair.qValue),
      lift: Format.decimal(Lift(together: both, base, others, reports: reports)?.value ?? 0, 3),
      npmi: Format.decimal(
        NormalizedPMI(together: both, base, others, reports: reports)?.value ?? 0, 3),
      grade: pair.grade?.rawValue ?? "not graded, having fewer than three reports")
  }

  /// Wilson's centre and reach, in percent.
  private var wilsonSums: String {
    guard let interval = pair.interval else { return "" }
    let centre = (interval.low + interval.high) / 2
    let reach = (interval.high - interval.low) / 2
    return "\(Format.decimal(centre * 100, 2)) ± \(Format.decimal(reach * 100, 2))"
  }
}

extension WorkedPair {
  /// The expected count, length by length of the reports: each product summed gives E.
  var lengths: Table {
    let expected = associations.expected
    let model = expected.model
    let observed = observedByLength
    var rows = model.reports.degrees.enumerated().map { index, length in
      let a = expected.chance(of: technique, inSizeClass: index)
      let b = expected.chance(of: pair.partner, inSizeClass: index)
      let reports = model.reports.sizes[index]
      return [
        Format.count(length), Format.count(reports), Format.decimal(a, 5), Format.decimal(b, 5),
        Format.decimal(Double(reports) * a * b, 4), Format.count(observed[length] ?? 0),
      ]
    }
    rows.append([
      "all", Format.count(corpus.count), "", "", Format.decimal(pair.expected, 4),
      Format.count(pair.together),
    ])
    return Table(
      "By the length of the reports: the chance of each technique, and both", style: "numbers",
      columns: [
        "Techniques in a report", "Reports", "Chance of A", "Chance of B", "Both, expected",
        "Both, seen",
      ]
      .map { Table.Column($0, isNumeric: true) },
      rows: rows.map { Table.Row(nil, $0.map { .text($0) }) })
  }

  private var observedByLength: [Int: Int] {
    let rows = corpus.rows(citing: technique).filter {
      corpus.whole.techniquesOfReport[$0].contains(pair.partner)
    }
    return Dictionary(grouping: rows) { corpus.whole.techniquesOfReport[$0].count }
      .mapValues { corpus.whole.weight(of: $0) }
  }
}

extension WorkedPair.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("first", \.first),
    .text("second", \.second),
    .text("base", \.base),
    .text("others", \.others),
    .text("together", \.together),
    .text("reports", \.reports),
    .text("share", \.share),
    .text("expectedShare", \.expectedShare),
    .text("wilsonSums", \.wilsonSums),
    .text("low", \.low),
    .text("high", \.high),
    .text("expected", \.expected),
    .text("ratioSum", \.ratioSum),
    .text("ratio", \.ratio),
    .text("shape", \.shape),
    .text("root", \.root),
    .text("lower", \.lower),
    .text("variance", \.variance),
    .text("deviations", \.deviations),
    .text("pValue", \.pValue),
    .text("tests", \.tests),
    .text("rank", \.rank),
    .text("qValue", \.qValue),
    .text("lift", \.lift),
    .text("npmi", \.npmi),
    .text("grade", \.grade),
  ]
}
