import Attack

/// The words by which a search finds techniques that are not called so: of their descriptions, of the
/// channels of the logs where they show, and of their platforms.
struct DescribedWords {
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// Words of more than this part of the techniques say little.
  private static let mostPart = 40

  /// The words of the descriptions, without those of the technique's own name, which is searched itself.
  var descriptions: Concordance {
    let counts = knowledge.techniques.map { technique in
      let own = Set(Self.words(technique.name[...]))
      return Self.counts(
        Self.prose(technique.description).flatMap { Self.words($0) }.filter { !own.contains($0) })
    }
    return Concordance(counts, limit: max(knowledge.techniques.count / Self.mostPart, 3))
  }

  /// The codes and names of events: words with three digits or more, or with a capital or a digit inside.
  var channels: Concordance {
    Concordance(
      knowledge.traces.map { traces in
        Self.counts(
          Set(traces.map(\.channel)).flatMap { Self.words($0[...], where: \.isName) })
      })
  }

  var platforms: Concordance {
    Concordance(
      knowledge.techniques.map { Self.counts($0.platforms.flatMap { Self.words($0[...]) }) })
  }

  private static func counts(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

extension DescribedWords {
  /// A description without citations and the addresses of its links.
  private static func prose(_ text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")) {
      let isAside =
        rest.utf8[..<open].last == UInt8(ascii: "]")
        || rest.utf8[open...].starts(with: "(Citation:".utf8)
      let end = isAside ? rest.utf8[open...].firstIndex(of: UInt8(ascii: ")")) ?? open : open
      parts.append(rest[..<open])
      rest = rest[rest.utf8.index(after: end)...]
    }
    return parts + [rest]
  }

  /// Words of two characters or more, in lower case; what is neither letter nor digit parts them.
  private static func words(
    _ text: Substring, where isTaken: (Substring) -> Bool = { _ in true }
  ) -> [String] {
    text.unicodeScalars.split { !$0.isLetter && !$0.isDigit }.map { Substring($0) }
      .filter { $0.unicodeScalars.count > 1 && isTaken($0) }.map { $0.lowercased() }
  }
}

extension Substring {
  /// Whether it looks like the code or the name of an event: `4688`, `ConsoleLogin`.
  fileprivate var isName: Bool {
    if unicodeScalars.allSatisfy(\.isDigit) { return unicodeScalars.count > 2 }
    return zip(unicodeScalars, unicodeScalars.dropFirst()).contains { one, next in
      one.properties.isLowercase && next.properties.isUppercase || one.isLetter != next.isLetter
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic
  }
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
