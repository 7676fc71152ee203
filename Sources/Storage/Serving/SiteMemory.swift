internal import Corpora
import Text
import Website

/// A built site in memory: requests are answered by name, so nothing outside it can be asked for.
package struct SiteMemory: Sendable {
  private let files: [String: [UInt8]]
  /// The answer for every path that has no file.
  private let missing: [UInt8]

  /// Loads a folder that has the marker of a built site; links in it are not followed.
  package init(folder: String) throws(SiteFolderError) {
    guard let folder = Disk.realPath(folder),
      try Disk.entry(at: "\(folder)/\(SitePath.marker)")?.kind == .file
    else { throw .unmarked(folder: folder) }
    var files: [String: [UInt8]] = [:]
    for path in try Disk.files(below: folder) { files[path] = try Disk.read("\(folder)/\(path)") }
    missing =
      files["404.html"].map { RootedLinks.root($0, files: Set(files.keys)) }
      ?? Array("<!doctype html><title>404</title><p>There is no such page.</p>\n".utf8)
    self.files = files
  }

  /// Answers a request of this head.
  package func answer(to request: RequestHead) -> SiteAnswer {
    answer(
      method: request.method, target: request.target, ifNoneMatch: request.fields["if-none-match"])
  }

  /// Answers a request.
  ///
  /// The target is the path of its first line, as it is written there; `ifNoneMatch` is the field
  /// of that name.
  package func answer(
    method: String, target: String, ifNoneMatch: String? = nil
  ) -> SiteAnswer {
    switch method {
    case "GET": answer(target, ifNoneMatch)
    case "HEAD": answer(target, ifNoneMatch).withoutBody
    default:
      SiteAnswer(
        .methodNotAllowed, ["Allow": "GET, HEAD", "Content-Type": "text/plain; charset=utf-8"],
        body: Array("Only GET and HEAD are answered.\n".utf8))
    }
  }
}

extension SiteMemory {
  private func answer(_ target: String, _ ifNoneMatch: String?) -> SiteAnswer {
    let path = WrittenText.withoutPercents(target.prefix { $0 != "?" && $0 != "#" }) ?? ""
    guard path.hasPrefix("/") else { return notFound }
    let name = path.dropFirst() + (path.hasSuffix("/") ? "index.html" : "")
    if let bytes = files[String(name)] { return answer(String(name), bytes, ifNoneMatch) }
    if files["\(name)/index.html"] != nil {
      return SiteAnswer(.moved, ["Location": "/\(name)/"], body: [])
    }
    return notFound
  }

  private func answer(
    _ path: String, _ bytes: [UInt8], _ ifNoneMatch: String?
  ) -> SiteAnswer {
    let tag = Self.tag(of: bytes)
    var headers = ["Content-Type": SiteAnswer.contentType(of: path), "ETag": tag]
    if path.hasSuffix(".svg") {
      headers["Content-Security-Policy"] = SiteAnswer.policyOfFigures
    }
    if Self.isNamedByContent(path) {
      headers["Cache-Control"] = "public, max-age=31536000, immutable"
    }
    let isKnown = ifNoneMatch.map { Self.field($0, holds: tag) } ?? false
    let answer = SiteAnswer(isKnown ? .notModified : .ok, headers, body: bytes)
    return isKnown ? answer.withoutBody : answer
  }

  private var notFound: SiteAnswer {
    SiteAnswer(.notFound, ["Content-Type": SiteAnswer.contentType(of: "404.html")], body: missing)
  }

  /// Whether the name holds the hash of the content: `assets/NAME.HASH.EXT`.
  private static func isNamedByContent(_ path: String) -> Bool {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard path.hasPrefix("assets/"), parts.count >= 3 else { return false }
    let hash = parts[parts.count - 2]
    return hash.count >= 8 && hash.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// A strong tag: the FNV-1a hash of all bytes, and their number.
  private static func tag(of bytes: [UInt8]) -> String {
    "\"\(FNV1a.hexadecimal(bytes))-\(String(bytes.count, radix: 16))\""
  }

  private static func field(_ ifNoneMatch: String, holds tag: String) -> Bool {
    ifNoneMatch.split(separator: ",").contains { part in
      let part = part.drop { $0 == " " }.prefix { $0 != " " }
      return part == "*" || part == tag || part == "W/" + tag
    }
  }
}
