import Attack
import Corpora
import Measures
import Text

/// What to look for besides a technique: its most telling partners, and its family.
///
/// A technique that no report cites has the list of the most reported of its family.
struct RankingSection {
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let counts: PairCounts
  private let map: SiteMap
  /// The technique of the page.
  private let index: Index<Technique>
  /// The one whose partners these are; the technique itself if no report cites its family.
  let source: Index<Technique>
  private let lists: PartnerLists
  private let location: PageLocation
  private let coverage: Coverage?

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ findings: Findings, _ map: SiteMap,
    of index: Index<Technique>
  ) {
    counts = findings.associations.counts
    let source = Self.source(of: index, knowledge, counts)
    self.knowledge = knowledge
    self.corpus = corpus
    self.map = map
    self.index = index
    self.source = source
    lists = findings.partners[source]
    coverage = findings.coverage?.coverage
    location = PageLocation(knowledge.techniques[index].path)
  }

  /// The technique itself, else that of its family which most reports cite, of equal ones the first.
  private static func source(
    of index: Index<Technique>, _ knowledge: Knowledge, _ counts: PairCounts
  ) -> Index<Technique> {
    guard counts.total(index) == 0 else { return index }
    let head = knowledge.techniques[index].parent ?? index
    let cited = ([head] + knowledge.subsOfTechnique[head]).filter { counts.total($0) > 0 }
    return counts.mostReportedFirst(cited).first ?? index
  }

  /// The values for the section of `Templates/technique.md`.
  struct Contents: Sendable {
    /// The id of the technique whose list it is.
    let listed: String
    /// That technique, where it is not the page's own.
    let relative: Relative?
    /// How many reports cite it: `185 reports`.
    let base: String
    /// Fewer than five reports: words only.
    let isThin: Bool
    /// Any partner at all.
    let hasPartners: Bool
    /// Where there is none: why, and what else is reported.
    let alone: String?
    /// What the signs of the list mean, or why it has none.
    let signs: String
    /// Where all partners can be cut down to those that stand out.
    let allPath: String
    let family: String?
    /// `We cannot detect 3 of these 10.`; `nil` where nobody says.
    let coverage: String?
    /// That the coverage is of a newer release.
    let warning: String?
    let gapsPath: String
  }

  struct Relative: Sendable {
    /// `sub-technique`, `parent` or `sibling`.
    let kind: String
    let link: String
  }

  /// Indices in `Knowledge.techniques`, the most telling first.
  var partners: [Index<Technique>] { lists.telling.leading.map(\.partner) }

  /// Those of the page's own list, to which its tables refer.
  var ownPartners: [Index<Technique>] { source == index ? partners : [] }
}

extension RankingSection {
  private var base: Int { corpus.totals[source] }
  private var isThin: Bool { SampleSize(base: base) == .words }

  var contents: Contents {
    let technique = knowledge.techniques[source]
    return Contents(
      listed: technique.id.description, relative: relative,
      base: Format.count(base, "report"), isThin: isThin,
      hasPartners: !lists.all.isEmpty, alone: lists.all.isEmpty ? alone : nil, signs: signs,
      allPath: location.href(map.allPath(source) + "#all"), family: family,
      coverage: partners.isEmpty ? nil : coverage?.words(partners),
      warning: coverage?.warning.map(MarkdownText.escape),
      gapsPath: location.href(PageKind.gaps.path))
  }

  private var relative: Relative? {
    guard source != index else { return nil }
    let (own, other) = (knowledge.techniques[index], knowledge.techniques[source])
    let kind =
      own.parent == source ? "parent" : other.parent == index ? "sub-technique" : "sibling"
    return Relative(kind: kind, link: other.nameLink.markdown(at: location))
  }

  private var alone: String {
    let company = company
    guard !company.isEmpty else { return why }
    return why + " The most reported techniques of the same tactic: "
      + company.joined(separator: ", ") + "."
  }

  /// Why there is no list.
  private var why: String {
    guard base > 0 else { return "No report cites it or any other technique of its family." }
    let reports = base == 1 ? "the only report" : "the \(Format.count(base, "report"))"
    guard let relative else { return "No other technique is cited in \(reports) that cites it." }
    return "No report cites it, and in \(reports) of its \(relative.kind) \(relative.link) no "
      + "other technique is cited."
  }

  /// The most reported techniques of its tactics, with how many reports cite them.
  private var company: [String] {
    let same = Set(knowledge.techniques[index].tactics.flatMap { knowledge.techniquesOfTactic[$0] })
    let cited = same.filter { counts.total($0) > 0 && $0 != source && $0 != index }
    return counts.mostReportedFirst(cited).prefix(Self.companyLength).map { other in
      let link = knowledge.techniques[other].nameLink.markdown(at: location)
      return "\(link) (\(Format.count(counts.total(other), "report")))"
    }
  }

  private static let companyLength = 5

  /// How many partners stand out, and how reliable that is; or why none does.
  private var signs: String {
    let standouts = lists.standingOut
    guard !standouts.isEmpty else {
      return isThin
        ? "Too few to tell what stands out: \(Format.count(base, "report"))."
        : "Nothing stands out: \(Format.count(base, "report")) are too few to tell, or all pairs "
          + "are about as frequent as expected."
    }
    let firm = standouts.count { $0.grade == .firm }
    return [worth(firm, "● firm", "twenty"), worth(standouts.count - firm, "○ possible", "three")]
      .compactMap(\.self).joined(separator: "; ") + "."
  }

  /// `**● 3 firm**: about one in twenty would be chance`.
  private func worth(_ count: Int, _ grade: String, _ odds: String) -> String? {
    guard count > 0 else { return nil }
    let name = grade.replacing(" ", with: " \(Format.count(count)) ")
    return "**\(name)**: "
      + (count == 1
        ? "one in \(odds) such pairs would be chance" : "about one in \(odds) would be chance")
  }

  /// Its own sub-techniques and siblings, in one line; they are never in the ranking.
  private var family: String? {
    let family = lists.family
    guard !family.isEmpty else { return nil }
    return family.prefix(8).map { partner in
      let other = knowledge.techniques[partner.partner]
      let link = MarkdownText.link(other.id.description, location.href(other.path))
      let mark = partner.grade == .firm ? " (\(Format.times(partner.ratio.ratio)) expected)" : ""
      return "\(link) \(MarkdownText.escape(other.name)) in \(partner.together) of "
        + "\(Format.count(partner.base))\(mark)"
    }.joined(separator: "; ") + (family.count > 8 ? "; and \(family.count - 8) more" : "")
  }
}

extension RankingSection {
  /// `nil` if nothing is seen with it.
  func exhibit(_ detections: DetectionSection) -> Exhibit? {
    let (leading, common) = (lists.telling.leading, lists.telling.common)
    guard !(leading + common).isEmpty else { return nil }
    let known = Set((leading + common).map(\.partner))
    let others = lists.seenMostOften.filter { !known.contains($0.partner) }
    let years = corpus.countsByYear(of: corpus.rows(citing: source)).keys.sorted()
    return .ranking(
      Ranking(
        technique: knowledge.techniques[source].id.description,
        entries: leading.map { entry($0, detections, withEvidence: true) },
        common: common.map { entry($0, detections, withEvidence: false) },
        others: others.map { entry($0, detections, withEvidence: false) },
        allPath: knowledge.techniques[source].path + "#all",
        years: years.first.flatMap { first in years.last.map { first...$0 } }))
  }

  private func entry(
    _ pair: Association, _ detections: DetectionSection, withEvidence: Bool
  ) -> Ranking.Entry {
    let partner = knowledge.techniques[pair.partner]
    let shown = detections.summary(of: knowledge.traces[pair.partner])
    return Ranking.Entry(
      id: partner.id.description, name: partner.name, path: partner.path,
      tactics: knowledge.tacticNames(pair.partner), components: shown.components,
      channel: shown.channel, isShown: shown.hasSource, together: pair.together, base: pair.base,
      interval: pair.interval, expectedShare: pair.expectedShare, ratio: pair.ratio.ratio,
      grade: isThin ? nil : pair.grade,
      often: lists.seenMostOften.firstIndex { $0.partner == pair.partner }.map { $0 + 1 },
      evidence: withEvidence
        ? corpus.evidence(of: source, with: pair.partner).map { evidence($0, pair.partner) } : [],
      coverage: coverage?.states[pair.partner],
      origins: corpus.tally(citing: source, pair.partner).short,
      allPath: map.evidencePath(source, with: pair.partner))
  }

  /// Who used the technique of the list, as the report has it.
  private func evidence(
    _ report: Index<Report>, _ partner: Index<Technique>
  ) -> Ranking.Evidence {
    let actors = Set(corpus.whole.procedures(ofReport: report, with: source).compactMap(\.actor))
    let text = corpus.report(report)
    return Ranking.Evidence(
      published: Cell.words(text.published), title: text.title, path: text.path,
      publisher: text.publisher, actors: actors.sorted().map { knowledge.actors[$0].name },
      origin: corpus.whole.mark(of: report, citing: [source, partner]))
  }
}

extension RankingSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("listed", \.listed),
    .item("relative", \.relative),
    .text("base", \.base),
    .flag("isThin", \.isThin),
    .flag("hasPartners", \.hasPartners),
    .text("alone", \.alone),
    .text("signs", \.signs),
    .text("allPath", \.allPath),
    .text("family", \.family),
    .text("coverage", \.coverage),
    .text("warning", \.warning),
    .text("gapsPath", \.gapsPath),
  ]
}

extension RankingSection.Relative: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("kind", \.kind),
    .text("link", \.link),
  ]
}
