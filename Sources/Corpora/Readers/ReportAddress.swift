import Text

/// An address of a report, and which addresses say which report it is.
package struct ReportAddress: Hashable, Sendable {
  /// As it is written.
  package let url: String
  package let key: ReportKey

  init(_ url: String) {
    self.url = url
    key = ReportKey(CanonicalURL(url).text)
  }

  /// Of some addresses those that say which report it is, each once, in their order.
  ///
  /// An address of ATT&CK, of a platform's list, or of a collection of tests says what it is about, not what was read.
  package static func telling(_ addresses: [String]) -> [ReportAddress] {
    var seen: Set<ReportKey> = []
    return addresses.map(\.trimmed).filter(\.isWebAddress).map(ReportAddress.init)
      .filter { !$0.isSilent && seen.insert($0.key).inserted }
  }

  private var isSilent: Bool {
    let text = key.text.lowercased()
    return ["attack.mitre.org", "otx.alienvault.com"].contains(key.host)
      || text.hasPrefix("github.com/redcanaryco/atomic-red-team")
      || text.hasPrefix("raw.githubusercontent.com/redcanaryco/atomic-red-team")
      || key.host.isEmpty
  }
}

extension ReportAddress: CustomStringConvertible {
  /// The host and the last part of its path: `cisa.gov, aa22-138b`.
  package var description: String {
    let path = key.text.split(separator: "?").first?.split(separator: "/").dropFirst() ?? []
    return path.last.map { "\(key.host), \($0.prefix(80))" } ?? key.host
  }
}
