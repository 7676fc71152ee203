package import Attack
package import Corpora
package import Measures
import Text

/// What all pages are made from, with the look-ups that several kinds of page share.
package struct Ledger: Sendable {
  package let knowledge: Knowledge
  /// All reports, those that are left out too.
  package let corpus: Corpus
  /// Which of them count.
  package let reports: FilteredReports
  /// Of the reports that count.
  package let associations: Associations
  /// What the data notes tell: all notices up to here.
  package let notices: [Notice]
  package let clusters: ClusterCatalogue

  /// The reports that count, the newest first.
  package let newestFirst: [Int]
  /// For each technique those of its reports that count, the newest first.
  package let reportsOfTechnique: [[Int]]
  /// For each technique its rank by the number of its reports; the most cited has 1.
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

  /// Counts all reports, unless `reports` says which.
  package init(
    _ knowledge: Knowledge, _ corpus: Corpus, _ associations: Associations, notices: [Notice],
    reports: FilteredReports? = nil, clusters: ClusterCatalogue = ClusterCatalogue()
  ) {
    let reports = reports ?? FilteredReports(corpus, knowledge, by: ReportFilter())
    self.clusters = clusters
    self.notices = notices
    self.reports = reports
    self.knowledge = knowledge
    self.corpus = corpus
    self.associations = associations
    newestFirst = reports.counted.filter(corpus.newestFirst)
    reportsOfTechnique = corpus.reportsOfTechnique.map(reports.counted.filter)
    rank = Self.ranks(associations.counts)
    subsOfTechnique = knowledge.techniques.grouped(knowledge.techniques.count) {
      $0.parent.map { [$0] } ?? []
    }
    techniquesOfTactic = knowledge.techniques.grouped(knowledge.tactics.count, by: \.tactics)
    (softwareOfActor, usersOfActor) = Self.employments(knowledge)
    targets = Self.targets(knowledge, corpus)
  }
}

extension Ledger {
  package var counted: Corpus.Selection { reports.counted }
  package var age: [Int] { corpus.age }
  package var techniquesOfReport: [[Int]] { corpus.techniquesOfReport }
  package var proceduresOfTechnique: [[Int]] { corpus.proceduresOfTechnique }
  package var proceduresOfReport: [[Int]] { corpus.proceduresOfReport }
  package var proceduresOfActor: [[Int]] { corpus.proceduresOfActor }
}

extension Ledger {
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

  private static func targets(_ knowledge: Knowledge, _ corpus: Corpus) -> Prose.Targets {
    var pages: [String: String] = [:]
    for retired in knowledge.retired { pages[retired.id] = retired.path }
    for tactic in knowledge.tactics { pages[tactic.slug] = tactic.path }
    for technique in knowledge.techniques { pages[technique.id.description] = technique.path }
    for actor in knowledge.actors { pages[actor.id.description] = actor.path }
    let reports = Dictionary(
      corpus.reports.map { ($0.key, $0.path) },
      uniquingKeysWith: { first, _ in first })
    return Prose.Targets(pages: pages, reports: reports)
  }
}

extension Ledger {
  /// How many reports cite the technique.
  package func total(_ technique: Int) -> Int { associations.counts.total(technique) }

  /// For each technique that an actor uses, how many of the actor's counted reports cite it.
  package func counts(ofActor actor: Int) -> [Int: Int] {
    proceduresOfActor[actor].map { corpus.procedures[$0] }.reduce(into: [Int: Set<Int>]()) {
      $0[$1.technique, default: []].formUnion(counted.filter($1.reports))
    }.mapValues(\.count)
  }

  /// The counted reports that cite both techniques, rising.
  package func reports(citing technique: Int, _ partner: Int) -> [Int] {
    counted.filter(corpus.citations.rows(ofColumns: technique, partner))
  }

  /// The counted reports that say anything of how an actor uses a technique.
  package func reports(ofActor actor: Int) -> Set<Int> {
    reports(of: proceduresOfActor[actor].map { corpus.procedures[$0] })
  }

  /// The counted reports that procedures are from.
  package func reports(of procedures: [Corpus.Procedure]) -> Set<Int> {
    Set(procedures.flatMap { counted.filter($0.reports) })
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
