/// A server's answer to one request: status, header fields, bytes.
package struct SiteAnswer: Equatable, Sendable {
  package enum Status: Int, Sendable {
    case ok = 200
    case moved = 301
    case notModified = 304
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case fieldsTooLong = 431
  }

  package let status: Status
  package private(set) var headers: [String: String]
  package private(set) var body: [UInt8]

  /// An answer with the fields that every answer has.
  init(_ status: Status, _ headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = Self.always.merging(headers) { $1 }
    self.body = body
    self.headers["Content-Length"] = String(body.count)
  }

  /// Whether the connection ends with it.
  package var endsConnection: Bool { headers["Connection"] == "close" }

  /// The same, to a page that loads itself again: its policy allows that, and the connection ends, so
  /// that an open page holds none.
  var ofReloadingPage: SiteAnswer {
    var answer = self
    answer.headers["Connection"] = "close"
    answer.headers["Content-Security-Policy"] = headers["Content-Security-Policy"].map {
      PageReloading.mended($0)
    }
    return answer
  }

  /// The same without its bytes, as `HEAD` asks for it.
  var withoutBody: SiteAnswer {
    var answer = self
    answer.body = []
    return answer
  }

  /// The policy of every page, and headers that keep a browser from guessing types and sending
  /// referrers.
  private static let always = [
    "Content-Security-Policy": """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'
    """,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
  ]

  /// The policy of a figure in a file of its own, which contains its style.
  static let policyOfFigures =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

  /// The media type of a file, by the end of its name.
  static func contentType(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml; charset=utf-8"
    case "json": "application/json; charset=utf-8"
    case "jsonl": "application/jsonl; charset=utf-8"
    case "xml": "application/xml; charset=utf-8"
    case "csv": "text/csv; charset=utf-8"
    case "md": "text/markdown; charset=utf-8"
    case "txt": "text/plain; charset=utf-8"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "ico": "image/x-icon"
    default: "application/octet-stream"
    }
  }
}
