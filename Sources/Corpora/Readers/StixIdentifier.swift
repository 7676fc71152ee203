/// The parts of a STIX id.
enum StixIdentifier {
  /// Whether a text has the form of one: a type, `--`, and what follows.
  static func isOne(_ id: String) -> Bool { id.utf8.count > Self.type(of: id).utf8.count + 2 }

  /// What follows the type: the same for a report, a grouping and a MISP event of one source.
  static func uuid(of id: String) -> String {
    isOne(id) ? id.dropFirst(type(of: id).count + 2).lowercased() : id.lowercased()
  }

  /// What stands before the first `--`; all, if there is none.
  static func type(of id: String) -> Substring {
    let bytes = id.utf8
    let end = zip(bytes.indices, zip(bytes, bytes.dropFirst())).first {
      $0.1.0 == UInt8(ascii: "-") && $0.1.1 == UInt8(ascii: "-")
    }
    return end.map { id[..<$0.0] } ?? id[...]
  }
}
