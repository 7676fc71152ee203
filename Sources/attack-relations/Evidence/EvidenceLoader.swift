import Attack
import Corpora
import Storage
import Text

/// Reads files of reports; each is read once, and its techniques are looked up for each release.
struct EvidenceLoader: Sendable {
  /// In the order in which they were named; those of a folder by their names.
  private(set) var files: [File] = []

  /// A file as it was read.
  struct File: Sendable {
    let source: SourceFile
    let path: EvidencePath
    /// Whether it was named itself, and does not only lie in a folder that was.
    let isNamed: Bool

    /// Without its folder.
    var name: String { source.path.split(separator: "/").last.map(String.init) ?? source.path }
  }

  /// Reads the bytes of what some paths name.
  ///
  /// - Throws: `CommandError`.
  init(_ paths: [EvidencePath]) throws {
    for path in paths { files += try Self.files(of: path) }
  }

  /// Without any.
  init() {}

  private static func files(of path: EvidencePath) throws -> [File] {
    let name = SourceFile.path(path.path)
    let expected = "a file or a folder of reports"
    guard (try? SourceReader.hasFolder(at: name)) ?? false else {
      let source = try SourceFile(named: name, expected: expected)
      return [File(source: source, path: path, isNamed: true)]
    }
    return try SourceFile.tree(name, expected: expected)
      .map { File(source: $0, path: path, isNamed: false) }
  }
}

extension EvidenceLoader {
  /// What was read of each file: the file, and its reports or why there are none.
  struct Reading: Sendable {
    let file: File
    let result: Result<ReportFile, ReportError>
  }

  /// Parses all files, on as many cores as there are.
  var readings: [Reading] {
    get async {
      await concurrentMap(files.count) { Reading(file: files[$0], result: Self.read(files[$0])) }
    }
  }

  /// Parses a file, packed or not.
  static func read(_ file: File) -> Result<ReportFile, ReportError> {
    Result { () throws(ReportError) in
      var bytes = file.source.bytes ?? []
      if GzipData.isPacked(bytes), let unpacked = try? GzipData.unpack(bytes) { bytes = unpacked }
      return try ReportFile(bytes, name: file.stem, as: file.path.format)
    }
  }
}

extension EvidenceLoader {
  /// The reports of some files, whose notices are shown.
  ///
  /// - Throws: `CommandError`.
  static func evidence(
    _ paths: [EvidencePath], _ resolver: TechniqueResolver, allowsRed: Bool
  ) async throws -> Evidence {
    let readings = await (try EvidenceLoader(paths)).readings
    let own = try Evidence(readings, resolver, allowsRed: allowsRed)
    Console.show(NoticeLines(readings.notices + own.notices))
    return own
  }
}

extension EvidenceLoader.File {
  /// Its name without what tells its kind: `purple` of `purple.csv`, and of `purple.csv.gz`.
  var stem: String {
    var name = name[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}

extension Evidence {
  /// Looks up the techniques of what was read; what could not be read is left out.
  init(_ readings: [EvidenceLoader.Reading], _ resolver: TechniqueResolver) {
    var sources: [(path: EvidencePath, files: [File])] = []
    for reading in readings {
      guard case .success(let file) = reading.result else { continue }
      let read = File(reading.file, file, resolver)
      if sources.last?.path == reading.file.path {
        sources[sources.count - 1].files.append(read)
      } else {
        sources.append((reading.file.path, [read]))
      }
    }
    self.init(
      sources.map { Source(name: $0.path.name, isPublic: $0.path.isPublic, files: $0.files) },
      unread: readings.compactMap { reading in
        guard case .failure(let error) = reading.result else { return nil }
        return Unread(name: TextCleaner.clean(reading.file.name), reason: error.publicWords)
      })
  }

  /// The same, for a command whose user has to know what cannot be used.
  ///
  /// - Throws: `CommandError` for a file that was named itself and cannot be read, and for reports
  ///   marked TLP:RED, unless they are allowed.
  init(
    _ readings: [EvidenceLoader.Reading], _ resolver: TechniqueResolver, allowsRed: Bool
  ) throws {
    for reading in readings where reading.file.isNamed {
      guard case .failure(let error) = reading.result else { continue }
      throw CommandError(error, in: reading.file.source.path)
    }
    self.init(readings, resolver)
    let inSets = sources.flatMap(\.files).reduce(0) { $0 + ($1.sets?.reportCount ?? 0) }
    guard inSets <= TechniqueSets.mostReports else { throw CommandError(reportsInSets: inSets) }
    guard !allowsRed else { return }
    for file in sources.flatMap(\.files) {
      let red = file.reports.filter { $0.details.tlp == .red }
      if !red.isEmpty { throw CommandError(red: red.map(\.title), in: file.name) }
    }
  }
}

extension Evidence.File {
  init(_ file: EvidenceLoader.File, _ read: ReportFile, _ resolver: TechniqueResolver) {
    let name = TextCleaner.clean(file.name)
    self.init(
      name: name, format: read.format,
      reports: read.reports.map {
        TeamReport($0, ofFile: file.stem, by: resolver).read(from: name)
      },
      sets: read.format == .sets
        ? TechniqueSets(
          read.sets, source: file.path.name ?? TextCleaner.name(TextCleaner.line(file.stem)),
          by: resolver) : nil, remarks: read.remarks)
  }
}

extension [EvidenceLoader.Reading] {
  /// What lies in folders and cannot be read.
  var notices: [Notice] {
    compactMap { reading in
      guard case .failure(let error) = reading.result, !reading.file.isNamed else { return nil }
      return Notice(.unreadReportFile, at: "`\(reading.file.name)`: \(error.publicWords)")
    }
  }
}
