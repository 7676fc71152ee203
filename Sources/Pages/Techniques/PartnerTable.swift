import Attack
import Corpora
import Measures
import Text

/// The table of the techniques that are reported with one.
struct PartnerTable {
  private let knowledge: Knowledge
  private let associations: Associations
  private let map: SiteMap
  private let corpus: CountedCorpus
  private let index: Index<Technique>
  private let total: Int
  /// The number of each report of the technique on its page, the newest 1.
  private let numbers: [Index<Report>: Int]

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ associations: Associations, _ map: SiteMap,
    of index: Index<Technique>
  ) {
    self.knowledge = knowledge
    self.associations = associations
    self.map = map
    self.index = index
    self.corpus = corpus
    total = associations.total(index)
    numbers = Dictionary(
      uniqueKeysWithValues: corpus.reportsOfTechnique[index].enumerated().map { ($1, $0 + 1) })
  }

  /// The table of partners, the most reported first; `withReferences`, each row names its reports,
  /// which are on the same page.
  func table(_ partners: [Association], withReferences: Bool) -> Table {
    var columns = [
      Table.Column("Technique"), Table.Column("Tactic", isMinor: true, filter: .choice),
      Table.Column("Reports with both", isNumeric: true, filter: .least),
      Table.Column(
        SampleSize(base: total) == .words
          ? "Share of its reports" : "Share of the \(Format.count(total)) with it, 95\u{A0}%",
        isNumeric: true),
    ]
    if !withReferences {
      columns.append(
        Table.Column("Share of the other’s reports", isNumeric: true, isMinor: true))
    }
    columns += Table.Column.ratios
    if corpus.whole.isMixed { columns.append(Table.Column("Beside ATT&CK’s", isMinor: true)) }
    if withReferences {
      columns.append(Table.Column("Which reports"))
    }
    return Table(
      "Techniques in the \(total == 1 ? "report that cites" : "\(Format.count(total)) reports that cite") "
        + "\(knowledge.techniques[index].id), most reported first",
      style: "techniques", columns: columns,
      rows: partners.map { row($0, withReferences) },
      filter: partners.count > 20 ? "id or name" : nil)
  }

  /// The partners of too few reports to measure: no shares, no ratios.
  func rare(_ partners: [Association]) -> CompactList {
    let sorted = partners.sorted { ($1.together, $0.partner) < ($0.together, $1.partner) }
    return CompactList(
      entries: sorted.map { association in
        let partner = association.partner
        return CompactList.Entry(
          id: knowledge.techniques[partner].id.description,
          name: knowledge.techniques[partner].name, path: knowledge.techniques[partner].path,
          reports: references(partner))
      })
  }

  private func row(_ pair: Association, _ withReferences: Bool) -> Table.Row {
    let path = withReferences ? nil : map.evidencePath(index, with: pair.partner)
    let isShown = SampleSize(base: total) != .words
    let ratios: [Cell] = [
      .ratio(
        pair.ratio.ratio, grade: pair.isFamily || !isShown ? nil : pair.grade,
        isFamily: pair.isFamily),
      .bound(pair.ratio.lower, isSignificant: isShown && pair.isSignificant),
    ]
    return Table.Row(
      knowledge.techniques[pair.partner].id.description,
      [
        .name(of: knowledge.techniques[pair.partner]),
        .text(knowledge.tacticNames(pair.partner).joined(separator: ", ")),
        .count(pair.together, path: path), share(pair),
      ]
        + (withReferences ? [] : [shareOfOther(pair)]) + ratios
        + (corpus.whole.isMixed ? [origins(pair)] : [])
        + (withReferences ? [.references(references(pair.partner), page: "")] : []))
  }

  /// How many of the reports with both are not ATT&CK's, and whose.
  private func origins(_ pair: Association) -> Cell {
    corpus.tally(citing: index, pair.partner).short.map { .origin($0, isMarked: true) } ?? .empty
  }

  private func share(_ pair: Association) -> Cell {
    let support = SampleSize(base: total)
    guard support != .words else { return .part(pair.together, of: total) }
    let interval = pair.interval.map {
      "\(Format.decimal($0.low * 100, 0))–\(Format.decimal($0.high * 100, 0))"
    }
    return .share(pair.share, note: interval ?? "", isFaint: support == .faint)
  }

  private func shareOfOther(_ pair: Association) -> Cell {
    let others = associations.total(pair.partner)
    let support = SampleSize(base: others)
    guard support != .words else { return .part(pair.together, of: others) }
    return .share(
      Double(pair.together) / Double(others), note: "of \(Format.count(others))",
      isFaint: support == .faint)
  }

  private func references(_ partner: Index<Technique>) -> [Int] {
    corpus.reports(citing: index, partner).compactMap { numbers[$0] }.sorted()
  }
}
