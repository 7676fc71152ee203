import ArgumentParser
import Attack
import Storage
import Text

/// Reads the bundles that a command names.
enum BundleLoader {
  /// The bytes of bundles.
  ///
  /// - Throws: `CommandError`.
  static func files(_ paths: [String]) throws -> [SourceFile] {
    try paths.map { try SourceFile(named: SourceFile.path($0)) }
  }

  /// Parses bundles; each file is released once it is parsed, since it is large.
  ///
  /// `version` is the release of those that do not name theirs, `patterns` are a team's own forms of
  /// ids.
  ///
  /// - Throws: `CommandError`.
  static func knowledge(
    _ files: inout [SourceFile], version: String?, patterns: IDPatterns
  ) throws -> Knowledge {
    try check(version)
    let paths = files.map(\.path)
    var bundles: [StixBundle] = []
    while !files.isEmpty { bundles.append(try bundle(files.removeFirst(), patterns)) }
    guard bundles.isEmpty || bundles.contains(where: \.hasTechniques) else {
      throw CommandError(.withoutTechniques(objects: bundles[0].objects.count), in: paths[0])
    }
    let knowledge = Knowledge(bundles, version: version, patterns: patterns)
    releaseLater(consume bundles)
    return knowledge
  }

  /// Reads and parses the bundles at some paths; `site` is the folder of a team's site, which has
  /// its forms of ids.
  static func knowledge(
    _ paths: [String], version: String?, site: String?
  ) throws -> Knowledge {
    Console.show(progress: "Reading the bundles")
    try check(version)
    let patterns = try SiteFileReader.patterns(ofSite: site)
    var files = try files(paths)
    return try knowledge(&files, version: version, patterns: patterns)
  }

  private static func check(_ version: String?) throws {
    guard let version, !Release.isVersion(version) else { return }
    throw CommandError("--release is `\(version)`, expected a release such as 2.0")
  }

  /// Parses one file.
  ///
  /// - Throws: `CommandError`.
  static func bundle(
    _ file: consuming SourceFile, _ patterns: IDPatterns
  ) throws -> StixBundle {
    let path = file.path
    do {
      var bytes = (consume file).bytes ?? []
      if GzipData.isPacked(bytes) { bytes = try GzipData.unpack(bytes) }
      let bundle = try StixBundle(source: name(of: path), bytes: bytes, patterns: patterns)
      releaseLater(consume bytes)
      return bundle
    } catch let fault as StixError {
      throw CommandError(fault, in: path)
    } catch let fault as GzipError {
      throw CommandError(fault, in: path)
    }
  }

  /// The last part of a path: messages stay short, and show nothing of the machine.
  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension CompletionKind {
  /// What a shell offers where a bundle is wanted.
  static var bundle: CompletionKind { .file(extensions: ["json"]) }
}
