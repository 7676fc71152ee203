import Attack
import Text

/// The weighted sets of all files as rows of a corpus: those of one source together, and each set once.
struct SetRows {
  private(set) var reports: [Report] = []
  private(set) var techniques: [[Index<Technique>]] = []
  private(set) var sources: [SetSource] = []

  /// - Parameters:
  ///   - files: in the order in which they were given.
  ///   - ids: of the corpus's techniques.
  ///   - first: the number of the first row.
  init(_ files: [SetFile], ids: IndexedList<Technique, String>, from first: Index<Report>) {
    for source in Self.sources(of: files) {
      let rows = Self.united(source.rows)
      let start = first.advanced(by: reports.count)
      let id = ReportKey("sets:\(source.name)").id
      reports += rows.map { row in
        let techniques = row.techniques.map { ids[$0] }.joined(separator: "-")
        return Report(
          set: ReportKey("set:\(source.name):" + techniques), row, id: id, origin: source.origin)
      }
      techniques += rows.map(\.techniques)
      sources.append(
        SetSource(
          name: source.name, origin: source.origin, id: id,
          rows: start..<start.advanced(by: rows.count),
          reportCount: rows.reduce(0) { $0 + $1.weight },
          firstSeen: rows.lazy.compactMap(\.firstSeen).min(),
          lastSeen: rows.lazy.compactMap(\.lastSeen).max(), files: source.files))
    }
  }
}

extension SetRows {
  /// The rows of one source.
  private struct Source {
    var name: String
    let origin: Report.Origin
    var rows: [TechniqueSets.Row] = []
    var files: [String] = []
  }

  /// By origin and name; those of one name and origin are one source.
  private static func sources(of files: [SetFile]) -> [Source] {
    var sources: [Source] = []
    for file in files {
      for (name, rows) in Dictionary(grouping: file.sets.rows, by: \.source) {
        let own = sources.firstIndex { $0.origin == file.origin && $0.name == name }
        if own == nil { sources.append(Source(name: name, origin: file.origin)) }
        let position = own ?? sources.count - 1
        sources[position].rows += rows
        sources[position].files.append(file.name)
      }
    }
    sources.sort {
      $0.origin == $1.origin
        ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.origin < $1.origin
    }
    return named(sources)
  }

  /// The same with a name of its own for each: two of different origins may have one.
  private static func named(_ sources: [Source]) -> [Source] {
    var taken: Set<String> = []
    return sources.map { source in
      var (named, turn) = (source, 1)
      while !taken.insert(named.name).inserted {
        turn += 1
        named.name = "\(source.name) (\(turn))"
      }
      return named
    }
  }

  /// Each set once, by its techniques, with the sum of its weights.
  private static func united(_ rows: [TechniqueSets.Row]) -> [TechniqueSets.Row] {
    var united: [TechniqueSets.Row] = []
    for row in rows.sorted(by: { $0.techniques.lexicographicallyPrecedes($1.techniques) }) {
      if let last = united.last, last.techniques == row.techniques {
        united[united.count - 1] = last.united(with: row)
      } else {
        united.append(row)
      }
    }
    return united
  }
}

extension TechniqueSets.Row {
  /// The same set, seen in both.
  fileprivate func united(with other: Self) -> Self {
    Self(
      techniques: techniques, weight: weight + other.weight, source: source,
      firstSeen: [firstSeen, other.firstSeen].compactMap(\.self).min(),
      lastSeen: [lastSeen, other.lastSeen].compactMap(\.self).max())
  }
}
