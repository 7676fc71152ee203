import Attack
import Corpora
import Measures
import Text

/// Lays out all techniques by tactic, the most reported first.
struct MosaicMaker: Sendable {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  var mosaic: Mosaic {
    let reports = Format.count(ledger.counted.count)
    return Mosaic(
      legend: Legend(
        title: "Reports that cite it, of \(reports)", labels: ColourScale.totalLabels,
        scale: .sequential, note: "Empty square: in no report"),
      tactics: ledger.knowledge.tactics.indices.filter { !ledger.techniquesOfTactic[$0].isEmpty }
        .map(tactic))
  }

  private func tactic(_ index: Int) -> Mosaic.Tactic {
    let tactic = ledger.knowledge.tactics[index]
    let techniques = ledger.techniquesOfTactic[index].sorted {
      (ledger.total($1), $0) < (ledger.total($0), $1)
    }
    let reported = techniques.count { ledger.total($0) > 0 }
    let domain = ledger.knowledge.domains.count > 1 ? ", \(tactic.domain.title)" : ""
    return Mosaic.Tactic(
      name: tactic.name, path: tactic.path,
      subtitle: "\(reported) of \(techniques.count) reported\(domain)",
      first: techniques.prefix(3).filter { ledger.total($0) > 0 }.map {
        let technique = ledger.knowledge.techniques[$0]
        return (Link(technique.name, to: technique.path), ledger.total($0))
      },
      levels: techniques.map { ColourScale.total(ledger.total($0)) })
  }
}
