import Attack
import Corpora
import Measures
package import Pages
package import Records

/// A wiki of invented reports, with its clusters.
package struct ClusteredWiki {
  package let book: ClusterCatalogue
  private let wiki: Wiki
  package let records: RecordFiles

  /// Two habits, of four techniques and of three; one technique always alone, and one too rare.
  package static let habits =
    Array(repeating: ["T1001", "T1002", "T1003", "T1004"], count: 15)
    + Array(repeating: ["T1005", "T1006", "T1007"], count: 12)
    + Array(repeating: ["T1013"], count: 20) + Array(repeating: ["T1008"], count: 3)

  package init(_ reports: [[String]], titles: [ClusterTitle] = []) async throws {
    let knowledge = Knowledge.make(reports: reports)
    let corpus = Corpus(knowledge)
    let edition = try await Edition(knowledge, Findings(knowledge, corpus), titles: titles)
    book = edition.clusters
    records = RecordFiles(edition, settings: BuildSettings(version: "1", title: "Test"))
    wiki = Wiki(
      edition, notices: [], texts: TeamTexts(), title: "Test", tables: records.tables)
  }

  package var pages: [Page] { wiki.pages.map { $0.make() } }

  package func page(_ path: String) -> Page? { wiki.pages.first { $0.path == path }?.make() }

  /// The lines of a file.
  package func lines(_ path: String) -> [Substring]? {
    records.files.first { $0.path == path }
      .map { String(decoding: $0.make(), as: UTF8.self).split(separator: "\n") }
  }
}

extension Page {
  package func table(_ name: String) -> Table? {
    if case .table(let table)? = exhibits[name] { table } else { nil }
  }
}
