import Attack
import Corpora
import Measures
import Text

/// Makes the page on what a team cannot detect, by how much it would be worth.
struct GapsMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let coverage: Coverage
  let gaps: CoverageGaps

  /// The values for `Templates/gaps.md`.
  struct Contents: Sendable {
    let layers: String
    let covered: String
    let parents: String?
    let open: String
    let seen: String
    let hasGaps: Bool
    let hasClosures: Bool
    let warning: String?
    let shown: String
  }

  func page() -> Page {
    Page(
      kind: .gaps, path: PageKind.gaps.path, template: "gaps", title: PageKind.gaps.title,
      summary: "The techniques that no detection of ours covers, by how much they are worth",
      contents: contents, exhibits: exhibits)
  }

  private var contents: Contents {
    Contents(
      layers: Format.list(coverage.names.map { "“\(MarkdownText.escape($0))”" }),
      covered: Self.count(coverage.techniques(.covered).count, "technique is", "techniques are"),
      parents: Self.counted(coverage.techniques(.parentOnly).count),
      open: Format.count(coverage.techniques(.uncovered).count),
      seen: Format.count(CoverageGaps.seen), hasGaps: !gaps.gaps.isEmpty,
      hasClosures: !gaps.closures.isEmpty,
      warning: coverage.warning.map(MarkdownText.escape),
      shown: Format.count(min(gaps.gaps.count, Self.mostGaps)))
  }

  private static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "**\(Format.count(count))** \(count == 1 ? one : many)"
  }

  /// `nil` of none.
  private static func counted(_ count: Int) -> String? {
    count == 0 ? nil : Format.count(count, "sub-technique")
  }

  private static let mostGaps = 200

  private var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = [:]
    if !gaps.gaps.isEmpty { exhibits["gaps"] = .table(gapTable) }
    if !gaps.closures.isEmpty { exhibits["closures"] = .table(closureTable) }
    return exhibits
  }

  private var gapTable: Table {
    Table(
      "Techniques that are not covered, the most worth first", style: "gaps",
      columns: [
        Table.Column("Technique"), Table.Column("Tactic", isMinor: true, filter: .choice),
        Table.Column("Covered", filter: .choice), Table.Column("Reports", isNumeric: true),
        Table.Column("Worth", isNumeric: true),
      ],
      rows: gaps.gaps.prefix(Self.mostGaps).map { gap in
        let technique = knowledge.techniques[gap.technique]
        return Table.Row(
          technique.id.description,
          [
            .name(of: technique),
            .text(knowledge.tacticNames(gap.technique).joined(separator: ", ")),
            .coverage(coverage.states[gap.technique]),
            .count(
              corpus.totals[gap.technique], path: technique.path + "#reports"),
            .text(Format.decimal(gap.worth, 1)),
          ])
      }, filter: gaps.gaps.count > 20 ? "id or name" : nil)
  }

  private var closureTable: Table {
    Table(
      "Data components that would show most of what is not covered, one after the other",
      style: "closures",
      columns: [
        Table.Column("Data component"), Table.Column("Log sources"),
        Table.Column("Shows", isNumeric: true), Table.Column("Worth", isNumeric: true),
        Table.Column("The most worth among them"),
      ],
      rows: gaps.closures.map { closure in
        Table.Row(
          nil,
          [
            .text(closure.component), .text(closure.sources.joined(separator: ", ")),
            .count(closure.techniques.count, path: nil), .text(Format.decimal(closure.worth, 1)),
            .links(
              closure.techniques.prefix(5).map { index in
                let technique = knowledge.techniques[index]
                return Link(technique.id.description, to: technique.path)
              }),
          ])
      })
  }
}

extension GapsMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("layers", \.layers),
    .text("covered", \.covered),
    .text("parents", \.parents),
    .text("open", \.open),
    .text("seen", \.seen),
    .flag("hasGaps", \.hasGaps),
    .flag("hasClosures", \.hasClosures),
    .text("warning", \.warning),
    .text("shown", \.shown),
  ]
}
