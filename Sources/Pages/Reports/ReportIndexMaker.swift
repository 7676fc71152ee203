import Attack
import Corpora
import Text

/// Makes the list of all reports that count, and that of the others.
struct ReportIndexMaker: Sendable {
  let actors: IndexedList<Actor, Actor>
  let corpus: Corpus
  let reports: FilteredReports

  /// The list of the reports that are left out.
  static let leftOutPath = PageKind.report.path(of: "left-out")

  func page() -> Page {
    let location = PageLocation(PageKind.report.path)
    return IndexPage(
      kind: .report,
      summary: corpus.isMixed
        ? "\(Format.count(reports.countedCount, "report")), "
          + "\(corpus.tally(reports.counted.reports).ofThem ?? "all of them ATT&CK’s")."
        : "\(Format.count(reports.countedCount, "report")) that ATT&CK cites for techniques.",
      note: notes(at: location),
      table: table("All reports", of: reports.counted)
    ).page
  }

  /// What else there is to know of the reports; `nil` if nothing.
  private func notes(at location: PageLocation) -> String? {
    let leftOut = reports.leftOutCount
    let notes = [
      corpus.hasSets
        ? "\(Format.list(corpus.setSources.map { sets($0, at: location) })), which name no single report."
        : nil,
      corpus.isMixed
        ? "[What was read beside ATT&CK’s](\(location.href(PageKind.evidence.path)))." : nil,
      leftOut == 0
        ? nil
        : "\(Format.count(leftOut, "more is", "more are")) left out of the counts: "
          + "[the list](\(location.href(Self.leftOutPath))).",
    ].compactMap(\.self)
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// `1,000,000 are in the sets of [sightings](…)`.
  private func sets(_ source: SetSource, at location: PageLocation) -> String {
    "\(Format.count(source.reportCount, "is", "are")) in the sets of "
      + source.link.markdown(at: location)
  }

  func leftOutPage() -> Page {
    let location = PageLocation(Self.leftOutPath)
    let title = "Reports left out"
    return Page(
      kind: .report, path: Self.leftOutPath, template: "index", title: title,
      summary: "The reports that no count of this site holds", trail: [PageKind.report.link],
      contents: IndexPage.Contents(
        title: title,
        said: "\(Format.count(reports.leftOutCount, "report")) in no count of this site: "
          + "\(reports.leftOutInWords ?? "").",
        note: "[What that changes](\(location.href(PageKind.method.path))#choices)", hasRows: true),
      exhibits: ["all": .table(table("The reports left out", of: reports.leftOut))])
  }
}

extension ReportIndexMaker {
  private func table(_ caption: String, of selection: Corpus.Selection) -> Table {
    Table(
      "\(caption), newest first", style: "reports",
      columns: [
        Table.Column("Published"), Table.Column("Report"),
        Table.Column("Publisher", isMinor: true), Table.Column("Techniques", isNumeric: true),
        Table.Column("Cited for", isMinor: true),
      ] + (corpus.isMixed ? [Table.Column("From", filter: .choice)] : []),
      rows: selection.filter(corpus.newestFirst).map(row), filter: "title, publisher or name")
  }

  private func row(_ index: Index<Report>) -> Table.Row {
    let report = corpus.reports[index]
    let names = corpus.citedBy[index].prefix(3).map { actors[$0].name }
    return Table.Row(
      report.id,
      [
        .date(report.published),
        .name(id: nil, name: report.title, path: report.path), .text(report.publisher ?? ""),
        .count(corpus.techniquesOfReport[index].count, path: report.path),
        .text(Format.list(names) + (corpus.citedBy[index].count > 3 ? " …" : "")),
      ] + (corpus.isMixed ? [corpus.originCell(index)] : []))
  }
}
