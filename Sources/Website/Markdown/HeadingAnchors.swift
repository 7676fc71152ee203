import Text

/// The anchors that GitHub gives the headings of a page, in their order.
///
/// Lower case; letters, digits, `_` and `-` stay, blanks become `-`; the second of the same name
/// ends in `-1`.
struct HeadingAnchors {
  private var taken: [String: Int] = [:]

  /// The anchor of a heading, a line of Markdown such as `## The 24 reports`.
  mutating func next(_ heading: ArraySlice<UInt8>) -> String {
    let anchor = Self.slug(heading)
    var unique = anchor
    while taken[unique] != nil {
      let number = (taken[anchor] ?? 0) + 1
      taken[anchor] = number
      unique = "\(anchor)-\(number)"
    }
    taken[unique] = 0
    return unique
  }

  private static func slug(_ heading: ArraySlice<UInt8>) -> String {
    let line = InlineLinks.rewrite(heading) { _ in nil }.text
    let text = line.drop { $0 == "#" }.drop { $0 == " " }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let kept = text.utf8.lazy.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0.smallLetter }
      return String(decoding: kept.filter(staysInASCII), as: UTF8.self)
    }
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " { slug.append("-") } else if stays(scalar) { slug.append(scalar) }
    }
    return String(slug)
  }

  private static func staysInASCII(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func stays(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar == "-" || scalar.properties.isAlphabetic
    }
  }
}
