/// The links and images of one line of Markdown; what is escaped or in code is none.
struct InlineLinks {
  private let line: [UInt8]
  private var at = 0
  private var written: [UInt8] = []
  /// Where the brackets stand in `written` that may begin a link.
  private var open: [Int] = []

  /// The line with other addresses; where `address` has none, the text stands without its link.
  static func rewrite(
    _ line: some StringProtocol, _ address: (String) -> String?
  ) -> String {
    guard line.utf8.contains(UInt8(ascii: "]")) else { return String(line) }
    var links = InlineLinks(line)
    while links.at < links.line.count { links.step(address) }
    return String(decoding: links.written, as: UTF8.self)
  }

  private init(_ line: some StringProtocol) {
    self.line = Array(line.utf8)
    written.reserveCapacity(self.line.count)
  }
}

extension InlineLinks {
  private mutating func step(_ address: (String) -> String?) {
    switch line[at] {
    case UInt8(ascii: "\\"): copy(to: at + 2)
    case UInt8(ascii: "`"): copyCode()
    case UInt8(ascii: "!") where at + 1 < line.count && line[at + 1] == UInt8(ascii: "["):
      open.append(written.count)
      copy(to: at + 2)
    case UInt8(ascii: "["):
      open.append(written.count)
      copy(to: at + 1)
    case UInt8(ascii: "]"): close(address)
    default:
      copy(to: line[(at + 1)...].firstIndex(where: Self.matters) ?? line.count)
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
    let end = min(end, line.count)
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
    guard let start = open.popLast(), at + 1 < line.count, line[at + 1] == UInt8(ascii: "("),
      let end = line[at...].firstIndex(of: UInt8(ascii: ")"))
    else { return copy(to: at + 1) }
    let stop = line[at..<end].firstIndex(of: UInt8(ascii: " ")) ?? end
    if let new = address(String(decoding: line[(at + 2)..<stop], as: UTF8.self)) {
      written += Array("](\(new)".utf8) + line[stop...end]
    } else {
      written.removeSubrange(start..<(written[start] == UInt8(ascii: "!") ? start + 2 : start + 1))
    }
    at = end + 1
  }
}
