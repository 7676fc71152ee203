import Attack
import Foundation

/// Reads the bundles that a command names.
enum BundleLoader {
  /// `version` is the release of bundles that do not say it.
  static func knowledge(_ paths: [String], version: String?) throws -> Knowledge {
    if let version, !Release.isVersion(version) {
      throw CommandError("--release is `\(version)`, expected a release such as 2.0")
    }
    return Knowledge(try paths.map(bundle), version: version)
  }

  private static func bundle(_ path: String) throws -> StixBundle {
    let data = try read(path)
    do throws(StixError) {
      return try StixBundle(source: name(of: path), data: data)
    } catch {
      throw CommandError(error, in: path)
    }
  }

  /// The last part of a path: messages stay short, and say nothing of the machine.
  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func read(_ path: String) throws -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandError("`\(path)` does not exist, expected an ATT&CK STIX bundle")
    }
    if isFolder.boolValue {
      throw CommandError("`\(path)` is a folder, expected the file of an ATT&CK STIX bundle")
    }
    do {
      // A pipe has no size to be asked for: it is read to its end.
      return try FileHandle(forReadingFrom: URL(filePath: path)).readToEnd() ?? Data()
    } catch {
      throw CommandError("`\(path)` cannot be read; look at its permissions")
    }
  }
}
