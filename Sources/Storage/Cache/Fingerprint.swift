package import Text

/// One hash of all that the bytes of a build depend on: its options, its sources, and the tool.
///
/// Not even a hostile source can be made to share the fingerprint of another.
package struct Fingerprint: Sendable {
  private struct Part {
    let label: String
    let bytes: [UInt8]?
  }

  private var parts: [Part] = []

  /// Bytes that are hashed in one go: a large file is shared out among the cores.
  private static let pieceLength = 1 << 20

  package init(of tool: String) { add("tool", tool) }

  package mutating func add(_ label: String, _ text: String) {
    parts.append(Part(label: label, bytes: Array(text.utf8)))
  }

  package mutating func add(_ label: String, _ files: [SourceFile]) {
    add(label, String(files.count))
    for file in files { parts.append(Part(label: file.path, bytes: file.bytes)) }
  }

  package mutating func add(_ label: String, _ folder: SourceFolder) {
    add(label, folder.names.compactMap { folder.files[$0] })
  }

  /// The hash of all parts, each with its label and its length, as 64 hexadecimal digits.
  package var hexadecimal: String {
    get async {
      let pieces = parts.enumerated().flatMap { part, value in
        stride(from: 0, to: value.bytes?.count ?? 0, by: Self.pieceLength).map { (part, $0) }
      }
      let digests = await concurrentMap(pieces.count) { [parts] piece in
        Self.digest(parts[pieces[piece].0].bytes ?? [], from: pieces[piece].1)
      }
      var hash = SHA256()
      for part in parts {
        let length = part.bytes.map { String($0.count) } ?? "none"
        hash.update(Array("\(part.label.utf8.count) \(length) \(part.label)".utf8))
      }
      for digest in digests { hash.update(digest) }
      return hash.hexadecimal
    }
  }

  private static func digest(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { bytes in
      hash.update(UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(pieceLength)))
    }
    return hash.digest
  }
}
