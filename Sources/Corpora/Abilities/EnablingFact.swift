import Text

/// Something that an intruder has or lacks, by its name in files: `domain.user.password`.
///
/// A relation between two facts is a fact of its own: `remote.host.fqdn:has_share`.
package struct EnablingFact: Hashable, Sendable {
  package let name: String

  /// Words of letters, digits and `_`, with points between them; for a relation a colon and one more.
  package init?(_ text: some StringProtocol) {
    let name = String(text)
    let parts = name.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, name.utf8.count <= Self.longest,
      (words + parts.dropFirst()).allSatisfy({ Self.isWord($0) })
    else { return nil }
    self.name = name
  }

  /// A relation that begins at a fact, whatever its name is written with.
  init?(from source: EnablingFact, relation: String) {
    let word = relation.utf8.map { Self.isOfWord($0) ? $0 : UInt8(ascii: "_") }
    self.init(source.name + ":" + String(decoding: word, as: UTF8.self))
  }

  /// The most bytes of a name: it appears in tables.
  private static let longest = 120

  private static func isWord(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(isOfWord)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "_")
  }
}

extension EnablingFact: Comparable {
  package static func < (left: EnablingFact, right: EnablingFact) -> Bool {
    left.name < right.name
  }
}

extension EnablingFact: CustomStringConvertible {
  package var description: String { name }
}

extension EnablingFact {
  /// What a command of CALDERA is filled with: `a.b` of `#{a.b[filters(max=3)]}`, but not the agent's own
  /// `#{server}` or `#{paw}`, which have no point.
  static func traits(of command: String) -> Set<EnablingFact> {
    var traits: Set<EnablingFact> = []
    var rest = Substring(command).utf8
    while let start = rest.firstRange(of: "#{".utf8) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = Substring(rest[..<end].prefix { $0 != UInt8(ascii: "[") }).trimmed
      rest = rest[end...]
      if name.utf8.contains(UInt8(ascii: ".")), !name.utf8.contains(UInt8(ascii: ":")),
        let fact = EnablingFact(name)
      {
        traits.insert(fact)
      }
    }
    return traits
  }
}
