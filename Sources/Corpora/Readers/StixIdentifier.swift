/// The parts of a STIX id.
enum StixIdentifier {
  /// What follows the type: the same for a report, a grouping and a MISP event of one source.
  static func uuid(of id: String) -> String {
    guard let dashes = id.range(ofFirst: "--") else { return id.lowercased() }
    return id[dashes...].dropFirst(2).lowercased()
  }
}

extension String {
  /// Where a text first stands.
  fileprivate func range(ofFirst text: String) -> String.Index? {
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: text.utf8) { return start }
      start = utf8.index(after: start)
    }
    return nil
  }
}
