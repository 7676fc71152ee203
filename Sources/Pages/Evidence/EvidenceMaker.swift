import Attack
import Corpora
import Measures
import Text

/// Makes the page on the reports beside ATT&CK's: what was read, what was left out, what only they say.
struct EvidenceMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let evidence: Evidence
  let own: OwnFindings?
  let map: SiteMap

  /// The values for `Templates/evidence.md`.
  struct Contents: Sendable {
    let title: String
    /// `63 reports beside the 1,762 that ATT&CK cites`.
    let said: String
    let files: String
    /// How many remarks there are on what was left out; `nil` if there are none.
    let leftOut: String?
    let hasOwn: Bool
    let own: String
    let techniques: String?
    let pairs: String?
    let shownPairs: String
    let hasFrequent: Bool
  }

  /// Whether there is such a page.
  static func isNeeded(_ evidence: Evidence) -> Bool { !evidence.isEmpty }

  private var title: String { own == nil ? "Evidence of others" : PageKind.evidence.title }

  func page() -> Page {
    Page(
      kind: .evidence, path: PageKind.evidence.path, template: "evidence", title: title,
      summary: "The reports beside ATT&CK’s: what was read, what was left out, and why",
      contents: contents, exhibits: exhibits)
  }

  private var files: [(source: Evidence.Source, file: Evidence.File)] {
    evidence.sources.flatMap { source in source.files.map { (source, $0) } }
  }

  private var contents: Contents {
    let tally = corpus.tally
    let remarks = remarks.count
    return Contents(
      title: title,
      said: "Of its \(Format.count(tally.all, "report")), \(tally.inSentence)",
      files: Format.count(files.count, "file"),
      leftOut: remarks == 0 ? nil : Format.count(remarks, "entry", "entries"), hasOwn: own != nil,
      own: Format.count(own?.count ?? 0, "report"),
      techniques: own.flatMap {
        $0.techniques.isEmpty ? nil : Format.count($0.techniques.count, "technique")
      },
      pairs: own.flatMap { $0.pairs.isEmpty ? nil : Format.count($0.pairs.count, "pair") },
      shownPairs: Format.count(min(own?.pairs.count ?? 0, Self.mostPairs)),
      hasFrequent: !(own?.frequent.isEmpty ?? true))
  }

  private static let mostPairs = 100

  private var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = ["files": .table(fileTable)]
    if !remarks.isEmpty { exhibits["remarks"] = .table(remarkTable) }
    guard let own else { return exhibits }
    if !own.techniques.isEmpty { exhibits["techniques"] = .table(techniqueTable(own)) }
    if !own.pairs.isEmpty { exhibits["pairs"] = .table(pairTable(own)) }
    if !own.frequent.isEmpty { exhibits["frequent"] = .table(frequentTable(own)) }
    let named = corpus.newestFirst.filter { corpus.report($0).isInternal }
    exhibits["reports"] = .table(
      named.isEmpty
        ? setTable
        : ReportTable(corpus.whole).table(
          named.enumerated().map { ($0 + 1, $1) }, caption: "Our reports, newest first"))
    return exhibits
  }
}

extension EvidenceMaker {
  /// Where none of our reports is known by itself: whose sets they are in.
  private var setTable: Table {
    Table(
      "In weighted sets, which name no single report", style: "own",
      columns: [
        Table.Column("Source"), Table.Column("Sets", isNumeric: true),
        Table.Column("Reports", isNumeric: true),
      ],
      rows: corpus.whole.setSources.filter { $0.origin == .team }.map { source in
        Table.Row(
          nil,
          [
            .links([source.link]), .count(source.rows.count, path: nil),
            .count(source.reportCount, path: nil),
          ])
      })
  }

  private var fileTable: Table {
    Table(
      "The files that were read", style: "files",
      columns: [
        Table.Column("File"), Table.Column("Whose"), Table.Column("Format", isMinor: true),
        Table.Column("Reports", isNumeric: true), Table.Column("Techniques", isNumeric: true),
        Table.Column("Left out", isNumeric: true),
      ],
      rows: files.map { source, file in
        Table.Row(
          nil,
          [
            .text(file.name),
            .origin(source.isPublic ? source.name ?? "" : source.name ?? "ours", isMarked: true),
            .text(file.format.title),
            .count(file.reportCount, path: nil),
            .count(file.techniques.count, path: nil),
            .count(Self.remarks(file).count, path: nil),
          ])
      }, filter: files.count > 20 ? "file" : nil)
  }

  /// What was left out of each file: where, and why.
  private var remarks: [(file: String, place: String, text: String)] {
    evidence.unread.map { ($0.name, "", "not read: it \($0.reason)") }
      + files.flatMap { _, file in Self.remarks(file).map { (file.name, $0.place, $0.text) } }
  }

  private static func remarks(_ file: Evidence.File) -> [(place: String, text: String)] {
    let unknown = (file.reports.flatMap(\.unknown) + (file.sets?.unknown ?? [])).map {
      ($0.place.description, $0.technique.description)
    }
    let empty = file.reports.filter(\.techniques.isEmpty).map {
      ($0.place.description, "“\($0.title)” names no technique")
    }
    let own = file.reports.flatMap(\.remarks) + (file.sets?.remarks ?? [])
    let others = (file.remarks + own).map {
      ($0.place?.description ?? "", $0.text)
    }
    return (unknown + others + empty).map { (place: $0.0, text: $0.1) }
  }

  private var remarkTable: Table {
    Table(
      "What was left out, and why", style: "remarks",
      columns: [Table.Column("File"), Table.Column("Line:column"), Table.Column("Why")],
      rows: remarks.map { Table.Row(nil, [.text($0.file), .text($0.place), .text($0.text)]) },
      filter: remarks.count > 20 ? "file or reason" : nil)
  }

  private func techniqueTable(_ own: OwnFindings) -> Table {
    Table(
      "Techniques that only our reports name", style: "own",
      columns: [Table.Column("Technique"), Table.Column("Our reports", isNumeric: true)],
      rows: own.techniques.map { index in
        let technique = knowledge.techniques[index]
        return Table.Row(
          nil,
          [
            .name(of: technique),
            .count(corpus.totals[index], path: technique.path + "#reports"),
          ])
      })
  }

  private func pairTable(_ own: OwnFindings) -> Table {
    Table(
      "Pairs that only our reports name together", style: "own",
      columns: [
        Table.Column("Technique"), Table.Column("With"),
        Table.Column("Our reports", isNumeric: true),
      ],
      rows: own.pairs.prefix(Self.mostPairs).map { pair in
        Table.Row(
          nil,
          [
            .name(of: knowledge.techniques[pair.first]),
            .name(of: knowledge.techniques[pair.second]),
            .count(pair.together, path: map.evidencePath(pair.first, with: pair.second)),
          ])
      })
  }

  private func frequentTable(_ own: OwnFindings) -> Table {
    Table(
      "What our reports name more often than others", style: "own",
      columns: [
        Table.Column("Technique"), Table.Column("Our reports", isNumeric: true),
        Table.Column("Expected", isNumeric: true), Table.Column("Times expected", isNumeric: true),
      ],
      rows: own.frequent.prefix(Self.mostFrequent).map { entry in
        let technique = knowledge.techniques[entry.technique]
        return Table.Row(
          nil,
          [
            .name(of: technique), .count(entry.seen, path: technique.path + "#reports"),
            .text(Format.decimal(entry.expected, 1)), .text(Format.decimal(entry.ratio.ratio, 2)),
          ])
      })
  }

  private static let mostFrequent = 20
}

extension EvidenceMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("said", \.said),
    .text("files", \.files),
    .text("leftOut", \.leftOut),
    .flag("hasOwn", \.hasOwn),
    .text("own", \.own),
    .text("techniques", \.techniques),
    .text("pairs", \.pairs),
    .text("shownPairs", \.shownPairs),
    .flag("hasFrequent", \.hasFrequent),
  ]
}
