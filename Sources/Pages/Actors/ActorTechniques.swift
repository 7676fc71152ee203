import Attack
import Corpora
import Measures
import Text

/// The techniques that an actor is recorded with: on the matrix, and with ATT&CK's sentences and the
/// reports that they cite.
struct ActorTechniques {
  private let knowledge: Knowledge
  private let actor: Actor
  private let corpus: Corpus
  private let text: ProcedureText
  private let procedures: [Corpus.Procedure]
  /// For each technique, how many of the actor's reports cite it.
  private let counts: [Index<Technique>: Int]
  /// The actor's reports, the newest first.
  private let reports: [Index<Report>]

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ map: SiteMap, _ citations: ActorCitations,
    of index: Index<Actor>
  ) {
    self.knowledge = knowledge
    self.corpus = corpus.whole
    reports = citations.reports
    actor = knowledge.actors[index]
    text = ProcedureText(knowledge.actors, map.targets)
    procedures = corpus.procedures(ofActor: index)
    counts = citations.counts
  }

  var count: Int { counts.count }

  /// How many of them are cited by no counted report.
  var uncitedCount: Int { counts.values.count { $0 == 0 } }

  /// One technique needs no map.
  var exhibits: [String: Exhibit] {
    guard !counts.isEmpty else { return [:] }
    var exhibits: [String: Exhibit] = ["all": .table(table)]
    if counts.count > 1 { exhibits["matrix"] = .figure(matrix) }
    return exhibits
  }

  private var matrix: MatrixFigure {
    var figure = MatrixMaker(knowledge).figure(
      "Techniques of \(actor.name) on the ATT&CK matrix",
      description: "The techniques that \(actor.name) is recorded with, one column for each "
        + "tactic. Each number is how many of its \(Format.count(reports.count, "report")) say so.",
      legend: Legend(
        title: "Reports of \(actor.name) that say so, of \(Format.count(reports.count))",
        labels: ColourScale.fewLabels, scale: .sequential),
      numbers: counts, level: ColourScale.few)
    figure.whole = "of the \(Format.count(reports.count, "report")) of \(actor.name)"
    return figure
  }
}

extension ActorTechniques {
  private var table: Table {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Table(
      counts.count > 1
        ? "The techniques of \(actor.name), those of most of its reports first"
        : "The technique of \(actor.name)",
      style: "said", columns: columns, rows: sorted.map { row($0.key) },
      filter: sorted.count > 20 ? "id, name, sentence or report" : nil)
  }

  private var columns: [Table.Column] {
    [
      Table.Column("Technique"), Table.Column("Tactic", isMinor: true),
      Table.Column("ATT&CK’s sentence"),
    ] + (hasReports ? [Table.Column("Citing")] : [])
  }

  /// Whether there are several: one stands below the table.
  private var hasReports: Bool { reports.count > 1 }

  private func row(_ technique: Index<Technique>) -> Table.Row {
    let id = knowledge.techniques[technique].id.description
    let uses = procedures.filter { $0.technique == technique }
    return Table.Row(
      id,
      [
        .name(
          id: id, name: knowledge.fullName(technique), path: knowledge.techniques[technique].path),
        .text(knowledge.tacticNames(technique).joined(separator: ", ")),
        .prose(text.markdown(of: uses, at: PageLocation(actor.path))),
      ] + (hasReports ? [.reports(references(uses))] : []))
  }

  /// The reports of these, the newest first, with the numbers that they have on this page.
  private func references(_ procedures: [Corpus.Procedure]) -> [NumberedReport] {
    let cited = Set(procedures.flatMap(\.reports))
    return reports.enumerated().filter { cited.contains($1) }
      .map { NumberedReport($0 + 1, corpus.reports[$1]) }
  }
}
