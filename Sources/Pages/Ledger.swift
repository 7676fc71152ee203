package import Attack
package import Corpora
package import Measures

/// What all pages are made from, with the look-ups that several kinds of page share.
package struct Ledger: Sendable {
  package let knowledge: Knowledge
  /// The reports that count.
  package let corpus: Corpus
  /// With the reports that the site leaves out; `nil` where nothing can be left out.
  package let parted: PartedCorpus?
  package let associations: Associations
  /// What the data notes tell: all notices up to here.
  package let notices: [Notice]
  package let clusters: ClusterCatalogue

  /// Reports by their date, the newest first: places in `Corpus.reports`.
  package let newestFirst: [Int]
  /// For each report its place in `newestFirst`.
  package let age: [Int]
  /// For each technique its reports, the newest first.
  package let reportsOfTechnique: [[Int]]
  /// For each report its techniques, rising.
  package let techniquesOfReport: [[Int]]
  /// For each technique, report and actor: places in `Corpus.procedures`.
  package let proceduresOfTechnique: [[Int]]
  package let proceduresOfReport: [[Int]]
  package let proceduresOfActor: [[Int]]
  /// For each technique its place among the cited ones, the most cited first; 1 is the first.
  package let rank: [Int?]
  /// For each technique its sub-techniques, rising.
  package let subsOfTechnique: [[Int]]
  /// For each tactic its techniques, rising.
  package let techniquesOfTactic: [[Int]]
  /// For each actor the software that it uses, and the actors that use it, rising.
  package let softwareOfActor: [[Int]]
  package let usersOfActor: [[Int]]
  /// Where descriptions lead.
  package let targets: Prose.Targets

  package init(
    _ knowledge: Knowledge, _ corpus: Corpus, _ associations: Associations, notices: [Notice],
    parted: PartedCorpus? = nil, clusters: ClusterCatalogue = ClusterCatalogue()
  ) {
    self.clusters = clusters
    self.notices = notices
    self.parted = parted
    self.knowledge = knowledge
    self.corpus = corpus
    self.associations = associations
    let reports = corpus.reports
    let newestFirst = Self.newestFirst(reports)
    self.newestFirst = newestFirst
    let age = Self.places(newestFirst)
    self.age = age
    reportsOfTechnique = knowledge.techniques.indices.map { technique in
      corpus.citations.rows(ofColumn: technique).sorted { age[$0] < age[$1] }
    }
    techniquesOfReport = Self.group(reportsOfTechnique, reports.count) { $0 }
    proceduresOfTechnique = Self.group(corpus.procedures, knowledge.techniques.count) {
      [$0.technique]
    }
    proceduresOfReport = Self.group(corpus.procedures, reports.count, by: \.reports)
    proceduresOfActor = Self.group(corpus.procedures, knowledge.actors.count) { [$0.actor] }
    rank = Self.ranks(associations.counts)
    subsOfTechnique = Self.group(knowledge.techniques, knowledge.techniques.count) {
      $0.parent.map { [$0] } ?? []
    }
    techniquesOfTactic = Self.group(knowledge.techniques, knowledge.tactics.count, by: \.tactics)
    (softwareOfActor, usersOfActor) = Self.employments(knowledge)
    targets = Self.targets(knowledge, parted.map { [$0.counted, $0.leftOut] } ?? [corpus])
  }
}

extension Ledger {
  /// Where each number stands in a list that holds all from 0.
  private static func places(_ order: [Int]) -> [Int] {
    var places = Array(repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    return places
  }

  /// Places of reports; those without a date last.
  private static func newestFirst(_ reports: [Report]) -> [Int] {
    reports.indices.sorted {
      let (left, right) = (reports[$0].published, reports[$1].published)
      if left != right { return right.map { right in left.map { $0 > right } ?? false } ?? true }
      return $0 < $1
    }
  }

  /// For each of so many groups the places of the items that belong to it, rising.
  private static func group<Item>(
    _ items: [Item], _ count: Int, by groups: (Item) -> [Int]
  ) -> [[Int]] {
    var places = Array(repeating: [Int](), count: count)
    for (place, item) in items.enumerated() {
      for group in groups(item) { places[group].append(place) }
    }
    return places
  }

  private static func employments(_ knowledge: Knowledge) -> (used: [[Int]], users: [[Int]]) {
    var used = Array(repeating: Set<Int>(), count: knowledge.actors.count)
    var users = used
    for use in knowledge.uses {
      guard case .actor(let target) = use.target else { continue }
      used[use.actor].insert(target)
      users[target].insert(use.actor)
    }
    return (used.map { $0.sorted() }, users.map { $0.sorted() })
  }

  /// Techniques of equally many reports share a rank.
  private static func ranks(_ counts: PairCounts) -> [Int?] {
    let totals = counts.totals
    let sorted = totals.sorted(by: >)
    var first: [Int: Int] = [:]
    for (place, total) in sorted.enumerated() where first[total] == nil { first[total] = place + 1 }
    return totals.map { $0 == 0 ? nil : first[$0] }
  }

  private static func targets(_ knowledge: Knowledge, _ corpora: [Corpus]) -> Prose.Targets {
    var pages: [String: String] = [:]
    for retired in knowledge.retired { pages[retired.id] = retired.path }
    for tactic in knowledge.tactics { pages[tactic.slug] = tactic.path }
    for technique in knowledge.techniques { pages[technique.id.description] = technique.path }
    for actor in knowledge.actors { pages[actor.id.description] = actor.path }
    let reports = Dictionary(
      corpora.flatMap(\.reports).map { ($0.key, $0.path) },
      uniquingKeysWith: { first, _ in first })
    return Prose.Targets(pages: pages, reports: reports)
  }
}

extension Ledger {
  /// How many reports cite the technique.
  package func total(_ technique: Int) -> Int { associations.counts.total(technique) }

  /// For each technique that an actor uses, how many of the actor's reports cite it.
  package func counts(ofActor actor: Int) -> [Int: Int] {
    proceduresOfActor[actor].map { corpus.procedures[$0] }.reduce(into: [Int: Set<Int>]()) {
      $0[$1.technique, default: []].formUnion($1.reports)
    }.mapValues(\.count)
  }

  /// The names of a technique's tactics, in matrix order.
  package func tacticNames(_ technique: Int) -> [String] {
    knowledge.techniques[technique].tactics.map { knowledge.tactics[$0].name }
  }

  /// `Command and Scripting Interpreter: PowerShell`.
  package func fullName(_ technique: Int) -> String {
    let own = knowledge.techniques[technique]
    return (own.parent.map { knowledge.techniques[$0].name + ": " } ?? "") + own.name
  }

  package func link(_ technique: Int) -> Link {
    let technique = knowledge.techniques[technique]
    return Link("\(technique.id) \(technique.name)", to: technique.path)
  }

  /// Those that a campaign is attributed to.
  package func groups(of campaign: Int) -> [Link] {
    Set(knowledge.attributions.filter { $0.campaign == campaign }.map(\.group)).sorted()
      .map { link(actor: $0) }
  }

  package func link(actor: Int) -> Link {
    Link(knowledge.actors[actor].name, to: knowledge.actors[actor].path)
  }

  /// By its title, of 80 letters at most.
  package func link(report: Int) -> Link {
    let (title, most) = (corpus.reports[report].title, 80)
    return Link(
      title.count > most ? title.prefix(most - 1) + "…" : title, to: corpus.reports[report].path)
  }

  /// Whether a technique's page cannot hold all there is, so that there is an `-all` page.
  package func hasAllPage(_ technique: Int) -> Bool {
    total(technique) > PageLimits.whole.reports
      || associations.partners(of: technique).count > PageLimits.whole.partners
  }

  /// The page that lists every partner of a technique with every report.
  package func allPath(_ technique: Int) -> String {
    let own = knowledge.techniques[technique]
    return hasAllPage(technique) ? PageKind.technique.allPath(of: own.id.description) : own.path
  }

  /// Where the reports stand that cite both.
  package func evidencePath(_ technique: Int, with partner: Int) -> String {
    allPath(technique) + "#" + knowledge.techniques[partner].id.description
  }

  package func prose(
    _ text: String, citing references: [ExternalReference], at place: PageLocation
  ) -> Prose {
    Prose(text, citing: references, targets, at: place)
  }
}
