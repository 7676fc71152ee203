import Attack
import Measures
import Text

/// Makes the list of all techniques.
struct TechniqueIndexMaker: Sendable {
  let knowledge: Knowledge
  let associations: Associations
  let map: SiteMap

  func page() -> Page {
    let all = Array(knowledge.techniques.indices)
    let cited = associations.counts.citedCount
    var page = IndexPage(
      kind: .technique,
      said: "\(Format.count(all.count, "technique")), of which \(Format.count(cited)) are cited in "
        + "\(Format.count(associations.counts.reportCount, "report")).",
      table: TechniqueList(knowledge, associations, map)
        .table(all, caption: "All techniques, most reported first")
    ).page
    page.dataScripts = [DataScriptName.explorer]
    return page
  }
}
