import Attack
import Corpora
import Measures
import Pages
import Text

/// Layers of several objects at once.
extension LayerFiles {
  /// The layer of some objects, each once: of techniques, what is reported with all of them; of others,
  /// how many of them have each technique.
  ///
  /// - Returns: `nil` for techniques together with others.
  package func layer(of objects: [LayerObject]) -> [UInt8]? {
    let objects = objects.distinct
    if objects.count == 1 { return objects.first.map(layer) }
    let techniques = objects.compactMap {
      if case .technique(let index) = $0 { index } else { nil }
    }
    if techniques.count == objects.count { return reported(withAll: techniques) }
    return techniques.isEmpty ? shared(by: objects) : nil
  }

  private func layer(of object: LayerObject) -> [UInt8] {
    switch object {
    case .technique(let index): technique(index)
    case .actor(let index): actor(index)
    case .report(let index): report(index)
    }
  }

  private func reported(withAll techniques: [Index<Technique>]) -> [UInt8] {
    let reports = corpus.reports.filter { report in
      Set(corpus.whole.techniquesOfReport[report]).isSuperset(of: techniques)
    }
    let names = Format.list(techniques.map { knowledge.techniques[$0].id.description })
    return layer(
      "Reported with \(names)",
      "Percent of the \(Format.count(reports.count, "report")) citing all of \(names) that also cite "
        + "each technique.", reports.map { corpus.whole.techniquesOfReport[$0] },
      legend: "percent of \(Format.count(reports.count, "report"))")
  }

  private func shared(by objects: [LayerObject]) -> [UInt8] {
    let names = objects.map(title)
    return layer(
      "Shared by " + Format.list(names),
      "Percent of these \(objects.count) that have each technique.", objects.map(techniques),
      legend: "percent of \(objects.count)")
  }

  private func title(of object: LayerObject) -> String {
    switch object {
    case .technique(let index): knowledge.techniques[index].id.description
    case .actor(let index): knowledge.actors[index].title
    case .report(let index): corpus.report(index).title
    }
  }

  private func techniques(of object: LayerObject) -> [Index<Technique>] {
    switch object {
    case .technique(let index): [index]
    case .actor(let index):
      Array(ActorCitations(corpus.whole, corpus.selection, of: index).counts.keys)
    case .report(let index): corpus.whole.techniquesOfReport[index]
    }
  }

  /// How many of some lists have each technique, in percent.
  private func layer(
    _ name: String, _ description: String, _ lists: [[Index<Technique>]], legend: String
  ) -> [UInt8] {
    var counts: [Index<Technique>: Int] = [:]
    for technique in lists.joined() { counts[technique, default: 0] += 1 }
    let domain = domain(of: Array(counts.keys)) ?? knowledge.domains.first ?? .enterprise
    return NavigatorLayer(
      name: name, description: "\(description) \(credit)", domain: domain,
      version: version(of: domain),
      entries: mostReported(techniques(of: domain).filter { counts[$0] != nil }) { counts[$0] ?? 0 }
        .map { technique, count in
          scored(
            technique, NavigatorLayer.percent(Double(count) / Double(lists.count)),
            .count(count, of: lists.count))
        }, most: 100, legend: legend
    ).bytes
  }
}
