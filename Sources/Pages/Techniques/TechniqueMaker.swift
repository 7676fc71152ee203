import Attack
import Corpora
import Measures
import Text

/// Makes the page of one technique, in the order of its reader's questions.
struct TechniqueMaker: Sendable {
  let ledger: Ledger
  let bases: [BasisFindings]
  /// A place in `Knowledge.techniques`.
  let index: Int

  private var technique: Technique { ledger.knowledge.techniques[index] }
  private var place: PageLocation { PageLocation(technique.path) }
  private var total: Int { ledger.total(index) }
  private var reportCount: Int { ledger.counted.count }
  /// Whether the page holds all there is.
  private var isWhole: Bool { !ledger.hasAllPage(index) }

  func page() -> Page {
    let partners = ledger.associations.partners(of: index)
    let often = ledger.associations.seenMostOften(with: index)
    let lookout = DetectionSection(ledger, of: index, suggesting: often.map(\.partner))
    var exhibits = lookout.exhibits
    if total > 0 {
      if hasTrend { exhibits["trend"] = .trend(trend) }
      exhibits["matrix"] = .figure(MatrixMaker(ledger).figure(of: index))
      exhibits["reports"] = .table(reportsTable(often))
    }
    if !often.isEmpty { exhibits["next"] = .ranking(ranking(often, lookout)) }
    let standouts = ledger.associations.standingOut(from: index, most: .max)
    if !standouts.isEmpty { exhibits["standouts"] = .standouts(list(standouts)) }
    let table = PartnerTable(ledger, of: index)
    let (shown, rare) = shown(partners)
    if !shown.isEmpty { exhibits["all"] = .table(table.table(shown, withReferences: isWhole)) }
    if !rare.isEmpty { exhibits["rare"] = .compactList(table.rare(rare)) }
    return Page(
      kind: .technique, path: technique.path, template: "technique",
      title: "\(technique.id) \(technique.name)",
      summary: "Which techniques are reported with \(ledger.fullName(index)), "
        + "in \(Format.count(total, "report"))",
      trail: trail, previous: neighbour(-1), next: neighbour(1),
      contents: contents(partners, often, standouts, lookout), exhibits: exhibits,
      dataScripts: [DataScriptName.explorer])
  }

  private var trail: [Link] {
    let tactic = technique.tactics.first.map { ledger.knowledge.tactics[$0] }
    let parent = technique.parent.map {
      Link(
        ledger.knowledge.techniques[$0].id.description,
        to: ledger.knowledge.techniques[$0].path)
    }
    return [PageKind.technique.link]
      + [tactic.map { Link($0.name, to: $0.path) }, parent].compactMap(\.self)
  }

  private func neighbour(_ step: Int) -> Link? {
    let techniques = ledger.knowledge.techniques
    guard techniques.indices.contains(index + step) else { return nil }
    return Link(techniques[index + step].id.description, to: techniques[index + step].path)
  }
}

extension TechniqueMaker {
  /// What `Templates/technique.md` says.
  struct Contents: Sendable {
    let id: String
    let name: String
    let reports: String
    let all: String
    let share: String
    let rank: String?
    let cited: String
    let facts: [Fact]
    let description: Description?
    /// Any report at all.
    let isCited: Bool
    /// Fewer than five reports: words only.
    let isThin: Bool
    /// Any partner at all.
    let next: Bool
    let standouts: StandoutSummary?
    let nothingStandsOut: String?
    let family: String?
    let lookout: DetectionSection.Contents?
    /// Whether ATT&CK tells how the technique itself shows.
    let isShown: Bool
    let matrix: MatrixNote?
    let table: TableNote?
    let cluster: ClusterNote?
    let newest: NewestNote?
    let groups: TechniqueUsers.Names?
    let software: TechniqueUsers.Names?
    let campaigns: TechniqueUsers.Names?
    let hasUsers: Bool
    let bases: BasesSection.Contents?
    let allPath: String?
    let layer: String
    let csv: String
    let figure: String?
  }

  struct StandoutSummary: Sendable {
    /// How many are firm and how many possible, and what that is worth; `nil` where none is.
    let firm: String?
    let possible: String?
    let all: Int
    let isCut: Bool
  }

  struct MatrixNote: Sendable {
    let seen: String
    /// With sub-techniques counted one by one.
    let single: String
    let hidden: String
  }

  struct TableNote: Sendable {
    let title: String
    /// Where an `-all` page has more.
    let rest: String?
    /// Those of one or two reports, where they stand apart.
    let rare: String?
  }

  struct NewestNote: Sendable {
    let title: String
    /// Whether the years can be drawn.
    let hasTrend: Bool
    /// `ten`, or how many there are; `nil` where no column tells of them.
    let ten: String?
    let firstOfTen: String?
    let lastOfTen: String?
  }

  private func contents(
    _ partners: [Association], _ often: [Association], _ standouts: [Association],
    _ lookout: DetectionSection
  ) -> Contents {
    Contents(
      id: technique.id.description, name: technique.name, reports: Format.count(total),
      all: Format.count(reportCount, "report"),
      share: Format.finePercent(reportCount == 0 ? 0 : Double(total) / Double(reportCount)),
      rank: ledger.rank[index].map { Format.count($0) },
      cited: Format.count(ledger.associations.counts.citedCount), facts: facts,
      description: Description(
        ledger.prose(technique.description, citing: technique.references, at: place)),
      isCited: total > 0, isThin: total > 0 && SampleSize(base: total) == .words,
      next: !often.isEmpty,
      standouts: standing(standouts),
      nothingStandsOut: standouts.isEmpty && total > 0 ? whyNothing : nil,
      family: family, lookout: lookout.contents,
      isShown: !ledger.knowledge.traces[index].isEmpty,
      matrix: total > 0 ? matrixNote(partners) : nil,
      table: partners.isEmpty ? nil : tableNote(partners),
      cluster: ClusterNote(ledger, of: index, at: place),
      newest: total > 0 ? newestNote(often) : nil,
      groups: users(.group), software: users(.software), campaigns: users(.campaign),
      hasUsers: !users.isEmpty, bases: BasesSection(ledger, bases, of: index)?.contents,
      allPath: isWhole ? nil : place.href(ledger.allPath(index)),
      layer: place.href(RecordPath.layer(of: technique.id.description)),
      csv: place.href(technique.csv),
      figure: total > 0 ? place.href(technique.figure) : nil)
  }

  private var facts: [Fact] {
    let knowledge = ledger.knowledge
    var facts: [Fact] = []
    if !technique.tactics.isEmpty {
      facts.append(
        Fact(
          technique.tactics.count == 1 ? "Tactic" : "Tactics",
          technique.tactics.map {
            Link(knowledge.tactics[$0].name, to: knowledge.tactics[$0].path)
          },
          at: place))
    }
    if knowledge.domains.count > 1 {
      facts.append(Fact("Domain", MarkdownText.escape(technique.domain.title)))
    }
    if !technique.platforms.isEmpty {
      facts.append(
        Fact(
          technique.platforms.count == 1 ? "Platform" : "Platforms",
          technique.platforms.map(MarkdownText.escape).joined(separator: ", ")))
    }
    if let parent = technique.parent {
      facts.append(Fact("Sub-technique of", [ledger.link(parent)], at: place))
    }
    let subs = ledger.subsOfTechnique[index]
    if !subs.isEmpty {
      let links = subs.map {
        Link(knowledge.techniques[$0].name, to: knowledge.techniques[$0].path)
      }
      facts.append(Fact(Format.count(subs.count, "sub-technique"), links, at: place))
      let reports = Set(([index] + subs).flatMap { ledger.reportsOfTechnique[$0] }).count
      if reports > total {
        facts.append(Fact("With them", "reported in \(Format.count(reports, "report"))"))
      }
    }
    if !users.isEmpty { facts.append(Fact("Used by", "[\(users.counts)](#who)")) }
    facts.append(Fact("Definition", "[attack.mitre.org](\(AttackSite.address(of: technique)))"))
    return facts
  }

  private var whyNothing: String {
    if SampleSize(base: total) == .words {
      return "Too few to tell: \(Format.count(total, "report"))."
    }
    return "No partner stands out: \(Format.count(total, "report")) are too few to tell, or they "
      + "follow the general pattern."
  }

  private func standing(_ standouts: [Association]) -> StandoutSummary? {
    guard !standouts.isEmpty else { return nil }
    let firm = standouts.count { $0.grade == .firm }
    return StandoutSummary(
      firm: worth(firm, "firm", "twenty"),
      possible: worth(standouts.count - firm, "possible", "three"),
      all: standouts.count, isCut: standouts.count > PageLimits.listed)
  }

  /// `**3 firm**: about one in twenty would be chance`.
  private func worth(_ count: Int, _ grade: String, _ odds: String) -> String? {
    guard count > 0 else { return nil }
    return "**\(Format.count(count)) \(grade)**: "
      + (count == 1
        ? "of \(odds) such, one would be chance" : "about one in \(odds) would be chance")
  }

  /// Its own sub-techniques and siblings, in one line; they never stand in the ranking.
  private var family: String? {
    let family = ledger.associations.family(of: index).filter { $0.together > 0 }
    guard !family.isEmpty else { return nil }
    return family.prefix(8).map { partner in
      let other = ledger.knowledge.techniques[partner.partner]
      let link = MarkdownText.link(other.id.description, place.href(other.path))
      let mark = partner.grade == .firm ? " (\(Format.atLeast(partner.ratio.lower)))" : ""
      return "\(link) \(MarkdownText.escape(other.name)) in \(partner.together) of "
        + "\(Format.count(total))\(mark)"
    }.joined(separator: "; ") + (family.count > 8 ? "; and \(family.count - 8) more" : "")
  }

  private func matrixNote(_ partners: [Association]) -> MatrixNote {
    let parents = ledger.knowledge.techniques.filter {
      $0.parent == nil && $0.domain == technique.domain
    }.count
    let seen = MatrixMaker(ledger).parentsSeen(with: index)
    return MatrixNote(
      seen: Format.count(seen, "technique"), single: Format.count(partners.count),
      hidden: Format.count(max(0, parents - seen - 1)))
  }

  /// The partners of the table; where the page holds all, those that stand apart from it.
  private func shown(_ partners: [Association]) -> (table: [Association], rare: [Association]) {
    if isWhole { return PageLimits.split(partners) }
    let least = PageLimits.leastCount(partners.map(\.together))
    return (partners.filter { $0.together >= least }, [])
  }

  private func tableNote(_ partners: [Association]) -> TableNote {
    let (shown, rare) = shown(partners)
    let left = partners.count - shown.count
    let least =
      isWhole ? PageLimits.measured : PageLimits.leastCount(partners.map(\.together))
    let title =
      left == 0
      ? "All \(Format.count(shown.count, "technique")) reported with it"
      : (shown.count == 1 ? "The technique" : "The \(Format.count(shown.count, "technique"))")
        + " reported with it \(least) times or more"
    let range = least == 2 ? "1 report" : "1 to \(least - 1) reports"
    return TableNote(
      title: title,
      rest: isWhole || left == 0
        ? nil
        : "\(Format.count(left, "more technique is", "more techniques are")) cited with it in "
          + "\(range) each, too few for a narrow interval",
      rare: rare.isEmpty ? nil : Format.count(rare.count, "technique"))
  }

  private func newestNote(_ often: [Association]) -> NewestNote {
    let title =
      isWhole || total <= PageLimits.reports
      ? (total == 1 ? "The report" : "The \(total) reports")
      : "The newest \(PageLimits.reports) of \(Format.count(total)) reports"
    let name = { (association: Association) in
      ledger.knowledge.techniques[association.partner].name
    }
    return NewestNote(
      title: title, hasTrend: hasTrend,
      ten: PageLimits.name(ofListed: often.count),
      firstOfTen: often.first.map(name),
      lastOfTen: often.count == PageLimits.listed ? often.last.map(name) : nil)
  }
}

extension TechniqueMaker {
  private var users: TechniqueUsers { TechniqueUsers(ledger, of: index) }

  /// Those of a kind; the many of a popular technique stand on its `-all` page.
  private func users(_ kind: Actor.Kind) -> TechniqueUsers.Names? {
    users.names(
      kind, at: place, rest: isWhole ? nil : ledger.allPath(index) + "#who")
  }

  private func ranking(_ often: [Association], _ lookout: DetectionSection) -> Ranking {
    Ranking(
      entries: often.enumerated().map { rank, association in
        let (components, sources) = lookout.names(rank)
        let partner = ledger.knowledge.techniques[association.partner]
        let both = ledger.reports(citing: index, association.partner)
          .sorted { ledger.age[$0] < ledger.age[$1] }
        return Ranking.Entry(
          id: partner.id.description, name: partner.name, path: partner.path,
          tactics: ledger.tacticNames(association.partner), components: components,
          sources: sources, together: association.together,
          base: association.base, interval: association.interval,
          expectedShare: association.expectedShare, ratio: association.ratio.ratio,
          lower: association.ratio.lower, grade: association.grade,
          evidence: both.prefix(3).map(evidence),
          allPath: ledger.evidencePath(index, with: association.partner))
      })
  }

  /// Who used the technique of the page, as the report has it.
  private func evidence(_ report: Int) -> Ranking.Evidence {
    let actors = Set(
      ledger.proceduresOfReport[report].map { ledger.corpus.procedures[$0] }
        .filter { $0.technique == index }.compactMap(\.actor)
    ).sorted().map { ledger.knowledge.actors[$0].name }
    let text = ledger.corpus.reports[report]
    return Ranking.Evidence(
      published: text.published?.description ?? "no date", title: text.title, path: text.path,
      actors: actors)
  }

  private func list(_ standouts: [Association]) -> Standouts {
    Standouts(
      entries: standouts.prefix(PageLimits.listed).compactMap { association in
        guard let grade = association.grade else { return nil }
        let partner = ledger.knowledge.techniques[association.partner]
        return Standouts.Entry(
          id: partner.id.description, name: partner.name, path: partner.path,
          together: association.together, base: association.base, expected: association.expected,
          partnerReports: ledger.total(association.partner), ratio: association.ratio.ratio,
          lower: association.ratio.lower, grade: grade, isSignificant: association.isSignificant,
          evidencePath: ledger.evidencePath(index, with: association.partner))
      })
  }

  private func reportsTable(_ often: [Association]) -> Table {
    let ten = often.map(\.partner)
    if isWhole { return ReportTable(ledger).sayings(of: index, at: place, ofTheTen: ten) }
    let shown = ledger.reportsOfTechnique[index].prefix(PageLimits.reports)
    return ReportTable(ledger).table(
      shown.enumerated().map { ($0 + 1, $1) },
      caption: "The \(shown.count) newest reports that cite \(technique.id)", ofTheTen: ten)
  }

  /// Whether any of its reports is of the years that are drawn.
  private var hasTrend: Bool { trend.years.contains { $0.count > 0 } }

  private var trend: Trend {
    TrendMaker(ledger).trend(
      "Share of each year’s reports that cite it", ledger.reportsOfTechnique[index])
  }
}

extension TechniqueMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("id", \.id),
    .text("name", \.name),
    .text("reports", \.reports),
    .text("all", \.all),
    .text("share", \.share),
    .text("rank", \.rank),
    .text("cited", \.cited),
    .items("facts", \.facts),
    .item("description", \.description),
    .flag("isCited", \.isCited),
    .flag("isThin", \.isThin),
    .flag("next", \.next),
    .item("standouts", \.standouts),
    .text("nothingStandsOut", \.nothingStandsOut),
    .text("family", \.family),
    .item("lookout", \.lookout),
    .flag("isShown", \.isShown),
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
    .text("layer", \.layer),
    .text("csv", \.csv),
    .text("figure", \.figure),
  ]
}

extension TechniqueMaker.StandoutSummary: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("firm", \.firm),
    .text("possible", \.possible),
    .number("all", \.all),
    .flag("isCut", \.isCut),
  ]
}

extension TechniqueMaker.MatrixNote: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("seen", \.seen),
    .text("single", \.single),
    .text("hidden", \.hidden),
  ]
}

extension TechniqueMaker.TableNote: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("rest", \.rest),
    .text("rare", \.rare),
  ]
}

extension TechniqueMaker.NewestNote: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .flag("hasTrend", \.hasTrend),
    .text("ten", \.ten),
    .text("firstOfTen", \.firstOfTen),
    .text("lastOfTen", \.lastOfTen),
  ]
}
