/// How the listed partners change from one count of the reports to another.
package struct ListedChange: Equatable, Sendable {
  package let reportsBefore: Int
  package let reportsAfter: Int
  package let firmBefore: Int
  package let firmAfter: Int
  /// Pairs that are firm after and were not before; and the other way round.
  package let firmGained: Int
  package let firmLost: Int
  /// Techniques that have a list of those seen most often before and after.
  package let lists: Int
  /// Lists that name at least one technique after that they did not name before.
  package let listsChanged: Int
  /// The share of the entries of those lists after that were not in them before.
  package let shareReplaced: Double

  package init(from before: ListedPairs, to after: ListedPairs) {
    reportsBefore = before.reportCount
    reportsAfter = after.reportCount
    firmBefore = before.firm.count
    firmAfter = after.firm.count
    firmGained = after.firm.subtracting(before.firm).count
    firmLost = before.firm.subtracting(after.firm).count
    let both = zip(before.tens, after.tens).filter { !$0.isEmpty && !$1.isEmpty }
    let newcomers = both.map { Set($1).subtracting($0).count }
    let entries = both.reduce(0) { $0 + $1.1.count }
    lists = both.count
    listsChanged = newcomers.count { $0 > 0 }
    shareReplaced = entries == 0 ? 0 : Double(newcomers.reduce(0, +)) / Double(entries)
  }
}
