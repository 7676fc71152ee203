import Storage
import Text

/// Files that a command names.
extension SourceFile {
  /// Where a file is that was named: `-` is standard input.
  static func path(_ name: String) -> String { name == "-" ? "/dev/stdin" : name }

  /// The files below a folder, in the order of their paths; one that cannot be read has no bytes.
  ///
  /// - Throws: `CommandError` for one of too many bytes.
  static func tree(_ folder: String, expected: String) throws -> [SourceFile] {
    try SourceReader.paths(below: folder).map { path in
      do throws(SourceError) {
        return SourceFile(path: path, bytes: try SourceReader.bytes(of: path))
      } catch .tooLarge {
        throw CommandError(.tooLarge, of: path, expected: expected)
      } catch {
        return SourceFile(path: path, bytes: nil)
      }
    }
  }

  /// Reads a file that has to be there.
  ///
  /// - Throws: `CommandError`, which says what was `expected`.
  init(named path: String, expected: String = "an ATT&CK STIX bundle") throws {
    do throws(SourceError) {
      self.init(path: path, bytes: try SourceReader.bytes(of: path))
    } catch {
      throw CommandError(error, of: path, expected: expected)
    }
  }
}
