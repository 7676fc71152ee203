import Attack
import Corpora
import Measures
import Text

/// Makes the list of all pages of a kind.
struct IndexMaker: Sendable {
  let ledger: Ledger

  /// What `Templates/index.md` says.
  struct Contents: Sendable {
    let title: String
    let said: String
    let note: String?
    let hasRows: Bool
  }

  private func page(
    _ kind: PageKind, said: String, note: String? = nil, _ table: Table
  ) -> Page {
    Page(
      kind: kind, path: kind.path, template: "index", title: kind.title, summary: said,
      contents: Contents(
        title: kind.title, said: said, note: note, hasRows: !table.rows.isEmpty),
      exhibits: table.rows.isEmpty ? [:] : ["all": .table(table)])
  }

  func techniques() -> Page {
    let all = Array(ledger.knowledge.techniques.indices)
    let cited = ledger.associations.counts.citedCount
    var page = page(
      .technique,
      said: "\(Format.count(all.count, "technique")), of which \(Format.count(cited)) are cited in "
        + "\(Format.count(ledger.counted.count, "report")).",
      TechniqueList(ledger).table(all, caption: "All techniques, most reported first"))
    page.dataScripts = [DataScriptName.explorer]
    return page
  }

  func tactics() -> Page {
    let knowledge = ledger.knowledge
    let table = Table(
      "The tactics in the order of the matrix", style: "list",
      columns: [
        Table.Column("Tactic"), Table.Column("Domain"),
        Table.Column("Techniques", isNumeric: true), Table.Column("Reported", isNumeric: true),
        Table.Column("Most reported"),
      ],
      rows: knowledge.tactics.enumerated().map { index, tactic in
        let members = ledger.techniquesOfTactic[index]
        let first = members.sorted {
          (ledger.total($1), $0) < (ledger.total($0), $1)
        }.prefix(3).filter { ledger.total($0) > 0 }
        return Table.Row(
          tactic.slug,
          [
            .name(id: tactic.id?.description, name: tactic.name, path: tactic.path),
            .text(tactic.domain.title), .count(members.count, path: tactic.path),
            .count(members.count { ledger.total($0) > 0 }, path: nil),
            .links(
              first.map {
                Link(
                  "\(knowledge.techniques[$0].name) \(ledger.total($0))",
                  to: knowledge.techniques[$0].path)
              }),
          ])
      })
    return page(
      .tactic, said: "\(Format.count(knowledge.tactics.count, "tactic")).", table)
  }

  func actors(_ kind: Actor.Kind) -> Page {
    let knowledge = ledger.knowledge
    let actors = knowledge.actors.indices.filter { knowledge.actors[$0].kind == kind }
    let hasAliases = actors.contains { !knowledge.actors[$0].aliases.isEmpty }
    let isDated = actors.contains { knowledge.actors[$0].active != nil }
    let isOwned = actors.contains { !ledger.groups(of: $0).isEmpty }
    let table = Table(
      "All \(kind.collective)", style: "list",
      columns: [Table.Column("Name")]
        + (hasAliases ? [Table.Column("Also", isMinor: true)] : [])
        + (isDated ? [Table.Column("Active")] : [])
        + (isOwned ? [Table.Column("Attributed to")] : [])
        + [Table.Column("Techniques", isNumeric: true), Table.Column("Reports", isNumeric: true)],
      rows: actors.map { index in
        let actor = knowledge.actors[index]
        let procedures = ledger.proceduresOfActor[index].map { ledger.corpus.procedures[$0] }
        let isNamed = actor.name != actor.id.description
        return Table.Row(
          actor.id.description,
          [
            .name(
              id: isNamed ? actor.id.description : nil, name: actor.name, path: actor.path)
          ] + (hasAliases ? [.text(actor.aliases.joined(separator: ", "))] : [])
            + (isDated ? [.text(actor.active ?? "")] : [])
            + (isOwned ? [.links(ledger.groups(of: index))] : []) + [
              count(Set(procedures.map(\.technique)).count, actor.path + "#all"),
              count(ledger.reports(of: procedures).count, actor.path + "#reports"),
            ])
      }, filter: actors.count > 20 ? "id, name or alias" : nil)
    return page(
      kind.page,
      said:
        "\(Format.count(actors.count, kind.noun, kind.plural)), with the techniques that each is "
        + "recorded with.", table)
  }

  /// A number that leads somewhere, where there is anything to lead to.
  private func count(_ count: Int, _ path: String) -> Cell {
    .count(count, path: count == 0 ? nil : path)
  }

  private func table(of selection: Corpus.Selection, _ caption: String) -> Table {
    let reports = ledger.corpus.reports
    return Table(
      "\(caption), newest first", style: "reports",
      columns: [
        Table.Column("Published"), Table.Column("Report"),
        Table.Column("Publisher", isMinor: true), Table.Column("Techniques", isNumeric: true),
        Table.Column("Cited for", isMinor: true),
      ],
      rows: selection.filter(ledger.corpus.newestFirst).map { index in
        let report = reports[index]
        return Table.Row(
          report.id,
          [
            .text(report.published?.description ?? "no date"),
            .name(id: nil, name: report.title, path: report.path),
            .text(report.publisher ?? ""),
            .count(ledger.techniquesOfReport[index].count, path: report.path),
            .text(
              Format.list(
                ledger.corpus.citedBy[index].prefix(3).map { ledger.knowledge.actors[$0].name })
                + (ledger.corpus.citedBy[index].count > 3 ? " …" : "")),
          ])
      }, filter: "title, publisher or name")
  }

  func reports() -> Page {
    let place = PageLocation(PageKind.report.path)
    return page(
      .report,
      said: "\(Format.count(ledger.counted.count, "report")) that ATT&CK cites for "
        + "techniques.",
      note: ledger.leftOutCount == 0
        ? nil
        : "\(Format.count(ledger.leftOutCount, "more is", "more are")) left out of the counts: "
          + "[the list](\(place.href(Self.leftOutPath))).", table(of: ledger.counted, "All reports")
    )
  }

  static let leftOutPath = PageKind.report.path(of: "left-out")

  /// The list of the reports that are left out.
  func leftOutReports() -> Page {
    let place = PageLocation(Self.leftOutPath)
    return Page(
      kind: .report, path: Self.leftOutPath, template: "index", title: "Reports left out",
      summary: "The reports that no count of this site holds",
      trail: [PageKind.report.link],
      contents: Contents(
        title: "Reports left out",
        said: "\(Format.count(ledger.leftOutCount, "report")) in no count of this site: "
          + "\(SensitivitySection.leftOut(ledger) ?? "").",
        note: "[What that changes](\(place.href(PageKind.method.path))#choices)", hasRows: true),
      exhibits: ["all": .table(table(of: ledger.reports.leftOut, "The reports left out"))])
  }

  func subsets(_ findings: [SubsetFindings]) -> Page {
    let table = Table(
      "The subsets of this site", style: "list",
      columns: [
        Table.Column("Subset"), Table.Column("Techniques", isNumeric: true),
        Table.Column("In the map", isNumeric: true),
      ],
      rows: TechniqueMap.row(ledger)
        + findings.map { finding in
          Table.Row(
            finding.subset.name,
            [
              .name(id: nil, name: finding.subset.title, path: finding.subset.path),
              .count(finding.subset.members.count, path: nil),
              .count(finding.shown.count, path: finding.subset.path),
            ])
        })
    return page(
      .subset,
      said: "Some techniques by the same techniques: how often both are cited in one report.",
      note: "Each has three maps: how many reports cite both, what share of the row’s reports that "
        + "is, and how far it is from what the sizes of the reports explain. A map holds the 26 most "
        + "reported of its techniques at most; the CSV file of a subset holds them all.", table)
  }
}

extension IndexMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("said", \.said),
    .text("note", \.note),
    .flag("hasRows", \.hasRows),
  ]
}
