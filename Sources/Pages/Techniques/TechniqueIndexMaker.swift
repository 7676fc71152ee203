import Attack
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
      table: TechniqueList(knowledge, findings, map)
        .table(all, caption: "All techniques, most reported first")
    ).page
    page.dataScripts = [DataScriptName.explorer]
    return page
  }
}
