import Attack
import Corpora
import Measures
import Text

/// Makes the page that describes each file for programs.
struct DataIndexMaker: Sendable {
  let knowledge: Knowledge
  let reports: FilteredReports
  let subsets: [SubsetFindings]
  /// Whether the site shows what changed since the previous release.
  let isCompared: Bool
  /// Whether it shows how good its numbers are.
  let isEvaluated: Bool

  /// The values for `Templates/data.md`.
  struct Contents: Sendable {
    let reports: String
    let techniques: String
    /// `log source`.
    let sourceKind: String
    let leftOut: String?
    let isCompared: Bool
    let isEvaluated: Bool
    let example: String?
    let subsets: [Subset]
  }

  struct Subset: Sendable {
    let title: String
    let path: String
  }

  func page() -> Page {
    Page(
      kind: .data, path: PageKind.data.path, template: "data", title: "Data for programs",
      summary: "What each file of this site holds",
      contents: Contents(
        reports: Format.count(reports.counted.count, "report"),
        techniques: Format.count(knowledge.techniques.count, "technique"),
        sourceKind: knowledge.sourceKind,
        leftOut: reports.leftOut.isEmpty
          ? nil : Format.count(reports.leftOut.count, "report"),
        isCompared: isCompared, isEvaluated: isEvaluated,
        example: knowledge.techniques.first?.id.description,
        subsets: subsets.map {
          Subset(
            title: $0.subset.title,
            path: String($0.subset.csv.trimmingPrefix(RecordPath.data)))
        }))
  }
}

extension DataIndexMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("reports", \.reports),
    .text("techniques", \.techniques),
    .text("sourceKind", \.sourceKind),
    .text("leftOut", \.leftOut),
    .flag("isCompared", \.isCompared),
    .flag("isEvaluated", \.isEvaluated),
    .text("example", \.example),
    .items("subsets", \.subsets),
  ]
}

extension DataIndexMaker.Subset: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("path", \.path),
  ]
}
