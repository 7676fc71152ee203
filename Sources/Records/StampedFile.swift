import Synchronization
import Text

/// A file that remembers how long what it made was, and its hash, for those who describe it.
///
/// Files are made in any order: who asks before the file was written has it made for this alone.
final class StampedFile: Sendable {
  let path: String
  private let make: @Sendable () -> [UInt8]
  private let known = Mutex<Stamp?>(nil)

  /// What a reader can check.
  struct Stamp: Sendable {
    let length: Int
    /// SHA-256, in hexadecimal digits.
    let hash: String

    init(_ bytes: [UInt8]) {
      length = bytes.count
      hash = SHA256(bytes).hexadecimal
    }
  }

  init(_ path: String, _ make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.make = make
  }

  /// How it is written.
  var recipe: FileRecipe { FileRecipe(path: path) { self.made() } }

  var stamp: Stamp { known.withLock { $0 } ?? Stamp(make()) }

  private func made() -> [UInt8] {
    let bytes = make()
    let stamp = Stamp(bytes)
    known.withLock { $0 = stamp }
    return bytes
  }
}
