/// A policy of what a page may load, as its header or its `meta` has it.
struct ContentPolicy {
  /// The directives in their order, each with its sources.
  private var directives: [[Substring]]

  init(_ text: some StringProtocol) {
    directives = text.split(separator: ";").map { directive in
      Substring(directive).split(whereSeparator: \.isWhitespace)
    }.filter { !$0.isEmpty }
  }

  var text: String { directives.map { $0.joined(separator: " ") }.joined(separator: "; ") }

  /// Lets a page load from its own address what a directive such as `script-src` is of.
  mutating func allowOwn(_ name: Substring) {
    let own: Substring = "'self'"
    guard let sources = sources(of: name) ?? sources(of: "default-src"), !sources.contains(own)
    else { return }
    let directive = [name] + sources.filter { $0 != "'none'" } + [own]
    if let index = index(of: name) {
      directives[index] = directive
    } else {
      directives.append(directive)
    }
  }

  /// Of several directives of one name the first counts.
  private func index(of name: Substring) -> Int? {
    directives.firstIndex { $0[0].lowercased() == name }
  }

  private func sources(of name: Substring) -> ArraySlice<Substring>? {
    index(of: name).map { directives[$0].dropFirst() }
  }
}
