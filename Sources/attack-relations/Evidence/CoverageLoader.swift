import Attack
import Corpora
import Storage
import Text

/// Reads files that say what a team can detect.
struct CoverageLoader: Sendable {
  let sources: [SourceFile]

  /// - Throws: `CommandError`.
  init(_ paths: [String]) throws {
    sources = try paths.map {
      try SourceFile(
        named: $0, expected: "a Navigator layer, or DeTT&CT’s YAML, of what you can detect")
    }
  }

  /// Without any.
  init() { sources = [] }

  /// What they say of some techniques; `nil` without any.
  ///
  /// - Throws: `CommandError`.
  func coverage(
    from least: Double, _ knowledge: Knowledge, _ resolver: TechniqueResolver
  ) throws -> Coverage? {
    guard !sources.isEmpty else { return nil }
    let files = try sources.flatMap { source in
      do throws(ReportError) {
        return try CoverageFile.all(source.bytes ?? [], name: Self.stem(source.path))
      } catch {
        throw CommandError(error, in: source.path)
      }
    }
    return Coverage(files, from: least, knowledge, resolver)
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
