import Measures

/// How much a technique's page holds before an `-all` page takes the whole.
enum PageLimits {
  /// Reports, and partners, of a technique whose page holds all there is.
  static let whole = (reports: 30, partners: 200)
  /// The most partners of which a table has all.
  static let rows = 80
  /// Rows of its table where an `-all` page holds the rest.
  static let cutRows = 30
  /// Reports with both from which on a partner is measured: with fewer it is only listed.
  static let measured = 3
  /// Reports that it lists where an `-all` page holds the rest.
  static let reports = 8
  /// Groups, campaigns or software that it names.
  static let users = 60
  /// Partners that its two lists name.
  static let listed = 10

  /// What a list of that many is called in the column about it: `ten`, or their number; `nil` for
  /// one, or none.
  static func name(ofListed count: Int) -> String? {
    count < 2 ? nil : count == listed ? "ten" : "\(count)"
  }

  /// The partners of the table, and those of which only the reports are listed: if there are many
  /// partners, those of too few reports to measure.
  static func split(_ partners: [Association]) -> (table: [Association], rare: [Association]) {
    let measured = partners.filter { $0.together >= Self.measured }
    guard partners.count > rows, !measured.isEmpty else { return (partners, []) }
    return (measured, partners.filter { $0.together < Self.measured })
  }

  /// The least count of a partner in a table that is cut: partners of one count are all in or all
  /// out.
  static func leastCount(_ counts: [Int]) -> Int {
    let sorted = counts.sorted(by: >)
    guard sorted.count > rows else { return 1 }
    let cut = sorted[cutRows] + 1
    return cut > (sorted.first ?? 0) ? sorted[cutRows] : cut
  }
}
