/// The words of a text of ATT&CK that are marked: as code, as the link of a piece of software, or
/// as an abbreviation in brackets.
struct MarkedWords {
  /// Lower case, in the order of the text, repeats included.
  private(set) var words: [String] = []

  init(in text: some StringProtocol) {
    let bytes = Array(text.utf8)
    var at = 0
    while let opening = bytes[at...].firstIndex(where: Self.opens) {
      at = take(from: bytes, at: opening)
    }
  }

  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: "["): true
    default: false
    }
  }

  /// In bytes: no search for the end of a mark goes further, however long the text is.
  private static let longest = 2000
  private static let code = (opening: Array("<code>".utf8), closing: Array("</code>".utf8))
  private static let software = Array("](https://attack.mitre.org/software/".utf8)

  /// Takes the words of the marked text at an index, if there is one.
  ///
  /// - Returns: where to go on.
  private mutating func take(from bytes: [UInt8], at opening: Int) -> Int {
    let inside = opening + 1
    switch bytes[opening] {
    case UInt8(ascii: "`"):
      guard let end = bytes[inside...].prefix(Self.longest).firstIndex(of: UInt8(ascii: "`")) else {
        return inside
      }
      add(bytes[inside..<end])
      return end + 1
    case UInt8(ascii: "<"):
      guard bytes[opening...].starts(with: Self.code.opening),
        let end = bytes[inside...].prefix(Self.longest).indices.first(where: {
          bytes[$0] == UInt8(ascii: "<") && bytes[$0...].starts(with: Self.code.closing)
        })
      else { return inside }
      add(bytes[(opening + Self.code.opening.count)..<end])
      return end + Self.code.closing.count
    case UInt8(ascii: "("):
      guard let end = bytes[inside...].firstIndex(where: { !$0.isWordByte }),
        bytes[end] == UInt8(ascii: ")"), (2...8).contains(end - inside), bytes[inside].isUpper,
        bytes[inside + 1].isUpper || bytes[end - 1].isUpper
      else { return inside }
      add(bytes[inside..<end])
      return end
    default:
      guard let end = bytes[inside...].prefix(Self.longest).firstIndex(of: UInt8(ascii: "]")),
        bytes[end...].starts(with: Self.software)
      else { return inside }
      add(bytes[inside..<end])
      return end
    }
  }

  /// Takes words of two to thirty characters that begin with a letter.
  private mutating func add(_ marked: ArraySlice<UInt8>) {
    for word in marked.split(whereSeparator: { !$0.isWordByte && !$0.isJoint }) {
      let bare = word.drop { !$0.isLetter }.reversed().drop { $0.isJoint }.reversed()
      guard (2...30).contains(bare.count) else { continue }
      words.append(String(decoding: bare, as: UTF8.self).lowercased())
    }
  }
}

extension UInt8 {
  fileprivate var isUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  fileprivate var isLetter: Bool {
    isUpper || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }
  fileprivate var isWordByte: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
  /// What joins the parts of one word: `at.exe`, `Get-Process`.
  fileprivate var isJoint: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
