import Attack
import Corpora
import Measures
import Text

/// Makes the page of a source of weighted sets: its sets, those of most reports first.
struct SetSourceMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let source: SetSource

  /// The values for `Templates/sets.md`.
  struct Contents: Sendable {
    let title: String
    let reports: String
    let sets: String
    /// Where only some are listed: how many.
    let shown: String?
    /// How many reports are in no count, since their sets are left out; `nil` of none.
    let leftOut: String?
    let facts: [Fact]
    let dataPath: String
  }

  /// So many sets are listed.
  private static let most = 200

  private var location: PageLocation { PageLocation(source.path) }

  func page() -> Page {
    let sets = corpus.heaviest(of: source)
    var page = Page(
      kind: .report, path: source.path, template: "sets", title: source.name,
      summary: "The sets of techniques of this source, the largest first",
      trail: [PageKind.report.link], contents: contents(sets),
      exhibits: ["sets": .table(table(sets))])
    page.marking = corpus.whole.marking(of: source.rows)
    return page
  }

  private func contents(_ sets: [Index<Report>]) -> Contents {
    let counted = corpus.whole.weight(of: sets)
    let leftOut = source.reportCount - counted
    return Contents(
      title: source.name, reports: Format.count(counted, "report"),
      sets: Format.count(sets.count, "set"),
      shown: sets.count > Self.most ? Format.count(Self.most) : nil,
      leftOut: leftOut == 0 ? nil : Format.count(leftOut, "more report"), facts: facts,
      dataPath: location.href(PageKind.data.path))
  }

  private var facts: [Fact] {
    let seen = [source.firstSeen, source.lastSeen].compactMap(\.self).map(\.description).distinct
    return [
      Fact("From", MarkdownText.escape(source.origin.words(corpus.whole.sets))),
      seen.isEmpty ? nil : Fact("Seen", seen.joined(separator: " to ")),
      Fact(
        source.files.count == 1 ? "File" : "Files",
        source.files.distinct.map(MarkdownText.escape).joined(separator: ", ")),
    ].compactMap(\.self)
  }

  private func table(_ sets: [Index<Report>]) -> Table {
    let all = corpus.whole.weight(of: sets)
    return Table(
      sets.count > Self.most
        ? "The \(Self.most) largest sets" : "All sets, the largest first",
      style: "sets",
      columns: [
        Table.Column("Reports", isNumeric: true), Table.Column("Share of all", isNumeric: true),
        Table.Column("Techniques"),
      ],
      rows: sets.prefix(Self.most).map { row in
        let weight = corpus.report(row).weight
        return Table.Row(
          nil,
          [
            .count(weight, path: nil),
            .share(Double(weight) / Double(all), note: "", isFaint: false),
            .links(corpus.whole.techniquesOfReport[row].map { knowledge.techniques[$0].link }),
          ])
      }, filter: sets.count > 20 ? "technique" : nil)
  }
}

extension SetSourceMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("reports", \.reports),
    .text("sets", \.sets),
    .text("shown", \.shown),
    .text("leftOut", \.leftOut),
    .items("facts", \.facts),
    .text("dataPath", \.dataPath),
  ]
}
