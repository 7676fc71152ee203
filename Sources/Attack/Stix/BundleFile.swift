import Text

/// The file of a bundle: the two members that matter, of each the first.
struct BundleFile: CustomStringConvertible {
  private var type: String?
  private var list: StixEntries?
  private var hasType = false
  private var hasObjects = false

  /// - Throws: the first byte that is not JSON, wherever it is.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    try scanner.enter(UInt8(ascii: "{"))
    while try scanner.hasNext(before: UInt8(ascii: "}")) {
      let key = try scanner.key()
      if key.says("type"), !hasType {
        hasType = true
        type = try scanner.value().text
      } else if key.says("objects"), !hasObjects {
        hasObjects = true
        list = try Self.entries(&scanner)
      } else {
        _ = try scanner.value()
      }
    }
    try scanner.end()
  }

  private static func entries(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> StixEntries? {
    guard scanner.peek() == UInt8(ascii: "[") else {
      _ = try scanner.value()
      return nil
    }
    var entries = StixEntries()
    try scanner.enter(UInt8(ascii: "["))
    while try scanner.hasNext(before: UInt8(ascii: "]")) { try entries.read(&scanner) }
    return entries
  }

  /// What stands in `objects`; `nil` where the file is no bundle.
  var entries: StixEntries? { type == "bundle" ? list : nil }

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
