import Attack
import Corpora
import Measures
import Text

/// All techniques that are reported with one: on the matrix, in a table, and the rare ones apart.
struct PartnerSection {
  private let knowledge: Knowledge
  private let index: Index<Technique>
  private let total: Int
  private let matrix: TechniqueMatrix
  private let tables: PartnerTable
  private let partners: [Association]
  /// Those of the table.
  private let shown: [Association]
  /// Those of a page that holds all, in too few reports to measure.
  private let rare: [Association]
  private let isWhole: Bool

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ findings: Findings, _ map: SiteMap,
    of index: Index<Technique>
  ) {
    self.knowledge = knowledge
    self.index = index
    total = findings.associations.total(index)
    matrix = TechniqueMatrix(knowledge, corpus, of: index)
    tables = PartnerTable(knowledge, corpus, findings.associations, map, of: index)
    isWhole = !map.hasAllPage(index)
    partners = findings.partners[index].all
    if isWhole {
      (shown, rare) = PageLimits.split(partners)
    } else {
      let least = PageLimits.leastCount(partners.map(\.together))
      (shown, rare) = (partners.filter { $0.together >= least }, [])
    }
  }

  struct MatrixNote: Sendable {
    let seen: String
    /// With sub-techniques counted one by one.
    let single: String
    let hidden: String
  }

  struct TableNote: Sendable {
    let title: String
    /// Where an `-all` page has more.
    let rest: String?
    /// Those of one or two reports, where they are listed apart.
    let rare: String?
  }

  var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = [:]
    if total > 0 { exhibits["matrix"] = .figure(matrix.figure) }
    if !shown.isEmpty {
      exhibits["all"] = .table(tables.table(shown, withReferences: isWhole))
    }
    if !rare.isEmpty { exhibits["rare"] = .compactList(tables.rare(rare)) }
    return exhibits
  }

  /// `nil` if no report cites the technique.
  var matrixNote: MatrixNote? {
    guard total > 0 else { return nil }
    let domain = knowledge.techniques[index].domain
    let parents = knowledge.techniques.indices.count {
      knowledge.techniques[$0].parent == nil && knowledge.techniques[$0].domains.first == domain
    }
    let seen = matrix.parentsSeen
    return MatrixNote(
      seen: Format.count(seen, "technique"), single: Format.count(partners.count),
      hidden: Format.count(max(0, parents - seen - 1)))
  }

  /// `nil` without partners.
  var tableNote: TableNote? {
    guard !partners.isEmpty else { return nil }
    let left = partners.count - shown.count
    let least =
      isWhole ? PageLimits.measured : PageLimits.leastCount(partners.map(\.together))
    let title =
      left == 0
      ? "All \(Format.count(shown.count, "technique")) reported with it"
      : (shown.count == 1 ? "The technique" : "The \(Format.count(shown.count, "technique"))")
        + " reported with it \(least) times or more"
    let range = least == 2 ? "1 report" : "1 to \(least - 1) reports"
    return TableNote(
      title: title,
      rest: isWhole || left == 0
        ? nil
        : "\(Format.count(left, "more technique is", "more techniques are")) cited with it in "
          + "\(range) each, too few for a narrow interval",
      rare: rare.isEmpty ? nil : Format.count(rare.count, "technique"))
  }
}

extension PartnerSection.MatrixNote: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("seen", \.seen),
    .text("single", \.single),
    .text("hidden", \.hidden),
  ]
}

extension PartnerSection.TableNote: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("rest", \.rest),
    .text("rare", \.rare),
  ]
}
