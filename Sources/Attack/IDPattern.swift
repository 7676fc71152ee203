import Text

/// One pattern of ids, matched without going back: no text makes it slow.
struct IDPattern: Hashable, Sendable {
  private let root: Node

  private indirect enum Node: Hashable, Sendable {
    /// One of these characters.
    case set(Set<UInt8>)
    case sequence([Node])
    case choice([Node])
    case times(Node, ClosedRange<Int>)
  }

  /// Reads a pattern; `nil` for what the small language does not have.
  init?(_ text: String) {
    var parser = Parser(text)
    guard let root = parser.choice(), parser.isAtEnd else { return nil }
    self.root = root
  }

  /// The offsets behind all that the pattern takes from `start` on.
  func ends(in bytes: [UInt8], from start: Int) -> Set<Int> {
    Self.ends(root, bytes, [start])
  }

  /// How many characters it takes at least, and at most.
  var lengths: ClosedRange<Int> { Self.lengths(root) }

  private static func ends(_ node: Node, _ bytes: [UInt8], _ starts: Set<Int>) -> Set<Int> {
    switch node {
    case .set(let set):
      Set(starts.filter { $0 < bytes.count && set.contains(bytes[$0]) }.map { $0 + 1 })
    case .sequence(let nodes): nodes.reduce(starts) { ends($1, bytes, $0) }
    case .choice(let nodes):
      nodes.reduce(into: []) { $0.formUnion(ends($1, bytes, starts)) }
    case .times(let node, let counts):
      (0...counts.upperBound).reduce(into: (starts: starts, found: Set<Int>())) { state, count in
        if counts.contains(count) { state.found.formUnion(state.starts) }
        state.starts = ends(node, bytes, state.starts)
      }.found
    }
  }

  private static func lengths(_ node: Node) -> ClosedRange<Int> {
    switch node {
    case .set: return 1...1
    case .sequence(let nodes):
      return nodes.map(lengths).reduce(0...0) {
        $0.lowerBound + $1.lowerBound...$0.upperBound + $1.upperBound
      }
    case .choice(let nodes):
      let all = nodes.map(lengths)
      return (all.map(\.lowerBound).min() ?? 0)...(all.map(\.upperBound).max() ?? 0)
    case .times(let node, let counts):
      let own = lengths(node)
      return own.lowerBound * counts.lowerBound...own.upperBound * counts.upperBound
    }
  }
}

extension IDPattern {
  /// Reads the language of patterns from left to right.
  private struct Parser {
    private var rest: ArraySlice<UInt8>
    private var depth = 0

    init(_ text: String) { rest = ArraySlice(text.utf8.prefix(Self.longest)) }

    var isAtEnd: Bool { rest.isEmpty }

    /// Of a pattern, in bytes.
    private static let longest = 200
    private static let deepest = 4
    /// Of one character or group.
    private static let mostTimes = 40

    /// Sequences with `|` between them.
    mutating func choice() -> Node? {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { return nil }
      var options: [Node] = []
      repeat {
        guard let option = sequence() else { return nil }
        options.append(option)
      } while take("|")
      return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() -> Node? {
      var nodes: [Node] = []
      while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
        guard let node = item(), let counted = counted(node) else { return nil }
        nodes.append(counted)
      }
      return nodes.isEmpty ? nil : .sequence(nodes)
    }

    /// A character, a set or a group.
    private mutating func item() -> Node? {
      guard let first = rest.popFirst() else { return nil }
      switch first {
      case UInt8(ascii: "("):
        if take("?"), !take(":") { return nil }
        guard let inner = choice(), take(")") else { return nil }
        return inner
      case UInt8(ascii: "["): return set()
      case UInt8(ascii: "\\"): return escaped()
      default: return Self.isPlain(first) ? .set([first]) : nil
      }
    }

    private mutating func escaped() -> Node? {
      switch rest.popFirst() {
      case UInt8(ascii: "d"): .set(Self.digits)
      case UInt8(ascii: "."): .set([UInt8(ascii: ".")])
      case UInt8(ascii: "-"): .set([UInt8(ascii: "-")])
      default: nil
      }
    }

    private mutating func set() -> Node? {
      var members: Set<UInt8> = []
      while let low = rest.popFirst(), low != UInt8(ascii: "]") {
        if low == UInt8(ascii: "\\") {
          guard case .set(let more) = escaped() else { return nil }
          members.formUnion(more)
        } else if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") {
          rest.removeFirst()
          guard let high = rest.popFirst(), low <= high, Self.isPlain(low), Self.isPlain(high)
          else { return nil }
          members.formUnion((low...high).filter(Self.isPlain))
        } else {
          guard Self.isPlain(low) || low == UInt8(ascii: ".") else { return nil }
          members.insert(low)
        }
      }
      return members.isEmpty ? nil : .set(members)
    }

    /// The node with the count that follows it, if one does.
    private mutating func counted(_ node: Node) -> Node? {
      if take("?") { return .times(node, 0...1) }
      guard take("{") else { return node }
      guard let low = number() else { return nil }
      let high = take(",") ? number() : low
      guard let high, take("}"), low <= high, high <= Self.mostTimes else { return nil }
      return .times(node, low...high)
    }

    private mutating func number() -> Int? {
      let digits = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(digits.count)
      return Int(String(decoding: digits, as: UTF8.self))
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    private static let digits = Set((UInt8(ascii: "0")...UInt8(ascii: "9")))

    private static func isPlain(_ byte: UInt8) -> Bool {
      byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }
}
