package import Foundation

/// The head of a server's answer: its status and its fields.
package struct AnswerHead: Equatable, Sendable {
  package let status: Int
  private let fields: [String: String]

  /// Reads the lines before the empty one; `nil` where they are no HTTP.
  package init?(_ text: String) {
    let lines = text.split(separator: "\r\n")
    guard let first = lines.first, first.hasPrefix("HTTP/"),
      let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    self.status = status
    fields = Dictionary(
      lines.dropFirst().compactMap { line in
        line.firstIndex(of: ":").map { colon in
          (
            line[..<colon].lowercased(),
            line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
          )
        }
      }, uniquingKeysWith: { $1 })
  }

  /// By which a server tells whether a file is still the same: a strong ETag, else the date of its
  /// change.
  var mark: String? {
    if let tag = fields["etag"], tag.hasPrefix("\"") { return tag }
    return fields["last-modified"]
  }

  /// The first byte that an answer in part begins with.
  var start: Int? {
    fields["content-range"]?.firstMatch(of: /^bytes ([0-9]{1,15})-/).flatMap { Int($0.1) }
  }

  /// The bytes that will come; `nil` where the server does not say.
  var length: Int? { fields["content-length"].flatMap { Int($0) } }

  /// Seconds that a server wants us to wait, from a number or a date.
  package func patience(at now: Date = Date()) -> Double? {
    guard let text = fields["retry-after"] else { return nil }
    if let seconds = Double(text) { return seconds.isFinite ? max(0, seconds) : nil }
    let reader = DateFormatter()
    reader.locale = Locale(identifier: "en_US_POSIX")
    reader.timeZone = TimeZone(secondsFromGMT: 0)
    reader.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return reader.date(from: text).map { max(0, $0.timeIntervalSince(now)) }
  }

  var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }
}
