/// What a file of the site may be called.
///
/// Public, so that other modules compile it for their own types.
public enum FileName {
  /// Whether `name` is one to 120 ASCII letters, digits, dots, hyphens or underscores, and not a
  /// run of dots.
  package static func isSafe(_ name: String) -> Bool { isSafe(name.utf8) }

  /// The same of a name's UTF-8.
  @inlinable
  public static func isSafe(_ name: some Collection<UInt8>) -> Bool {
    (1...120).contains(name.count) && !name.allSatisfy { $0 == UInt8(ascii: ".") }
      && name.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// Whether a name ends as that of a picture does: `logo.svg`.
  package static func isPicture(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return kindsOfPictures.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let kindsOfPictures = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico"]

  /// A text for a file's name: ASCII letters, lower-cased, and digits; `-` for each run of others.
  package static func slug(_ text: some StringProtocol, upTo length: Int = 60) -> String {
    var slug: [UInt8] = []
    for byte in text.utf8 where slug.count < length {
      if byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
        slug.append(byte)
      } else if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        slug.append(byte + 32)
      } else if slug.last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}
