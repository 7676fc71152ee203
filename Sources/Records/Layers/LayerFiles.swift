package import Attack
package import Corpora
package import Measures
import Pages
import Text

/// The layers of the site: what a page's matrix shows, for the ATT&CK Navigator.
package struct LayerFiles: Sendable {
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let associations: Associations
  /// Of each domain, ascending.
  private let techniques: [Domain: [Index<Technique>]]
  /// The strictest marking of all reports that count.
  private let marking: String?

  /// - Parameters:
  ///   - knowledge: whose objects have layers.
  ///   - corpus: whose reports have them.
  ///   - associations: of the reports that count.
  package init(_ knowledge: Knowledge, _ corpus: CountedCorpus, _ associations: Associations) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.associations = associations
    marking = corpus.whole.marking(of: corpus.rows)
    techniques = knowledge.techniques.indexed().reduce(into: [:]) { techniques, own in
      for domain in own.1.domains { techniques[domain, default: []].append(own.0) }
    }
  }

  /// The layers of an object by its ATT&CK id, of a retired one its successor's, or of a report by its
  /// page's name: one for each domain; none of what is not there.
  package func layers(of written: String) -> [[UInt8]] {
    let id = knowledge.retired.first { $0.id == written.uppercased() }?.successor?.id ?? written
    let isIt = { (own: String) in own == id || own == id.uppercased() }
    if let index = knowledge.techniques.firstIndex(where: { isIt($0.id.description) }) {
      return links(toTechnique: index).layers.map { technique(index, $0.domain) }
    }
    if let index = knowledge.actors.firstIndex(where: { isIt($0.id.description) }) {
      return links(to: index).layers.map { actor(index, $0.domain) }
    }
    guard let index = corpus.whole.named.first(where: { corpus.report($0).id == id }) else {
      return []
    }
    return links(to: index).layers.map { report(index, $0.domain) }
  }

  /// Where the layers of a technique are.
  func links(toTechnique index: Index<Technique>) -> LayerLinks {
    let own = knowledge.techniques[index]
    return LayerLinks(own.id.description, own.domains)
  }

  /// Where the layers of an actor are.
  func links(to actor: Index<Actor>) -> LayerLinks {
    let counts = ActorCitations(corpus.whole, corpus.selection, of: actor).counts
    let own = knowledge.actors[actor]
    return LayerLinks(
      own.id.description, counts.keys, knowledge, else: own.domains.first)
  }

  /// Where the layers of a report are.
  func links(to report: Index<Report>) -> LayerLinks {
    LayerLinks(corpus.report(report).id, corpus.whole.techniquesOfReport[report], knowledge)
  }

  /// Where the layers of all techniques are.
  var links: LayerLinks { LayerLinks("all", knowledge.techniques.indices, knowledge) }

  /// How often each technique is reported with one; those never seen with it are hidden.
  ///
  /// If no report cites the technique, none is scored and none hidden.
  func technique(_ index: Index<Technique>, _ domain: Domain) -> [UInt8] {
    let technique = knowledge.techniques[index]
    let total = associations.total(index)
    let marking = corpus.whole.marking(of: corpus.rows(citing: index))
    return NavigatorLayer(
      name: "Reported with \(technique.id) \(technique.name)",
      description: total == 0
        ? "No report cites \(technique.id), so no technique has a score. \(credit(marking))"
        : "Percent of the \(total) reports citing \(technique.id) that also cite each technique; "
          + "never reported together: hidden. \(credit(marking))",
      domain: domain, version: version(of: domain),
      entries: total == 0 ? [] : partners(of: index, in: domain), most: 100,
      legend: "percent of \(total) reports"
    ).bytes
  }

  /// The techniques of a group, a piece of software or a campaign, by its reports.
  func actor(_ index: Index<Actor>, _ domain: Domain) -> [UInt8] {
    let actor = knowledge.actors[index]
    let citations = ActorCitations(corpus.whole, corpus.selection, of: index)
    let (counts, reports) = (citations.counts, citations.reports.count)
    return NavigatorLayer(
      name: actor.title,
      description: "Percent of the \(reports) reports of \(actor.name) that name each technique. "
        + credit(marking),
      domain: domain, version: version(of: domain),
      entries: mostReported(techniques(of: domain).filter { counts[$0] != nil }) { counts[$0] ?? 0 }
        .map { technique, count in
          scored(
            technique, count == 0 ? nil : NavigatorLayer.percent(Double(count) / Double(reports)),
            count == 0 ? .withoutReport : .count(count, of: reports))
        }, most: 100, legend: "percent of \(reports) reports"
    ).bytes
  }

  /// The techniques that a report is cited for.
  func report(_ index: Index<Report>, _ domain: Domain) -> [UInt8] {
    let report = corpus.report(index)
    let cited = Set(corpus.whole.techniquesOfReport[index])
    return NavigatorLayer(
      name: report.title,
      description:
        "The techniques that the report is cited for. \(credit(corpus.whole.marking(of: [index])))",
      domain: domain, version: version(of: domain),
      entries: techniques(of: domain).filter(cited.contains).map { scored($0, 100, nil) },
      most: 100, legend: "cited"
    ).bytes
  }

  /// All techniques of a domain, by the number of reports.
  func all(_ domain: Domain) -> [UInt8] {
    let reports = corpus.count
    let most = techniques(of: domain).map { associations.total($0) }.max() ?? 0
    return NavigatorLayer(
      name: "Reports by technique",
      description: "How many of \(reports) reports cite each technique, as a percentage of the "
        + "largest number, \(most). \(credit(marking))",
      domain: domain, version: version(of: domain),
      entries: mostReported(techniques(of: domain), by: associations.total).map {
        technique, total in
        guard total > 0 else { return hidden(technique) }
        return scored(
          technique, NavigatorLayer.percent(Double(total) / Double(most)),
          .count(total, of: reports))
      }, most: 100, legend: "percent of the largest number"
    ).bytes
  }
}

extension LayerFiles {
  /// What is reported with a technique, and itself; all others are hidden.
  private func partners(of index: Index<Technique>, in domain: Domain) -> [NavigatorLayer.Entry] {
    let total = associations.total(index)
    return mostReported(techniques(of: domain)) {
      $0 == index ? total : associations.counts.together(index, $0)
    }.map { other, together in
      guard together > 0 else { return hidden(other) }
      if other == index { return scored(other, 100, .count(total, of: total)) }
      let pair = associations[index, other]
      return scored(
        other, NavigatorLayer.percent(pair.share),
        .pair(together, of: total, lower: pair.ratio.lower))
    }
  }

  /// Whose data it is, and how far it may be passed on.
  private func credit(_ marking: String?) -> String {
    NavigatorLayer.credit + (marking.map { " \($0)." } ?? "")
  }

  private func techniques(of domain: Domain) -> [Index<Technique>] {
    techniques[domain] ?? []
  }

  /// Techniques with their counts, the largest first; those of one count by id.
  private func mostReported(
    _ techniques: [Index<Technique>], by count: (Index<Technique>) -> Int
  ) -> [(technique: Index<Technique>, count: Int)] {
    techniques.map { (technique: $0, count: count($0)) }
      .sorted { ($1.count, $0.technique) < ($0.count, $1.technique) }
  }

  private func version(of domain: Domain) -> String? {
    knowledge.releases.last { $0.domain == domain }?.major
  }

  private func hidden(_ technique: Index<Technique>) -> NavigatorLayer.Entry {
    NavigatorLayer.Entry(id: knowledge.techniques[technique].id, isHidden: true)
  }

  private func scored(
    _ technique: Index<Technique>, _ score: Int?, _ value: NavigatorLayer.Value?
  ) -> NavigatorLayer.Entry {
    NavigatorLayer.Entry(
      id: knowledge.techniques[technique].id, score: score, value: value,
      showsSubs: knowledge.subsOfTechnique[technique].contains { associations.total($0) > 0 })
  }
}
