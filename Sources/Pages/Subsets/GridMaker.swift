import Attack
import Corpora
import Measures
import Text

/// Makes the maps of a subset: counts, percentages, observed against expected.
struct GridMaker {
  private let techniques: IndexedList<Technique, Technique>
  private let map: SiteMap
  private let findings: SubsetFindings
  /// What stands beside each legend.
  private let note: String?

  init(
    _ techniques: IndexedList<Technique, Technique>, _ map: SiteMap, _ findings: SubsetFindings,
    note: String? = nil
  ) {
    self.note = note
    self.techniques = techniques
    self.map = map
    self.findings = findings
  }

  var labels: [GridFigure.Label] { findings.shown.map(label) }

  func label(_ member: Index<Subset.Member>) -> GridFigure.Label {
    let technique = techniques[findings.subset.members[member].technique]
    return GridFigure.Label(
      id: technique.id.description,
      name: technique.name + (isWithSubs(member) ? " and subs" : ""))
  }

  /// Whether a member includes its sub-techniques.
  func isWithSubs(_ member: Index<Subset.Member>) -> Bool {
    findings.subset.members[member].techniques.count > 1
  }

  /// `T1003`, or `T1003 with subs`.
  private func id(_ member: Index<Subset.Member>) -> String {
    label(member).id + (isWithSubs(member) ? " with subs" : "")
  }

  var counts: GridFigure {
    let levels = ColourScale.Counts(most: most)
    return figure(
      "counts", "Counts: reports that cite both",
      "Reports that cite both techniques; the diagonal is each technique’s own number of reports.",
      Legend(title: "Reports with both", labels: levels.labels, scale: .sequential)
    ) { association in
      (Format.count(association.together), levels.level(association.together))
    }
  }

  var percentages: GridFigure {
    figure(
      "percentages", "Percentages: of the row’s reports, the share that cites the column",
      "Percent of the row’s reports that also cite the column; the diagonal is each technique’s own "
        + "number of reports.",
      Legend(
        title: "Percent of the row’s reports", labels: ColourScale.shareLabels, scale: .sequential)
    ) { association in
      SampleSize(base: association.base) == .words
        ? ("\(association.together)/\(association.base)", 1)
        : (Format.percent(association.share), ColourScale.share(association.share))
    }
  }

  var expected: GridFigure {
    figure(
      "expected", "Observed against expected",
      "How many times as often as expected one report cites both techniques; 1 "
        + "means as often as expected.",
      Legend(title: "Times the expected", labels: ColourScale.ratioLabels, scale: .diverging)
    ) { association in
      (
        Format.decimal(association.ratio.ratio, 1), ColourScale.ratio(association.ratio.ratio)
      )
    }
  }

  private var most: Int {
    let shown = findings.shown
    return shown.flatMap { row in
      shown.filter { $0 != row }.map { findings.pair(row, $0).together }
    }.max() ?? 0
  }

  private func figure(
    _ name: String, _ title: String, _ description: String, _ legend: Legend,
    _ word: (PairRatio) -> (text: String, level: Int)
  ) -> GridFigure {
    let shown = findings.shown
    var legend = legend
    legend.note = note
    return GridFigure(
      title: title, description: description + " The same numbers stand in the tables below.",
      legend: legend, labels: labels,
      cells: shown.map { row in shown.map { cell(row, $0, word) } },
      file: findings.subset.figure(name))
  }

  private func cell(
    _ row: Index<Subset.Member>, _ column: Index<Subset.Member>,
    _ word: (PairRatio) -> (text: String, level: Int)
  ) -> GridFigure.Cell {
    let total = findings.total(row)
    if row == column {
      let name = label(row)
      let all = Format.count(findings.reportCount, "report")
      return .own(
        Format.count(total), title: "\(name.id) \(name.name): \(Format.count(total)) of \(all)",
        path: techniques[findings.subset.members[row].technique].path)
    }
    guard total > 0, findings.total(column) > 0 else { return .unreported }
    let association = findings.pair(row, column)
    guard association.together > 0 else { return .zero }
    let (text, level) = word(association)
    return .value(
      text, level: level,
      title: "\(id(row)) and \(id(column)): "
        + "\(Format.count(association.together)) of \(Format.count(total, "report"))",
      path: evidencePath(row, column), SampleSize(base: total))
  }

  /// Where the reports of a pair are named.
  func evidencePath(
    _ row: Index<Subset.Member>, _ column: Index<Subset.Member>
  ) -> String {
    let members = findings.subset.members
    guard findings.subset.withSubs else {
      return map.evidencePath(members[row].technique, with: members[column].technique)
    }
    return findings.subset.allPath + "#" + anchor(row, column)
  }

  /// The address of a pair's row: both ids, the smaller first.
  func anchor(_ a: Index<Subset.Member>, _ b: Index<Subset.Member>) -> String {
    label(min(a, b)).id + "-" + label(max(a, b)).id
  }
}
