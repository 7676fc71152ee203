import Text

/// The forms of a team's own technique ids, `ACME-T\d{4}`, which come before ATT&CK's wherever ids
/// are read.
///
/// A pattern is a small regular expression that means the same in every engine: letters, digits,
/// `-`, `_`, `\.`, `\d`, sets such as `[A-Z0-9]`, groups, `|`, and the counts `?`, `{3}`, `{3,5}`.
package struct IDPatterns: Sendable, Hashable {
  /// As they were written.
  package let texts: [String]
  private let patterns: [IDPattern]

  package static let none = IDPatterns()

  private init() { (texts, patterns) = ([], []) }

  package var isEmpty: Bool { texts.isEmpty }

  /// Reads patterns, each for itself; in their order.
  ///
  /// - Throws: the first that cannot be used.
  package init(_ texts: [String]) throws(IDPatternError) {
    var patterns: [IDPattern] = []
    for (index, text) in texts.enumerated() {
      guard let pattern = IDPattern(text) else {
        throw IDPatternError(index: index, isTooWide: false)
      }
      guard pattern.lengths.lowerBound >= Self.shortest else {
        throw IDPatternError(index: index, isTooWide: true)
      }
      patterns.append(pattern)
    }
    self.texts = texts
    self.patterns = patterns
  }

  /// All of them as one regular expression for browsers, those of the longest ids first; empty
  /// without any.
  package var expression: String {
    zip(texts, patterns).sorted { $0.1.lengths.upperBound > $1.1.lengths.upperBound }
      .map { "(?:\($0.0))" }.joined(separator: "|")
  }

  /// Whether a pattern takes the whole of a text, and the text may be the name of a file.
  package func take(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longest, FileName.isSafe(bytes), bytes[0].isLetterOrDigit,
      !Self.taken.contains(text)
    else { return false }
    return patterns.contains { $0.ends(in: bytes, from: 0).contains(bytes.count) }
  }

  /// What files of a site are called already.
  private static let taken: Set = ["all", "index"]

  /// Of an id, in characters: a shorter one stands everywhere, a longer one is none.
  static let (shortest, longest) = (3, 40)
}

/// A pattern that cannot be used.
package struct IDPatternError: Error, Equatable {
  /// Which of them.
  package let index: Int
  /// It takes texts so short that they stand everywhere; else it is no pattern.
  package let isTooWide: Bool

  package init(index: Int, isTooWide: Bool) {
    self.index = index
    self.isTooWide = isTooWide
  }
}
