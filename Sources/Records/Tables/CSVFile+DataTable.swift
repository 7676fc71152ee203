import Pages
import Text

extension CSVFile {
  /// A file with the header of a table, whose rows are still to come.
  init(_ table: DataTable) { self.init(columns: table.columns.map(\.name)) }
}
