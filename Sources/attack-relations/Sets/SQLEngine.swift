import ArgumentParser

/// An engine that can reduce sightings: what its SQL has of its own.
enum SQLEngine: String, ExpressibleByArgument, CaseIterable {
  case duckdb, spark

  /// The type of texts.
  var text: String { self == .duckdb ? "VARCHAR" : "STRING" }

  /// The name of a column or a table.
  func quoted(_ name: String) -> String {
    let quote = self == .duckdb ? "\"" : "`"
    return quote + name.replacing(quote, with: quote + quote) + quote
  }

  /// A table, by its name and those of its database and its schema; or a file.
  func table(_ name: String) -> String {
    guard let kind = Self.fileKind(of: name) else {
      return name.split(separator: ".").map { quoted(String($0)) }.joined(separator: ".")
    }
    return self == .duckdb
      ? "'" + name.replacing("'", with: "''") + "'" : "\(kind).\(quoted(name))"
  }

  /// `parquet` of `sightings.parquet`; `nil` of what is no file.
  private static func fileKind(of name: String) -> String? {
    ["parquet", "csv", "json"].first { name.lowercased().hasSuffix("." + $0) }
  }

  /// A row for each id in a text, by the rule of `TechniqueText`: no letter or digit stands before it, nor the
  /// capital and the point of another matrix, and no digit behind it.
  ///
  /// DuckDB cannot look behind: there a sign is put before each beginning, which is not of the text.
  func ids(in column: String) -> String {
    let behind = "[Tt][0-9]{4}"
    switch self {
    case .duckdb:
      let own = "regexp_replace(\(column), '([A-Z][.])(\(behind))', '\\1x\\2', 'g')"
      let marked = "regexp_replace(\(own), '(^|[^A-Za-z0-9])(\(behind))', '\\1|\\2', 'g')"
      return
        "unnest(regexp_extract_all(\(marked), '[|](\(behind)(?:[./][0-9]{3})?)(?:[^0-9]|$)', 1))"
    case .spark:
      return
        "explode(regexp_extract_all(\(column), '(?<![A-Za-z0-9])(?<![A-Z][.])(\(behind)(?:[./][0-9]{3})?)(?![0-9])', 1))"
    }
  }

  /// The texts of a group, each once, sorted, with blanks between.
  func list(_ column: String) -> String {
    self == .duckdb
      ? "string_agg(DISTINCT \(column), ' ' ORDER BY \(column))"
      : "array_join(array_sort(collect_set(\(column))), ' ')"
  }
}
