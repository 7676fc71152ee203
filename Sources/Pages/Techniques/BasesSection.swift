import Attack
import Corpora
import Measures
import Text

/// How the ten seen most often with a technique change from one basis to another.
struct BasesSection {
  private let techniques: IndexedList<Technique, Technique>
  private let associations: Associations
  private let map: SiteMap
  private let bases: [BasisFindings]
  private let index: Index<Technique>
  private let location: PageLocation
  private let byReport: [Association]

  /// `nil` if no basis has enough rows to compare.
  init?(
    _ techniques: IndexedList<Technique, Technique>, _ findings: Findings, _ map: SiteMap,
    of index: Index<Technique>
  ) {
    bases = findings.bases
    guard bases.contains(where: { $0.counts.total(index) >= Self.fewestRows })
    else { return nil }
    self.techniques = techniques
    associations = findings.associations
    self.map = map
    self.index = index
    location = PageLocation(techniques[index].path)
    byReport = findings.partners[index].seenMostOften
  }

  /// The values for the section of `Templates/technique.md`.
  struct Contents: Sendable {
    let lines: [Line]
    /// Whether any that is new in a ten is firm there.
    let hasFirm: Bool
    /// Where the tens are side by side: on the `-all` page, or in the file of all of them.
    let allPath: String
    /// Whether that is the file.
    let isFile: Bool
  }

  /// What is new in the ten of one basis.
  struct Line: Sendable {
    let title: String
    let text: String
  }

  var contents: Contents {
    Contents(
      lines: bases.map { Line(title: $0.basis.kind.title, text: text($0)) },
      hasFirm: bases.contains { findings in new(findings).contains { $0.grade == .firm } },
      allPath: location.href(
        map.hasAllPage(index) ? map.allPath(index) + "#bases" : RecordPath.bases),
      isFile: !map.hasAllPage(index))
  }

  private func text(_ findings: BasisFindings) -> String {
    let base = findings.counts.total(index)
    let rows = findings.basis.kind.count(findings.rowCount)
    guard base > 0 else { return "none of \(rows)." }
    guard base >= Self.fewestRows else {
      return "\(Format.count(base)) of \(rows), too few to compare."
    }
    let new = new(findings)
    let stay = findings.seenMostOften[index].count - new.count
    let head =
      "\(Format.count(base)) of \(rows)"
      + (findings.canStandOut ? "; " : ", too few to say what stands out; ")
    if new.isEmpty {
      return head + (stay == 0 ? "nothing with it." : "all \(stay) are in the list by report too.")
    }
    return head
      + "\(stay) of the ten by report stay. New ones, and how many of these "
      + "\(Format.count(base)) have them: "
      + new.map(name).joined(separator: ", ") + "."
  }

  /// Those of the ten of a basis that are not of the ten by report.
  private func new(_ findings: BasisFindings) -> [BasisFindings.Partner] {
    guard findings.counts.total(index) >= Self.fewestRows else { return [] }
    let known = Set(byReport.map(\.partner))
    return findings.seenMostOften[index].filter { !known.contains($0.pair.partner) }
  }

  private func name(_ partner: BasisFindings.Partner) -> String {
    let other = techniques[partner.pair.partner]
    let link = MarkdownText.link(other.id.description, location.href(other.path))
    let count = Format.count(partner.pair.together)
    return "\(link) \(MarkdownText.escape(other.name)) "
      + (partner.grade == .firm ? "**\(count)**" : count)
  }

  /// With fewer the text names no ten.
  private static let fewestRows = 5
}

extension BasesSection {
  /// The tens of all bases side by side, those by report first.
  var table: Table {
    let tens = bases.map { $0.seenMostOften[index].map(\.pair.partner) }
    var partners = byReport.map(\.partner)
    for partner in tens.joined() where !partners.contains(partner) { partners.append(partner) }
    let own = techniques[index].id
    return Table(
      "The ten seen most often with \(own), by report, group and campaign", style: "bases",
      columns: [
        Table.Column("Technique"), column("By report", associations.total(index)),
      ]
        + bases.map {
          column($0.basis.kind.title, $0.counts.total(index))
        } + [Table.Column("Software that lists both", isNumeric: true)],
      rows: partners.map { row($0, tens) })
  }

  private func column(_ title: String, _ base: Int) -> Table.Column {
    Table.Column("\(title), of\u{A0}\(Format.count(base))", isNumeric: true)
  }

  private func row(_ partner: Index<Technique>, _ tens: [[Index<Technique>]]) -> Table.Row {
    let other = techniques[partner]
    let pair = associations[index, partner]
    var cells: [Cell] = [
      .name(of: other),
      .basis(
        BasisCell(
          pair, rank: byReport.firstIndex { $0.partner == partner }.map { $0 + 1 },
          grade: pair.isFamily ? nil : pair.grade)),
    ]
    for (findings, ten) in zip(bases, tens) {
      let found = findings.partner(partner, of: index)
      cells.append(
        .basis(
          BasisCell(
            found.pair, rank: ten.firstIndex(of: partner).map { $0 + 1 },
            grade: found.isFamily ? nil : found.grade)))
    }
    let software = bases.lazy.compactMap { $0.partner(partner, of: index).software }.first
    cells.append(software.map { .count($0, path: nil) } ?? .empty)
    return Table.Row(nil, cells)
  }
}

extension BasisCell {
  /// A pair on its basis; below five rows there is no share and nothing stands out.
  init(_ pair: some CitedPair, rank: Int?, grade: Grade?) {
    let isWords = SampleSize(base: pair.base) == .words
    let isShown = !isWords && pair.together > 0
    self.init(
      rank: rank, together: pair.together, share: isShown ? pair.share : nil,
      interval: isShown ? pair.interval : nil, lower: pair.ratio.lower,
      grade: isWords ? nil : grade)
  }
}

extension Basis.Kind {
  /// What a page calls it.
  var title: String {
    switch self {
    case .group: "By group"
    case .groupWithSoftware: "By group with its software"
    case .campaign: "By campaign"
    }
  }

  /// `168 groups`.
  func count(_ rows: Int) -> String {
    Format.count(rows, self == .campaign ? "campaign" : "group")
  }
}

extension BasesSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .items("lines", \.lines),
    .flag("hasFirm", \.hasFirm),
    .text("allPath", \.allPath),
    .flag("isFile", \.isFile),
  ]
}

extension BasesSection.Line: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("text", \.text),
  ]
}
