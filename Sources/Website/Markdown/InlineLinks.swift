import Text

/// The links and images of one line of Markdown; what is escaped or in code is none.
struct InlineLinks {
  private let line: ArraySlice<UInt8>
  private var at: Int
  private var written: [UInt8] = []
  /// The positions in `written` of brackets that may begin a link.
  private var open: [Int] = []

  /// The line with other addresses; if `address` has none, the text remains without its link.
  static func rewrite(
    _ line: ArraySlice<UInt8>, _ address: (String) -> String?
  ) -> ArraySlice<UInt8> {
    guard line.contains(UInt8(ascii: "]")) else { return line }
    var links = InlineLinks(line)
    while links.at < line.endIndex { links.step(address) }
    return links.written[...]
  }

  private init(_ line: ArraySlice<UInt8>) {
    self.line = line
    at = line.startIndex
    written.reserveCapacity(line.count)
  }
}

extension InlineLinks {
  private mutating func step(_ address: (String) -> String?) {
    switch line[at] {
    case UInt8(ascii: "\\"): copy(to: at + 2)
    case UInt8(ascii: "`"): copyCode()
    case UInt8(ascii: "!") where at + 1 < line.endIndex && line[at + 1] == UInt8(ascii: "["):
      open.append(written.count)
      copy(to: at + 2)
    case UInt8(ascii: "["):
      open.append(written.count)
      copy(to: at + 1)
    case UInt8(ascii: "]"): close(address)
    default:
      copy(to: line[(at + 1)...].firstIndex(where: Self.matters) ?? line.endIndex)
    }
  }

  private static func matters(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "!"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private mutating func copy(to end: Int) {
    let end = min(end, line.endIndex)
    written += line[at..<end]
    at = end
  }

  /// A run of backticks, with all up to the next run as long.
  private mutating func copyCode() {
    let fence = backticks(from: at)
    var next = at + fence
    while let start = line[next...].firstIndex(of: UInt8(ascii: "`")) {
      let run = backticks(from: start)
      if run == fence { return copy(to: start + run) }
      next = start + run
    }
    copy(to: at + fence)
  }

  private func backticks(from start: Int) -> Int {
    line[start...].prefix { $0 == UInt8(ascii: "`") }.count
  }

  private mutating func close(_ address: (String) -> String?) {
    guard let start = open.popLast(), at + 1 < line.endIndex, line[at + 1] == UInt8(ascii: "("),
      let end = line[at...].firstIndex(of: UInt8(ascii: ")"))
    else { return copy(to: at + 1) }
    let stop = line[at..<end].firstIndex(of: UInt8(ascii: " ")) ?? end
    if let new = address(line[(at + 2)..<stop].text) {
      written += "](".utf8
      written += new.utf8
      written += line[stop...end]
    } else {
      written.removeSubrange(start..<(written[start] == UInt8(ascii: "!") ? start + 2 : start + 1))
    }
    at = end + 1
  }
}
