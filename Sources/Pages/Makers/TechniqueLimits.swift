/// How much a technique's page holds before an `-all` page takes the whole.
enum TechniqueLimits {
  /// Rows of its table of partners, all of them.
  static let rows = 80
  /// Rows of its table where an `-all` page holds the rest.
  static let cutRows = 50
  /// Reports with both from which on a partner is measured: fewer are told, and no more.
  static let measured = 3
  /// Reports that it lists.
  static let reports = 8
  /// Groups, campaigns or software that it names.
  static let users = 60
  /// Partners that its two lists name.
  static let listed = 10

  /// The least count of a partner in the table: cut at a whole count, so that no partner stands
  /// there while another of as many reports does not.
  static func leastCount(_ counts: [Int]) -> Int {
    let sorted = counts.sorted(by: >)
    guard sorted.count > rows else { return 1 }
    let cut = sorted[cutRows] + 1
    return cut > (sorted.first ?? 0) ? sorted[cutRows] : cut
  }
}
