/// What a file of the site may be called.
package enum FileName {
  /// Whether `name` is one to 120 ASCII letters, digits, dots, hyphens or underscores, and not a
  /// run of dots.
  package static func isSafe(_ name: String) -> Bool {
    (1...120).contains(name.utf8.count) && !name.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
