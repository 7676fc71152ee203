import Storage
import Text

/// Files that a command names.
extension SourceFile {
  /// Where a file is that was named: `-` is standard input.
  static func path(_ name: String) -> String { name == "-" ? "/dev/stdin" : name }

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
