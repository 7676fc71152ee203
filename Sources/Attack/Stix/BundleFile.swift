import Text

/// The file of a bundle, or the answer of a TAXII server: the members that matter, of each the first.
struct BundleFile: CustomStringConvertible {
  private var type: String?
  private var list: StixList?
  private var hasType = false
  private var hasObjects = false
  private var more = false

  /// - Throws: the first byte that is not JSON, wherever it is.
  init(_ bytes: [UInt8]) throws(JSONScanner.Fault) {
    let file = bytes.withUnsafeBufferPointer { lent in
      Result { () throws(JSONScanner.Fault) in
        var file = BundleFile()
        try file.read(bytes, JSONScanner(lent))
        return file
      }
    }
    self = try file.get()
  }

  private init() {}

  private mutating func read(
    _ bytes: [UInt8], _ start: JSONScanner
  ) throws(JSONScanner.Fault) {
    var scanner = start
    try scanner.enter(UInt8(ascii: "{"))
    while try scanner.hasNext(before: UInt8(ascii: "}")) {
      let key = try scanner.key()
      if key.equals("type"), !hasType {
        hasType = true
        type = try scanner.value().text
      } else if key.equals("objects"), !hasObjects {
        hasObjects = true
        list = try Self.list(bytes, &scanner)
      } else if key.equals("more") {
        more = try scanner.value().flag ?? false
      } else {
        _ = try scanner.value()
      }
    }
    try scanner.end()
  }

  private static func list(
    _ bytes: [UInt8], _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> StixList? {
    guard scanner.peek() == UInt8(ascii: "[") else {
      _ = try scanner.value()
      return nil
    }
    try scanner.enter(UInt8(ascii: "["))
    guard try scanner.hasNext(before: UInt8(ascii: "]")) else { return StixList() }
    _ = scanner.peek()
    let list = try StixList(bytes, first: scanner.at, depth: scanner.depth)
    scanner.leave(at: list.end)
    return list
  }

  /// The contents of `objects`; `nil` if the file is no bundle, nor an envelope, which has no type.
  var objects: StixList? { type == "bundle" || !hasType ? list : nil }

  /// Whether it is an envelope that says that others follow.
  var isPartial: Bool { !hasType && more }

  /// What the file is instead of a bundle.
  var description: String {
    switch type {
    case "bundle":
      hasObjects ? "an object whose `objects` is no list" : "a bundle without `objects`"
    case .some(let type): "`type` is `\(TextCleaner.clean(String(type.prefix(40))))`"
    case nil: "JSON without a `type`"
    }
  }
}
