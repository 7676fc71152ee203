import Attack
import Corpora
import Measures
import Text

/// The techniques that are seen most often with one, and its family.
struct RankingSection {
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let map: SiteMap
  private let index: Int
  private let lists: PartnerLists

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ partners: PartnerLists, _ map: SiteMap,
    of index: Int
  ) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.map = map
    self.index = index
    lists = partners
  }

  private var often: [Association] { lists.seenMostOften }

  /// Indices in `Knowledge.techniques`, most often first.
  var partners: [Int] { often.map(\.partner) }

  /// `nil` if nothing is seen with it.
  func exhibit(_ detections: DetectionSection) -> Exhibit? {
    guard !often.isEmpty else { return nil }
    return .ranking(
      Ranking(entries: often.enumerated().map { entry($1, showing: detections.names($0)) }))
  }

  private func entry(
    _ association: Association, showing shown: (components: [String], sources: [String])
  ) -> Ranking.Entry {
    let partner = knowledge.techniques[association.partner]
    let both = corpus.reports(citing: index, association.partner)
      .sorted { corpus.whole.age[$0] < corpus.whole.age[$1] }
    return Ranking.Entry(
      id: partner.id.description, name: partner.name, path: partner.path,
      tactics: knowledge.tacticNames(association.partner), components: shown.components,
      sources: shown.sources, together: association.together,
      base: association.base, interval: association.interval,
      expectedShare: association.expectedShare, ratio: association.ratio.ratio,
      lower: association.ratio.lower, grade: association.grade,
      evidence: both.prefix(3).map(evidence),
      allPath: map.evidencePath(index, with: association.partner))
  }

  /// Who used the technique of the page, as the report has it.
  private func evidence(_ report: Int) -> Ranking.Evidence {
    let actors = Set(corpus.whole.procedures(ofReport: report, with: index).compactMap(\.actor))
    let text = corpus.report(report)
    return Ranking.Evidence(
      published: Cell.words(text.published), title: text.title, path: text.path,
      actors: actors.sorted().map { knowledge.actors[$0].name })
  }

  /// Its own sub-techniques and siblings, in one line; they are never in the ranking.
  func family(at location: PageLocation) -> String? {
    let family = lists.family
    guard !family.isEmpty else { return nil }
    return family.prefix(8).map { partner in
      let other = knowledge.techniques[partner.partner]
      let link = MarkdownText.link(other.id.description, location.href(other.path))
      let mark = partner.grade == .firm ? " (\(Format.atLeast(partner.ratio.lower)))" : ""
      return "\(link) \(MarkdownText.escape(other.name)) in \(partner.together) of "
        + "\(Format.count(partner.base))\(mark)"
    }.joined(separator: "; ") + (family.count > 8 ? "; and \(family.count - 8) more" : "")
  }
}
