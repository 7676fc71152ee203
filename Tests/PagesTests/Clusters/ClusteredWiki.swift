import Attack
import Corpora
import Measures
import Pages
import TestSupport

/// A wiki of invented reports, with its clusters.
struct ClusteredWiki {
  let book: ClusterCatalogue
  let wiki: Wiki

  /// Two habits, of four techniques and of three; one technique always alone, and one too rare.
  static let habits =
    Array(repeating: ["T1001", "T1002", "T1003", "T1004"], count: 15)
    + Array(repeating: ["T1005", "T1006", "T1007"], count: 12)
    + Array(repeating: ["T1013"], count: 20) + Array(repeating: ["T1008"], count: 3)

  init(_ reports: [[String]], titles: [ClusterTitle] = []) async {
    let knowledge = Knowledge.make(reports: reports)
    let corpus = Corpus(knowledge)
    let ids = knowledge.techniques.map(\.id.description)
    let associations = await Associations(corpus.citations, ids: ids)
    let clusters = await TechniqueClusters(
      resampling: corpus.citations, associations.counts, associations.expected)
    book = ClusterCatalogue(clusters, associations, knowledge.techniques, titles: titles)
    wiki = Wiki(
      Ledger(knowledge, corpus, associations, notices: [], clusters: book),
      WikiFindings(inference: await CalibratedInference(corpus, ids: ids)), texts: TeamTexts(),
      title: "Test", settings: BuildSettings(version: "1", values: []))
  }

  func page(_ path: String) -> Page? { wiki.pages.first { $0.path == path }?.make() }

  /// The lines of a file.
  func lines(_ path: String) -> [Substring]? {
    wiki.files.first { $0.path == path }?.make().split(separator: "\n")
  }
}

extension Page {
  func table(_ name: String) -> Table? {
    if case .table(let table)? = exhibits[name] { table } else { nil }
  }
}
