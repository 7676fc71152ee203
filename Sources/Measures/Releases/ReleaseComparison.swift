package import Attack

/// Which pairs moved from the reports of one release to those of the next.
///
/// Techniques are matched by their ids; what a release no longer has is left out.
package struct ReleaseComparison: Sendable {
  /// Of different families, that stand out firmly now and did not before: the largest gain of the
  /// lower bound first.
  package let newlyFirm: [Move]
  /// Those that stood out firmly and no longer do: the largest loss first.
  package let noLongerFirm: [Move]
  /// How many stand out firmly in both.
  package let stillFirm: Int
  /// Who came into a technique's ten, the largest gain of share first.
  package let newcomers: [Newcomer]
  /// Techniques of enough reports before and now, whose tens were compared.
  package let tens: Int
  /// Those of them whose ten is the same, in the same order.
  package let unmoved: Int
  /// For each technique the same one in the previous release; `nil` for a new one.
  package let techniqueBefore: IndexedList<Technique, Index<Technique>?>

  /// How many pairs came to stand out firmly, or ceased to.
  package var movedCount: Int { newlyFirm.count + noLongerFirm.count }
  /// How many stand out firmly before, now, or in both.
  package var everFirmCount: Int { stillFirm + movedCount }

  /// A pair, before and now.
  package struct Move: Sendable {
    /// The first of the pair, by its index now.
    package let technique: Index<Technique>
    /// `nil` if the previous release did not have both techniques.
    package let before: Association?
    package let now: Association

    /// How much more certain it is that the two are together more often than expected.
    package var gain: Double { now.ratio.lower - (before?.ratio.lower ?? 0) }
  }

  /// A partner that is among a technique's first ten now and was not before.
  package struct Newcomer: Sendable {
    /// By its index now.
    package let technique: Index<Technique>
    package let before: Association
    package let now: Association
    /// The ranks among its partners, from 1; none if no report cited both.
    package let rankBefore: Int?
    package let rank: Int

    package var gain: Double { now.share - before.share }
  }

  package init(_ before: Associations, _ now: Associations) {
    let known = Dictionary(uniqueKeysWithValues: before.ids.indexed().map { ($1, $0) })
    let matches = now.ids.mapValues { known[$0] }
    let moves = Self.moves(before, now, matches)
    techniqueBefore = matches
    newlyFirm = moves.newly.sorted { ($1.gain, $0.technique) < ($0.gain, $1.technique) }
    noLongerFirm = moves.noLonger.sorted { ($0.gain, $0.technique) < ($1.gain, $1.technique) }
    stillFirm = moves.still
    let tens = matches.indexed().compactMap { technique, own -> Ten? in
      guard let own,
        min(before.counts.total(own), now.counts.total(technique)) >= Self.fewestReports
      else { return nil }
      return Ten(technique: technique, own: own, before, now, matches)
    }
    self.tens = tens.count
    unmoved = tens.count(where: \.isUnmoved)
    newcomers = tens.flatMap(\.newcomers).filter { $0.gain > 0 }.sorted {
      ($1.gain, $0.technique, $0.rank) < ($0.gain, $1.technique, $1.rank)
    }
  }

  /// With fewer reports, before or now, a ten moves by chance: none of their shares is ranked.
  package static let fewestReports = 20
}

/// What pages show of it.
extension ReleaseComparison {
  /// Newly firm pairs of techniques that both were there before.
  package var newlyFirmOfOld: [Move] { newlyFirm.filter { $0.before != nil } }

  /// The strongest newcomer of each technique; at most two that are the same partner.
  package func leadingNewcomers(_ most: Int) -> [Newcomer] {
    var techniques: Set<Index<Technique>> = []
    var rows: [Index<Technique>: Int] = [:]
    return Array(
      newcomers.filter { newcomer in
        guard rows[newcomer.now.partner, default: 0] < 2,
          techniques.insert(newcomer.technique).inserted
        else { return false }
        rows[newcomer.now.partner, default: 0] += 1
        return true
      }.prefix(most))
  }
}

extension ReleaseComparison {
  private static func moves(
    _ before: Associations, _ now: Associations,
    _ matches: IndexedList<Technique, Index<Technique>?>
  ) -> (newly: [Move], noLonger: [Move], still: Int) {
    var (newly, noLonger, still) = ([Move](), [Move](), 0)
    for a in now.ids.indices {
      for b in now.ids.indices.suffix(from: a).dropFirst() where !now.isFamily(a, b) {
        let old = matches[a].flatMap { a in matches[b].map { before[a, $0] } }
        let new = now[a, b]
        switch (old?.grade == .firm, new.grade == .firm) {
        case (false, true): newly.append(Move(technique: a, before: old, now: new))
        case (true, false): noLonger.append(Move(technique: a, before: old, now: new))
        case (true, true): still += 1
        case (false, false): break
        }
      }
    }
    return (newly, noLonger, still)
  }

  /// The partners of one technique by their number of reports, before and now.
  private struct Ten {
    let isUnmoved: Bool
    let newcomers: [Newcomer]

    /// Of the technique that is `own` before.
    init(
      technique: Index<Technique>, own: Index<Technique>, _ before: Associations,
      _ now: Associations, _ matches: IndexedList<Technique, Index<Technique>?>
    ) {
      let old = before.seenMostOften(with: own, most: .max)
      let ten = now.seenMostOften(with: technique)
      let oldTen = old.prefix(Associations.listLength).map { before.ids[$0.partner] }
      isUnmoved = oldTen == ten.map { now.ids[$0.partner] }
      let ranks = Dictionary(
        uniqueKeysWithValues: old.enumerated().map { ($1.partner, $0 + 1) })
      newcomers = ten.enumerated().compactMap { index, association in
        guard let partner = matches[association.partner],
          ranks[partner].map({ $0 > Associations.listLength }) ?? true
        else { return nil }
        return Newcomer(
          technique: technique, before: before[own, partner], now: association,
          rankBefore: ranks[partner], rank: index + 1)
      }
    }
  }
}
