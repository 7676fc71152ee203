import Attack
import Corpora
import Measures
import Pages
import Text

/// `data/order.csv`: which technique comes before which, and who says so.
struct OrderTable {
  let book: OrderBook
  let ids: IndexedList<Technique, String>
  let sets: [String]
  let links: OrderLinks

  static let table = DataTable(
    "order", at: RecordPath.order,
    "which technique comes before which, as analysts drew it or as it was run",
    key: ["before", "after", "kind"],
    [
      DataColumn("before", .technique, "the technique that comes first"),
      DataColumn("after", .technique, "the one that comes next"),
      DataColumn(
        "kind", .word(OrderKind.allCases.map(\.rawValue)),
        "drawn by analysts, or run by a log, a plan or a profile; never to be summed"),
      DataColumn(
        "reports", .count(of: "reports"),
        "independent ones that say so: those that cite one address are one"),
      DataColumn("origin", .text, "whose they are, separated by commas"),
      DataColumn("on_failure", .flag, "whether only a failed branch leads there in all of them"),
      DataColumn("internal", .count(of: "reports"), "those that only the team has"),
      DataColumn("pages", .text, "ids of their pages, separated by spaces"),
    ])

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    for kind in OrderKind.allCases {
      for pair in book[kind] {
        let members = pair.sources.flatMap(\.reports)
        csv.add(
          .text(ids[pair.before]), .text(ids[pair.after]), .text(kind.rawValue),
          .count(pair.count),
          .text(members.map { $0.origin.words(sets) }.distinct.joined(separator: ", ")),
          .text(pair.onFailure ? "true" : "false"), .count(pair.internalCount),
          .text(members.map { links.id($0.key) }.distinct.joined(separator: " ")))
      }
    }
    return csv.bytes
  }
}
