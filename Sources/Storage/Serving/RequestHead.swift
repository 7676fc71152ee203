/// The head of an HTTP/1.1 request: its first line and its fields.
package struct RequestHead: Equatable, Sendable {
  package let method: String
  /// As the first line has it, undecoded.
  package let target: String
  /// By their names in lower case; what was given twice is one value, with a comma between.
  package let fields: [String: String]
  /// Whether the client may send another request on the same connection.
  private let asksForMore: Bool

  /// Where a head ends that begins at the start of these bytes: behind its empty line.
  package static func end(in bytes: [UInt8]) -> Int? {
    var isEmpty = false
    for (index, byte) in bytes.enumerated() where byte != UInt8(ascii: "\r") {
      let isNewline = byte == UInt8(ascii: "\n")
      if isNewline && isEmpty { return index + 1 }
      isEmpty = isNewline
    }
    return nil
  }

  /// Reads a head; `nil` if it is not one of HTTP/1.
  package init?(_ bytes: some Sequence<UInt8>) {
    guard let lines = Self.lines(bytes), let first = lines.first,
      let fields = Self.fields(lines.dropFirst())
    else { return nil }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words.allSatisfy({ !$0.isEmpty }), words[2].hasPrefix("HTTP/1.")
    else { return nil }
    method = String(words[0])
    target = String(words[1])
    self.fields = fields
    let isEnd = (fields["connection"] ?? "").lowercased().contains("close")
    asksForMore = words[2] != "HTTP/1.0" && !isEnd
  }

  /// Whether bytes follow that belong to this request.
  package var hasBody: Bool {
    fields["transfer-encoding"] != nil || fields["content-length", default: "0"] != "0"
  }

  /// Whether the connection stays open; not after a body, which nobody reads.
  package var isKeptAlive: Bool { asksForMore && !hasBody }
}

extension RequestHead {
  /// Its lines, without the empty ones around them; `nil` where it has control characters.
  private static func lines(_ bytes: some Sequence<UInt8>) -> [String]? {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    guard lines.joined().allSatisfy({ $0 == UInt8(ascii: "\t") || $0 >= UInt8(ascii: " ") })
    else { return nil }
    return lines.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func fields(_ lines: some Sequence<String>) -> [String: String]? {
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
        !line[..<colon].contains(where: \.isWhitespace)
      else { return nil }
      let name = line[..<colon].lowercased()
      let value = trimmed(line[line.index(after: colon)...])
      fields[name] = fields[name].map { "\($0), \(value)" } ?? value
    }
    return fields
  }

  private static func trimmed(_ value: Substring) -> String {
    let start = value.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
