import Attack
import Measures
import Text

/// Lays out all techniques by tactic, the most reported first.
struct MosaicMaker: Sendable {
  private let knowledge: Knowledge
  private let associations: Associations
  /// What stands beside the legend too.
  private let note: String?

  init(_ knowledge: Knowledge, _ associations: Associations, note: String?) {
    self.note = note
    self.knowledge = knowledge
    self.associations = associations
  }

  var mosaic: Mosaic {
    let reports = Format.count(associations.counts.reportCount)
    return Mosaic(
      legend: Legend(
        title: "Reports that cite it, of \(reports)", labels: ColourScale.totalLabels,
        scale: .sequential, note: "Empty square: in no report" + (note.map { ". " + $0 } ?? "")),
      tactics: knowledge.tactics.indices.filter { !knowledge.techniquesOfTactic[$0].isEmpty }
        .map(tactic))
  }

  private func tactic(_ index: Index<Tactic>) -> Mosaic.Tactic {
    let tactic = knowledge.tactics[index]
    let techniques = associations.counts.mostReportedFirst(knowledge.techniquesOfTactic[index])
    let reported = techniques.count { associations.total($0) > 0 }
    let domain = knowledge.domains.count > 1 ? ", \(tactic.domain.title)" : ""
    return Mosaic.Tactic(
      name: tactic.name, path: tactic.path,
      subtitle: "\(reported) of \(techniques.count) reported\(domain)",
      first: techniques.prefix(3).filter { associations.total($0) > 0 }.map {
        (knowledge.techniques[$0].nameLink, associations.total($0))
      },
      levels: techniques.map { ColourScale.total(associations.total($0)) })
  }
}
