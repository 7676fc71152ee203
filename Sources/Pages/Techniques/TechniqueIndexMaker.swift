import Attack
import Corpora
import Measures
import Text

/// Makes the list of all techniques.
struct TechniqueIndexMaker: Sendable {
  let knowledge: Knowledge
  let findings: Findings
  let map: SiteMap

  func page() -> Page {
    let all = Array(knowledge.techniques.indices)
    let counts = findings.associations.counts
    var page = IndexPage(
      kind: .technique,
      summary:
        "\(Format.count(all.count, "technique")), of which \(Format.count(counts.citedCount)) are cited in "
        + "\(Format.count(counts.reportCount, "report")).",
      note: further,
      table: TechniqueList(knowledge, findings, map)
        .table(all, caption: "All techniques, most reported first")
    ).page
    page.dataScripts = [DataScriptName.explorer]
    return page
  }

  /// Where the pages on pairs of techniques are; `nil` where there are none.
  private var further: String? {
    guard let order = findings.order else { return nil }
    let location = PageLocation(PageKind.technique.path)
    let pages =
      (order.book.isEmpty ? [] : [PageKind.order]) + (order.enabling.edges.isEmpty ? [] : [.needs])
    return "See also: " + pages.map { $0.link.markdown(at: location) }.joined(separator: ", ") + "."
  }
}
