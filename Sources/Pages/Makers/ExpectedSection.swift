import Attack
import Corpora
import Measures

/// What the reports would expect of an actor beside what is listed with it.
struct ExpectedSection {
  private let ledger: Ledger
  private let insight: ActorInsight
  private let actor: Int
  private let place: Place
  private let found: UnlistedTechniques

  /// `nil` for an actor without techniques.
  init?(_ ledger: Ledger, _ insight: ActorInsight, of actor: Int) {
    let reports = ledger.proceduresOfActor[actor].reduce(into: [Int: [Int]]()) { reports, place in
      let procedure = ledger.corpus.procedures[place]
      reports[procedure.technique, default: []] += procedure.reports
    }
    guard !reports.isEmpty else { return nil }
    self.ledger = ledger
    self.insight = insight
    self.actor = actor
    place = Place(ledger.knowledge.actors[actor].path)
    found = UnlistedTechniques(
      reports: reports, insight.inference.model, insight.inference.calibration)
  }

  /// What the section of `Templates/actor.md` says.
  struct Contents: Sendable {
    /// What was asked with, in a clause.
    let asked: String
    /// Their ids.
    let evidence: String
    let isAny: Bool
    /// Where one technique is all there is: its page says as much.
    let only: String?
  }

  var contents: Contents {
    let ids = found.evidence.prefix(Self.mostEvidence).map {
      ledger.knowledge.techniques[$0].id.description
    }
    let more = found.evidence.count - ids.count
    let only = tellsLittle ? found.evidence.first : nil
    return Contents(
      asked: asked, evidence: ids.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      isAny: !shown.isEmpty, only: only.map { ledger.link($0).markdown(at: place) })
  }

  /// `nil` where nothing is expected, or too little is known to expect anything.
  var table: Table? {
    guard !shown.isEmpty else { return nil }
    let rows = explained
    let hasOwn = rows.contains { !$0.related.isEmpty }
    return Table(
      "Techniques expected of it, the farthest above their share of all reports first",
      style: "expected",
      columns: [
        Table.Column("Technique"), Table.Column("Expected", isNumeric: true),
        Table.Column("Reports that say so most"),
      ] + (hasOwn ? [Table.Column("Recorded for its \(relatedWord)")] : []),
      rows: rows.map { row in
        let own = ledger.knowledge.techniques[row.candidate.technique]
        return Table.Row(
          nil,
          [
            .name(
              id: own.id.description, name: ledger.fullName(row.candidate.technique),
              path: own.path),
            .share(
              row.candidate.probability,
              note: "\(Format.percent(row.candidate.baseRate))\u{A0}% of all", isFaint: false),
            .links(row.reports),
          ] + (hasOwn ? [.links(row.related)] : []))
      })
  }
}

extension ExpectedSection {
  private struct Row {
    let candidate: UnlistedTechniques.Candidate
    let reports: [Link]
    let related: [Link]
  }

  /// One technique is no list: what is reported with it stands on its own page.
  private var tellsLittle: Bool { found.evidence.count < 2 }

  private var shown: ArraySlice<UnlistedTechniques.Candidate> {
    tellsLittle ? [] : found.candidates.prefix(Self.mostListed)
  }

  private var asked: String {
    let listed = insight.techniques[actor].count
    switch found.basis {
    case .recurring:
      return "the \(Format.count(found.evidence.count, "technique")) that three or more of its "
        + "reports name"
    case .listed where found.evidence.count < listed:
      return "the \(found.evidence.count) rarest of its \(listed) techniques, since none is in "
        + "three of its reports"
    case .listed:
      return "all that it is recorded with, since no technique is in three of its reports"
    }
  }

  private var explained: [Row] {
    let inference = insight.inference.model.infer(found.evidence)
    let related = self.related
    return shown.map { candidate in
      let reports = inference.explanation(
        insight.inference.model.reports(citing: candidate.technique))
      return Row(
        candidate: candidate, reports: reports.prefix(2).map { link(report: $0.report) },
        related: links(related.filter { insight.techniques[$0].contains(candidate.technique) }))
    }
  }

  private func link(report: Int) -> Link {
    let text = ledger.corpus.reports[report]
    let title =
      text.title.count > Self.titleLength
      ? text.title.prefix(Self.titleLength - 1) + "…" : text.title[...]
    return Link(String(title), to: text.path)
  }

  /// Those whose techniques may be its own: of a group its software and campaigns, and so on.
  private var related: [Int] {
    let attributions = ledger.knowledge.attributions
    switch ledger.knowledge.actors[actor].kind {
    case .group:
      return ledger.softwareOfActor[actor]
        + Set(attributions.filter { $0.group == actor }.map(\.campaign)).sorted()
    case .campaign:
      return ledger.softwareOfActor[actor]
        + Set(attributions.filter { $0.campaign == actor }.map(\.group)).sorted()
    case .software: return ledger.usersOfActor[actor]
    }
  }

  private var relatedWord: String {
    switch ledger.knowledge.actors[actor].kind {
    case .group: "software or campaigns"
    case .campaign: "software or group"
    case .software: "users"
    }
  }

  private func links(_ actors: [Int]) -> [Link] {
    let named = actors.prefix(Self.mostRelated).map { ledger.link(actor: $0) }
    guard actors.count > named.count else { return named }
    return named + [Link("\(actors.count - named.count) more", to: place.path + "#with")]
  }

  private static let mostListed = 6
  private static let mostEvidence = 16
  private static let mostRelated = 2
  private static let titleLength = 44
}
