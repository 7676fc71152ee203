import Attack
import Corpora
import Text

/// What weighted sets add to the reports of a technique: reports that are not known one by one.
struct SetNote {
  /// As Markdown, with links to the sources.
  let sentence: String

  /// `nil` where none of their sets has the technique.
  init?(_ corpus: CountedCorpus, of technique: Index<Technique>, at location: PageLocation) {
    let count = corpus.totals[technique] - corpus.reportsOfTechnique[technique].count
    guard count > 0 else { return nil }
    let links = corpus.whole.setSources.map { $0.link.markdown(at: location) }
    let more = corpus.reportsOfTechnique[technique].isEmpty ? "" : " more"
    sentence =
      "**\(Format.count(count))\(more) \(count == 1 ? "report cites" : "reports cite") it** in the sets of "
      + "\(Format.list(links)). The sets name no single report."
  }
}
