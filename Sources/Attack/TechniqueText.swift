import Text

/// The ids of techniques in a text that is known to hold some, by one rule for all formats.
///
/// `(?<![A-Za-z0-9])[Tt](\d{4})(?:[./](\d{3}))?(?!\d)`, and before it a team's own forms.
package struct TechniqueText: Equatable, Sendable {
  /// In the order of the text.
  package private(set) var found: [Found] = []

  /// An id in a text.
  package struct Found: Equatable, Sendable {
    package let id: TechniqueID
    /// The id, or with more around it what is written: `AML.T0051`, `T1059.1`.
    package let text: String
    /// Whether more digits follow behind a point, so that the id may have been cut short.
    package let isCutShort: Bool
    /// Whether it is an id of another matrix, of which only the end has ATT&CK's form.
    package let isOfOtherMatrix: Bool
  }

  package init(_ text: String, _ patterns: IDPatterns = .none) {
    var text = text
    found = text.withUTF8 { Self.all(in: $0, patterns) }
  }

  private static func all(
    in bytes: UnsafeBufferPointer<UInt8>, _ patterns: IDPatterns
  ) -> [Found] {
    var all: [Found] = []
    var at = 0
    while at < bytes.count {
      guard at == 0 || !bytes[at - 1].isLetterOrDigit,
        let (found, end) = own(bytes, at, patterns) ?? attack(bytes, at)
      else {
        at += 1
        continue
      }
      all.append(found)
      at = end
    }
    return all
  }
}

extension TechniqueText {
  /// An id of a team's own form, the longest that begins there.
  private static func own(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ patterns: IDPatterns
  ) -> (Found, Int)? {
    guard !patterns.isEmpty else { return nil }
    let most = bytes[start...].prefix(IDPatterns.longest + 1).prefix {
      $0.isLetterOrDigit || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
    }
    for end in stride(from: most.endIndex, to: start, by: -1)
    where end == bytes.count || !bytes[end].isLetterOrDigit {
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      for spelling in [text, text.uppercased()] where patterns.take(spelling) {
        guard let id = TechniqueID(spelling, patterns) else { continue }
        return (Found(id: id, text: text, isCutShort: false, isOfOtherMatrix: false), end)
      }
    }
    return nil
  }

  private static func attack(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Found, Int)? {
    guard bytes[start].smallLetter == UInt8(ascii: "t"), hasDigits(bytes, start + 1, 4)
    else { return nil }
    var id = "T" + text(bytes, start + 1, 4)
    var end = start + 5
    if end < bytes.count, separators.contains(bytes[end]), hasDigits(bytes, end + 1, 3),
      !isDigit(bytes, end + 4)
    {
      id += "." + text(bytes, end + 1, 3)
      end += 4
    }
    guard !isDigit(bytes, end), let technique = TechniqueID(id) else { return nil }
    let whole = end == start + 5 ? endOfRest(bytes, end) : end
    let other = matrix(bytes, before: start)
    let written = whole > end ? shown(bytes[start..<whole]) : id
    let found = Found(
      id: technique, text: other + written, isCutShort: whole > end,
      isOfOtherMatrix: !other.isEmpty)
    return (found, whole)
  }

  /// Where digits end that follow an id behind a point, and are none of a sub-technique's.
  private static func endOfRest(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    guard end < bytes.count, separators.contains(bytes[end]) else { return end }
    var digits = end + 1
    while isDigit(bytes, digits) { digits += 1 }
    return digits > end + 1 ? digits : end
  }

  private static let separators = [UInt8(ascii: "."), UInt8(ascii: "/")]

  /// The letters of another matrix and their point, `AML.`, before an id.
  private static func matrix(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> String {
    guard start > 1, bytes[start - 1] == UInt8(ascii: ".") else { return "" }
    var first = start - 1
    while first > 0, start - first <= longest,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[first - 1])
    {
      first -= 1
    }
    guard first < start - 1 else { return "" }
    return String(decoding: bytes[first..<start], as: UTF8.self)
  }

  /// Of what surrounds an id as much is kept as a reader needs to find it.
  private static let longest = 20

  private static func shown(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.prefix(longest), as: UTF8.self) + (bytes.count > longest ? "…" : "")
  }

  private static func isDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at < bytes.count && bytes[at].isDigit
  }

  private static func hasDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int)
    -> Bool
  {
    (start..<(start + count)).allSatisfy { isDigit(bytes, $0) }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int)
    -> String
  {
    String(decoding: bytes[start..<(start + count)], as: UTF8.self)
  }
}

extension TechniqueText {
  /// Whether a free tag seems to mean a technique, as Sigma writes it: `attack.t1047`.
  package static func seemsFreeTag(_ tag: String) -> Bool {
    tag.lowercased().hasPrefix("attack.") && !TechniqueText(tag).found.isEmpty
  }
}
