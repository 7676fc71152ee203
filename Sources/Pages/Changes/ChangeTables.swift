import Attack
import Corpora
import Measures
import Text

/// The figure and the tables of what changed.
package struct ChangeTables {
  private let change: ReleaseChange
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let associations: Associations
  private let map: SiteMap
  private let location: PageLocation
  private let names: (before: String, now: String)

  init(
    _ change: ReleaseChange, _ knowledge: Knowledge, _ corpus: CountedCorpus,
    _ associations: Associations, _ map: SiteMap, at location: PageLocation
  ) {
    self.change = change
    self.knowledge = knowledge
    self.corpus = corpus
    self.associations = associations
    self.map = map
    self.location = location
    names = change.previous.names(beside: knowledge)
  }

  package static let mostPairs = 12
  static let mostReports = 20
  private static let mostOnFront = 5
  private static let mostGained = 10
  package static let mostNewcomers = 10

  private var shown: [ReleaseComparison.Newcomer] {
    change.pairs.leadingNewcomers(Self.mostNewcomers)
  }

  /// `nil` if nobody came into a ten.
  var figure: ShiftFigure? {
    let rows = shown.map { newcomer in
      ShiftFigure.Row(
        name: knowledge.techniques[newcomer.technique].link.text,
        other: knowledge.techniques[newcomer.now.partner].link.text,
        before: newcomer.before.share, now: newcomer.now.share)
    }
    guard !rows.isEmpty else { return nil }
    let descriptions = rows.map {
      "\($0.name) with \($0.other): \(Format.percent($0.before)) % before, "
        + "\(Format.percent($0.now)) % now"
    }
    return ShiftFigure(
      title: "New in a list of ten, from \(names.before) to \(names.now)",
      description: descriptions.joined(separator: "; ") + ".",
      legend: Legend(
        title: "Share of the first technique’s reports that cite the second. "
          + "Ring: \(names.before), dot: \(names.now)", labels: [], scale: .sequential),
      rows: rows, file: FigurePath.changes)
  }

  var newcomers: Table? {
    guard !shown.isEmpty else { return nil }
    return Table(
      "New in a technique’s list of ten, by gain of share", style: "moves",
      columns: [
        Table.Column("Technique"), Table.Column("New in its list of ten"),
        Table.Column("Share, \(names.before)", isNumeric: true),
        Table.Column("Share, \(names.now)", isNumeric: true),
        Table.Column("Place", isNumeric: true, isMinor: true),
        Table.Column("Reports behind it", isMinor: true),
      ],
      rows: shown.map { newcomer in
        Table.Row(
          nil,
          [
            name(newcomer.technique), name(newcomer.now.partner), share(newcomer.before),
            share(newcomer.now),
            .text("\(newcomer.rankBefore.map(String.init) ?? "none") → \(newcomer.rank)"),
            .prose(arrivals(newcomer.technique, newcomer.now.partner)),
          ])
      })
  }

  var newlyFirm: Table? {
    table(
      change.pairs.newlyFirmOfOld,
      "Pairs that stand out now and did not before, by gain of the lower bound")
  }

  var noLongerFirm: Table? {
    table(
      change.pairs.noLongerFirm,
      "Pairs that stood out before and do not now, by loss of the lower bound")
  }

  /// The first pairs that newly stand out, for the front page.
  var strongest: Table? {
    let pairs = change.pairs.newlyFirmOfOld.prefix(Self.mostOnFront).map {
      TechniquePair(technique: $0.technique, association: $0.now)
    }
    guard !pairs.isEmpty else { return nil }
    return PairTable(knowledge.techniques, map).table(
      "Pairs that newly stand out, the largest gains first", pairs)
  }

  private func table(_ moves: [ReleaseComparison.Move], _ caption: String) -> Table? {
    guard !moves.isEmpty else { return nil }
    return Table(
      caption, style: "moves",
      columns: [
        Table.Column("Technique"), Table.Column("With"),
        Table.Column("Both, \(names.before)", isNumeric: true, isMinor: true),
        Table.Column("Both, \(names.now)", isNumeric: true, isMinor: true),
        Table.Column("At\u{A0}least times expected, \(names.before)", isNumeric: true),
        Table.Column("At\u{A0}least times expected, \(names.now)", isNumeric: true),
        Table.Column("New reports with both", isMinor: true),
      ],
      rows: moves.prefix(Self.mostPairs).map { move in
        let partner = move.now.partner
        return Table.Row(
          nil,
          [
            name(move.technique), name(partner), .count(move.before?.together ?? 0, path: nil),
            .count(
              move.now.together,
              path: move.now.together == 0
                ? nil : map.evidencePath(move.technique, with: partner)),
            move.before.map { .bound(of: $0, grade: $0.grade) } ?? .empty,
            .bound(of: move.now, grade: move.now.grade),
            .prose(arrivals(move.technique, partner)),
          ])
      })
  }

  /// The techniques that most reports were added to.
  var gained: Table? {
    let gains = knowledge.techniques.indices.map { index in
      (index: index, gain: associations.total(index) - (change.totalBefore(index) ?? 0))
    }.filter { $0.gain > 0 }.sorted { ($1.gain, $0.index) < ($0.gain, $1.index) }
    guard !gains.isEmpty else { return nil }
    return Table(
      "Techniques that most reports were added to", style: "gains",
      columns: [
        Table.Column("Technique"), Table.Column("Added", isNumeric: true),
        Table.Column("Reports, \(names.before)", isNumeric: true),
        Table.Column("Reports, \(names.now)", isNumeric: true),
      ],
      rows: gains.prefix(Self.mostGained).map { index, gain in
        let before = change.totalBefore(index)
        return Table.Row(
          nil,
          [
            name(index), .text("+\(Format.count(gain))"),
            before.map { .count($0, path: nil) } ?? .text("new"),
            .count(
              associations.total(index), path: knowledge.techniques[index].path + "#reports"),
          ])
      })
  }

  var reports: Table? {
    guard !change.newReports.isEmpty else { return nil }
    return ReportTable(corpus.whole).table(
      change.newReports.prefix(Self.mostReports).enumerated().map { ($0 + 1, $1) },
      caption: "Reports that are new in \(names.now), newest first")
  }
}

extension ChangeTables {
  private func name(_ index: Index<Technique>) -> Cell {
    .name(of: knowledge.techniques[index])
  }

  private func share(_ association: Association) -> Cell {
    .share(association.share, note: "of \(Format.count(association.base))", isFaint: false)
  }

  /// How many reports now cite both that did not, and the newest of them.
  private func arrivals(_ a: Index<Technique>, _ b: Index<Technique>) -> String {
    let reports = change.arrivals(a, b)
    guard let first = reports.first else { return "none" }
    let newest = corpus.report(first).link.markdown(at: location)
    return reports.count == 1 ? "1: \(newest)" : "\(reports.count), the newest: \(newest)"
  }
}
