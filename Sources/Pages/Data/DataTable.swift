/// A table for programs: a CSV file of the site, or many of one form, and what its columns hold.
package struct DataTable: Sendable {
  /// In the package that describes all tables: `cooccurrence`.
  package let name: String
  /// From the folder of data: `cooccurrence.csv`, or `techniques/*.csv` of many.
  package let file: String
  /// What a row is, in plain words.
  package let holds: String
  /// To how many digits its numbers are rounded.
  package let digits: Digits
  package let columns: [DataColumn]
  /// The names of the columns that no two rows share; none where there are no such.
  package let key: [String]
  /// Its files, from the folder of data; none before it is known which there are.
  package private(set) var paths: [String] = []

  package enum Digits: Sendable {
    /// Nine, and as many after the point.
    case nine
    case four
  }

  /// - Parameters:
  ///   - name: in the package that describes all tables.
  ///   - path: of its file from the site's root, with `*` for the name of each of many.
  ///   - holds: what a row is.
  ///   - digits: to how many its numbers are rounded.
  ///   - key: the columns that no two rows share.
  ///   - columns: in their order.
  package init(
    _ name: String, at path: String, _ holds: String, digits: Digits = .four, key: [String] = [],
    _ columns: [DataColumn]
  ) {
    self.name = name
    file = Self.file(path)
    self.holds = holds
    self.digits = digits
    self.columns = columns
    self.key = key
  }

  /// The same of certain files; a path begins at the site's root.
  package func of(_ paths: [String]) -> DataTable {
    var table = self
    table.paths = paths.map(Self.file)
    return table
  }

  private static func file(_ path: String) -> String {
    String(path.trimmingPrefix(RecordPath.data))
  }

  /// Whether there may be any number of its files.
  package var isOfMany: Bool { file.contains("*") }
}
