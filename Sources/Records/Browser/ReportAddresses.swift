import Corpora
import Pages
import Text

/// Where reports were published, for the explorer's hunt plan: `report-addresses`.
///
/// It sets `window.attackRelationsAddresses` to a line for each report that counts, in the order of their
/// keys, which is that of the explorer's data; empty where no address is known. Weighted sets have none.
struct ReportAddresses: Sendable {
  private let corpus: CountedCorpus

  init(_ corpus: CountedCorpus) { self.corpus = corpus }

  var script: DataScript {
    DataScript(
      DataScriptName.addresses, sets: "attackRelationsAddresses",
      .text(corpus.reports.map { corpus.report($0).url ?? "" }.joined(separator: "\n")))
  }
}
