/// A character reference by name or number, such as `&lt;` and `&#92;`.
package struct HTMLEntity {
  /// The character; empty for one that must not be shown.
  package let sign: [UInt8]
  /// What follows the semicolon.
  package let rest: ArraySlice<UInt8>

  /// Reads one at the start of `text`; `nil` if there is none that we know.
  package init?(at text: ArraySlice<UInt8>) {
    let body = text.dropFirst().prefix(9).prefix { $0 != UInt8(ascii: ";") }
    let rest = text[body.endIndex...]
    guard text.first == UInt8(ascii: "&"), rest.first == UInt8(ascii: ";"),
      let sign = Self.names[String(decoding: body, as: UTF8.self)] ?? Self.numbered(body)
    else { return nil }
    self.sign = Array(sign.utf8)
    self.rest = rest.dropFirst()
  }
}

extension HTMLEntity {
  /// `text` with every reference replaced by its character.
  package static func decode(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var decoded: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if let entity = HTMLEntity(at: rest) {
        decoded += entity.sign
        rest = entity.rest
      } else {
        decoded.append(byte)
        rest = rest.dropFirst()
      }
    }
    return decoded[...]
  }

  /// `#92` or `#x5C`.
  private static func numbered(_ body: ArraySlice<UInt8>) -> String? {
    guard body.first == UInt8(ascii: "#") else { return nil }
    let digits = String(decoding: body.dropFirst(), as: UTF8.self).lowercased()
    let number =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap(Unicode.Scalar.init).map { TextCleaner.clean(String(Character($0))) }
  }

  /// Those that ATT&CK's texts use or may well use; others stay as they are written.
  private static let names = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ",
    "lbrace": "{", "lcub": "{", "rbrace": "}", "rcub": "}", "lsqb": "[", "rsqb": "]",
    "lpar": "(", "rpar": ")", "bsol": "\\", "sol": "/", "percnt": "%", "dollar": "$",
    "num": "#", "ast": "*", "lowbar": "_", "vert": "|", "grave": "`", "colon": ":",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "rarr": "→", "reg": "®", "trade": "™", "copy": "©",
  ]
}
