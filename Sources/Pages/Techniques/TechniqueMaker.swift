import Attack
import Corpora
import Measures
import Text

/// Makes the page of one technique, in the order of its reader's questions.
struct TechniqueMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let findings: Findings
  let clusters: ClusterCatalogue
  let map: SiteMap
  /// Of the flows, plans and logs; `nil` where nobody says anything of an order.
  let orderLinks: OrderLinks?
  let index: Index<Technique>

  /// The values for `Templates/technique.md`.
  struct Contents: Sendable {
    let id: String
    let name: String
    let reports: String
    let all: String
    let share: String
    /// Whose the reports are, where not all are ATT&CK's.
    let origins: String?
    let rank: String?
    let cited: String
    let facts: [Fact]
    let description: Description?
    /// Any report at all.
    let isCited: Bool
    /// Fewer than five reports: words only.
    let isThin: Bool
    let ranking: RankingSection.Contents?
    let lookout: DetectionSection.Contents?
    /// Whether ATT&CK says how the technique itself shows, and whether it names where.
    let isShown: Bool
    let hasTraces: Bool
    /// How ATT&CK would detect it.
    let strategies: String?
    let mitigations: String?
    let order: OrderSection.Contents?
    let purpose: NeedsSection.Contents?
    let matrix: PartnerSection.MatrixNote?
    let table: PartnerSection.TableNote?
    let cluster: ClusterNote?
    let newest: NewestSection.Note?
    let groups: TechniqueUsers.Names?
    let software: TechniqueUsers.Names?
    let campaigns: TechniqueUsers.Names?
    let hasUsers: Bool
    let bases: BasesSection.Contents?
    let allPath: String?
    let layers: String
    let csv: String
    let figure: String?
  }

  func page() -> Page {
    let partners = PartnerSection(knowledge, corpus, findings, map, of: index)
    let ranking = RankingSection(knowledge, corpus, findings, map, of: index)
    let newest = NewestSection(
      knowledge, corpus, map, of: index, ten: ranking.ownPartners)
    let detections = DetectionSection(
      knowledge, of: index, suggesting: ranking.partners)
    let order = orderLinks.flatMap { OrderSection(findings, knowledge, map, $0, of: index) }
    let needs = NeedsSection(findings, knowledge, of: index)
    var exhibits = detections.exhibits
    exhibits["next"] = ranking.exhibit(detections)
    exhibits.merge(partners.exhibits) { $1 }
    exhibits.merge(newest.exhibits) { $1 }
    exhibits.merge(order?.exhibits ?? [:]) { $1 }
    var page = Page(
      kind: .technique, path: technique.path, template: "technique",
      title: "\(technique.id) \(technique.name)",
      summary: "Which techniques are reported with \(knowledge.fullName(index)), "
        + "in \(Format.count(total, "report"))",
      trail: trail, previous: neighbour(-1), next: neighbour(1),
      contents: contents(partners, ranking.contents, newest, detections, order, needs),
      exhibits: exhibits,
      scripts: ["partners.js"], lateScripts: FigureScripts.code,
      dataScripts: FigureScripts.data)
    page.marking =
      corpus.whole.marking(
        of: corpus.rows(citing: index) + corpus.rows(citing: ranking.source))
      ?? TLP.marking(nil, isInternal: order?.isOwn ?? false || needs?.isOwn ?? false)
    return page
  }
}

extension TechniqueMaker {
  private var technique: Technique { knowledge.techniques[index] }
  private var location: PageLocation { PageLocation(technique.path) }
  private var total: Int { findings.associations.total(index) }
  /// Where the rest is, if the page does not hold all there is.
  private var rest: String? { map.hasAllPage(index) ? map.allPath(index) : nil }

  private var trail: [Link] {
    let tactic = technique.tactics.first.map { knowledge.tactics[$0].link }
    let parent = technique.parent.map { knowledge.techniques[$0] }
      .map { Link($0.id.description, to: $0.path) }
    return [PageKind.technique.link] + [tactic, parent].compactMap(\.self)
  }

  private func neighbour(_ step: Int) -> Link? {
    let techniques = knowledge.techniques
    let next = index.advanced(by: step)
    guard techniques.indices.contains(next) else { return nil }
    return Link(techniques[next].id.description, to: techniques[next].path)
  }

  private func contents(
    _ partners: PartnerSection, _ ranking: RankingSection.Contents,
    _ newest: NewestSection, _ detections: DetectionSection, _ order: OrderSection?,
    _ needs: NeedsSection?
  ) -> Contents {
    let associations = findings.associations
    let reports = associations.counts.reportCount
    let defence = DefenceSection(knowledge, of: index)
    let users = TechniqueUsers(knowledge.actors, corpus.whole, of: index)
    let names = { (kind: Actor.Kind) in
      users.names(kind, at: location, rest: rest.map { $0 + "#who" })
    }
    return Contents(
      id: technique.id.description, name: technique.name, reports: Format.count(total),
      all: Format.count(reports, "report"),
      share: Format.finePercent(reports == 0 ? 0 : Double(total) / Double(reports)),
      origins: corpus.tally(citing: index).ofThem,
      rank: associations.ranks[index].map { Format.count($0) },
      cited: Format.count(associations.counts.citedCount),
      facts: TechniqueFacts(knowledge, corpus, users, of: index).facts(at: location),
      description: Description(
        Prose(technique.description, citing: technique.references, map.targets, at: location)),
      isCited: total > 0, isThin: total > 0 && SampleSize(base: total) == .words,
      ranking: ranking, lookout: detections.contents,
      isShown: !knowledge.traces[index].isEmpty || defence.strategyLinks != nil,
      hasTraces: !knowledge.traces[index].isEmpty,
      strategies: defence.strategyLinks, mitigations: defence.mitigationLinks,
      order: order?.contents(at: location),
      purpose: needs?.contents(at: location),
      matrix: partners.matrixNote, table: partners.tableNote,
      cluster: ClusterNote(
        knowledge.techniques, associations, clusters, of: index, at: location),
      newest: newest.note,
      groups: names(.group), software: names(.software), campaigns: names(.campaign),
      hasUsers: !users.isEmpty,
      bases: BasesSection(knowledge.techniques, findings, map, of: index)?.contents,
      allPath: rest.map(location.href),
      layers: LayerLinks(technique.id.description, technique.domains).markdown(at: location),
      csv: location.href(technique.csv), figure: total > 0 ? location.href(technique.figure) : nil)
  }
}

extension TechniqueMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("id", \.id),
    .text("name", \.name),
    .text("reports", \.reports),
    .text("all", \.all),
    .text("share", \.share),
    .text("origins", \.origins),
    .text("rank", \.rank),
    .text("cited", \.cited),
    .items("facts", \.facts),
    .item("description", \.description),
    .flag("isCited", \.isCited),
    .flag("isThin", \.isThin),
    .item("ranking", \.ranking),
    .item("lookout", \.lookout),
    .flag("isShown", \.isShown),
    .flag("hasTraces", \.hasTraces),
    .text("strategies", \.strategies),
    .text("mitigations", \.mitigations),
    .item("order", \.order),
    .item("purpose", \.purpose),
    .item("matrix", \.matrix),
    .item("table", \.table),
    .item("cluster", \.cluster),
    .item("newest", \.newest),
    .item("groups", \.groups),
    .item("software", \.software),
    .item("campaigns", \.campaigns),
    .flag("hasUsers", \.hasUsers),
    .item("bases", \.bases),
    .text("allPath", \.allPath),
    .text("layers", \.layers),
    .text("csv", \.csv),
    .text("figure", \.figure),
  ]
}
