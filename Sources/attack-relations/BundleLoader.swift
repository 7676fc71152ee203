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
    try paths.map { $0 == "-" ? "/dev/stdin" : $0 }.map { path in
      do throws(SourceError) {
        return SourceFile(path: path, bytes: try SourceReader.bytes(of: path))
      } catch {
        throw CommandError(error, of: path)
      }
    }
  }

  /// Parses bundles; each file is released once it is parsed, since it is large.
  ///
  /// `version` is the release of bundles that do not name theirs.
  static func knowledge(_ files: inout [SourceFile], version: String?) throws -> Knowledge {
    if let version, !Release.isVersion(version) {
      throw CommandError("--release is `\(version)`, expected a release such as 2.0")
    }
    var bundles: [StixBundle] = []
    while !files.isEmpty { bundles.append(try bundle(files.removeFirst())) }
    return Knowledge(bundles, version: version)
  }

  /// Reads and parses the bundles at some paths.
  static func knowledge(_ paths: [String], version: String?) throws -> Knowledge {
    Console.show(progress: "Reading the bundles")
    var files = try files(paths)
    return try knowledge(&files, version: version)
  }

  private static func bundle(_ file: consuming SourceFile) throws -> StixBundle {
    let path = file.path
    do throws(StixError) {
      return try StixBundle(source: name(of: path), bytes: (consume file).bytes ?? [])
    } catch {
      throw CommandError(error, in: path)
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
