import Attack
import Measures
import Text

/// Makes the pairs of a cluster: observed, expected, and how many times that is.
struct ClusterGrid {
  private let techniques: IndexedList<Technique, Technique>
  private let associations: Associations
  private let map: SiteMap
  private let entry: ClusterCatalogue.Entry
  /// What stands beside the legend.
  private let note: String?

  init(
    _ techniques: IndexedList<Technique, Technique>, _ associations: Associations, _ map: SiteMap,
    _ entry: ClusterCatalogue.Entry, note: String? = nil
  ) {
    self.note = note
    self.techniques = techniques
    self.associations = associations
    self.map = map
    self.entry = entry
  }

  var figure: TriangleFigure {
    TriangleFigure(
      title: "\(entry.title): observed against expected",
      description: "Each two members of the cluster: how many reports cite both, above how many "
        + "are expected; the darker the orange, the more times the expected. On the "
        + "diagonal, outlined: the reports of the technique itself.",
      legend: Legend(
        title: "Times the expected, (observed + 5) / (expected + 5)",
        labels: ColourScale.ratioLabels,
        scale: .diverging, note: note),
      labels: entry.order.enumerated().map { index, technique in
        let own = techniques[technique]
        return GridFigure.Label(id: "\(index + 1)\u{A0} \(own.id)", name: own.name)
      },
      rows: entry.order.enumerated().map { index, technique in
        entry.order[..<index].map { cell(technique, $0) } + [own(technique)]
      }, file: entry.figure)
  }

  private func own(_ technique: Index<Technique>) -> TriangleFigure.Cell {
    let total = associations.total(technique)
    let own = techniques[technique]
    return TriangleFigure.Cell(
      number: Format.count(total), note: total == 1 ? "report" : "reports", level: nil,
      title: "\(own.name): \(Format.count(total)) of "
        + Format.count(associations.counts.reportCount, "report"), path: own.path)
  }

  private func cell(_ row: Index<Technique>, _ column: Index<Technique>) -> TriangleFigure.Cell {
    let pair = associations[row, column]
    let names = [row, column].map { techniques[$0].name }
    return TriangleFigure.Cell(
      number: Format.count(pair.together), note: Format.decimal(pair.expected, 1) + " exp.",
      level: ColourScale.ratio(pair.ratio.ratio),
      title: "\(names[0]) and \(names[1]): \(Format.count(pair.together, "report")), "
        + "\(Format.decimal(pair.expected, 1)) expected",
      path: pair.together == 0 ? nil : map.evidencePath(row, with: column))
  }
}
