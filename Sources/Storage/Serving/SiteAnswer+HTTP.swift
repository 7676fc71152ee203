/// An answer as HTTP/1.1 sends it.
extension SiteAnswer {
  /// To a request that cannot be read.
  package static let unreadable = refusal(.badRequest, "This is no request of HTTP/1.1.\n")

  /// To a request with a longer head than any browser sends.
  package static let tooLong = refusal(.fieldsTooLong, "The fields of the request are too long.\n")

  /// What precedes its body: the line of its status, its fields in their order, an empty line.
  package var head: [UInt8] {
    let fields = headers.sorted { $0.key < $1.key }.map { "\($0): \($1)\r\n" }.joined()
    return Array("HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n\(fields)\r\n".utf8)
  }

  /// It ends the connection, since nobody knows where the next request would begin.
  private static func refusal(_ status: Status, _ text: String) -> SiteAnswer {
    SiteAnswer(
      status, ["Connection": "close", "Content-Type": "text/plain; charset=utf-8"],
      body: Array(text.utf8))
  }
}

extension SiteAnswer.Status {
  /// As RFC 9110 calls it.
  fileprivate var phrase: String {
    switch self {
    case .ok: "OK"
    case .moved: "Moved Permanently"
    case .notModified: "Not Modified"
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .fieldsTooLong: "Request Header Fields Too Large"
    }
  }
}
