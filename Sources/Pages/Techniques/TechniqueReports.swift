import Attack
import Corpora

/// Tables of the reports that cite a technique.
struct TechniqueReports {
  private let corpus: CountedCorpus
  private let text: ProcedureText
  private let index: Index<Technique>
  private let technique: Technique
  private var id: TechniqueID { technique.id }

  init(_ knowledge: Knowledge, _ corpus: CountedCorpus, _ map: SiteMap, of index: Index<Technique>)
  {
    self.corpus = corpus
    self.index = index
    text = ProcedureText(knowledge.actors, map.targets, sets: corpus.whole.sets)
    technique = knowledge.techniques[index]
  }

  /// All of them, the newest being number 1, with the sentences of each on it.
  func all(at location: PageLocation, ofTheTen ten: [Index<Technique>] = []) -> Table {
    let reports = corpus.reportsOfTechnique[index]
    return ReportTable(corpus.whole).table(
      reports.enumerated().map { ($0 + 1, $1) },
      caption: reports.count == 1
        ? "The report that cites \(id), and ATT&CK’s sentence that cites it"
        : "The reports that cite \(id), newest first, and ATT&CK’s sentences that cite them",
      ofTheTen: ten
    ) { report in
      text.sentences(
        on: technique, corpus.whole.procedures(ofReport: report, with: index),
        citing: corpus.whole.reports[report], at: location)
    }
  }

  /// The newest ones, on a page that cannot hold all.
  func newest(ofTheTen ten: [Index<Technique>]) -> Table {
    let shown = corpus.reportsOfTechnique[index].prefix(PageLimits.reports)
    return ReportTable(corpus.whole).table(
      shown.enumerated().map { ($0 + 1, $1) },
      caption: "The \(shown.count) newest reports that cite \(id)", ofTheTen: ten)
  }
}
