/// An address that `fetch` may ask: `https`, or plain `http` of this machine alone.
///
/// Those of an index, and those that a server sends us on to, are anybody's: only what has passed here
/// becomes an argument of `curl`.
package struct FetchAddress: Equatable, Sendable {
  package let text: String
  /// Whether it is plain `http`, and so of this machine.
  package let isPlain: Bool

  private static let longest = 2000
  private static let ownHosts = ["localhost", "127.0.0.1", "[::1]"]

  /// - Returns: `nil` for what may not be asked, is too long, or has signs that an address may not have.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.longest,
      let found = text.wholeMatch(
        of: /(https?):\/\/([A-Za-z0-9.\-]+|\[::1\])(?::[0-9]{1,5})?(?:[\/?][!-~]*)?/)
    else { return nil }
    isPlain = found.1 == "http"
    guard !isPlain || Self.ownHosts.contains(found.2.lowercased()) else { return nil }
    self.text = text
  }

  /// Whether its answer may lead to another: nothing on the web makes us ask this machine.
  package func mayLead(to other: FetchAddress) -> Bool { isPlain || !other.isPlain }

  /// The index of MITRE's public STIX data.
  static let attackIndex = FetchAddress(
    "https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master/index.json")

  /// What is asked of an address, in words.
  static let rule = "expected an https:// address (plain http:// of this machine only)"
}
