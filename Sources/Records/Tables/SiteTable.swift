import Pages

/// A table of a site, and how its files are made.
struct SiteTable: Sendable {
  let table: DataTable
  let files: [FileRecipe]
  /// Its only file; `nil` if it may have any number.
  let single: StampedFile?

  /// A table in one file.
  init(_ table: DataTable, _ make: @escaping @Sendable () -> [UInt8]) {
    let file = StampedFile(RecordPath.data + table.file, make)
    self.table = table.of([file.path])
    files = [file.recipe]
    single = file
  }

  /// A table in many files.
  init(_ table: DataTable, files: [FileRecipe]) {
    self.table = table.of(files.map(\.path))
    self.files = files
    single = nil
  }
}
