internal import Corpora
import Text
import Website

/// A built site in memory: requests are answered by name, so nothing outside it can be asked for.
package struct SiteMemory: Sendable {
  private let files: [String: File]
  /// The answer for every path that has no file.
  private let missing: [UInt8]
  /// What open pages ask to know whether to load themselves again, where they do.
  private let reloading: PageReloading?

  /// A file, and how it lay on the disk when it was read.
  private struct File: Sendable {
    let bytes: [UInt8]
    let entry: Disk.Entry?
  }

  /// Loads a folder that has the marker of a built site; links in it are not followed.
  ///
  /// - Parameters:
  ///   - folder: that of the site.
  ///   - earlier: what was there before: a file that both have is not read again.
  ///   - tag: what open pages know the site by, if they are to load themselves again.
  /// - Throws: `SiteFolderError` for a folder that is no site, or cannot be read.
  package init(
    folder: String, after earlier: SiteMemory? = nil, reloadingFrom tag: String? = nil
  ) throws(SiteFolderError) {
    guard let folder = Disk.realPath(folder),
      try Disk.entry(at: "\(folder)/\(SitePath.marker)")?.kind == .file
    else { throw .unmarked(folder: folder) }
    var files: [String: File] = [:]
    for path in try Disk.files(below: folder) {
      files[path] = try Self.file("\(folder)/\(path)", orElse: earlier?.files[path])
    }
    missing =
      files["404.html"].map { RootedLinks.root($0.bytes, files: Set(files.keys)) }
      ?? Array("<!doctype html><title>404</title><p>There is no such page.</p>\n".utf8)
    self.files = files
    reloading = tag.map(PageReloading.init)
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
    let answer = plainAnswer(method, target, ifNoneMatch)
    return reloading == nil ? answer : answer.ofReloadingPage
  }
}

extension SiteMemory {
  private static func file(
    _ path: String, orElse earlier: File?
  ) throws(SiteFolderError) -> File {
    let entry = try Disk.entry(at: path)
    if let earlier, entry != nil, earlier.entry == entry { return earlier }
    return File(bytes: try Disk.read(path), entry: entry)
  }

  private func plainAnswer(
    _ method: String, _ target: String, _ ifNoneMatch: String?
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

  private func answer(_ target: String, _ ifNoneMatch: String?) -> SiteAnswer {
    let path = WrittenText.withoutPercents(target.prefix { $0 != "?" && $0 != "#" }) ?? ""
    guard path.hasPrefix("/") else { return notFound }
    let name = path.dropFirst() + (path.hasSuffix("/") ? "index.html" : "")
    if let bytes = reloading?.file(String(name)) ?? files[String(name)]?.bytes {
      return answer(String(name), bytes, ifNoneMatch)
    }
    if files["\(name)/index.html"] != nil {
      return SiteAnswer(.moved, ["Location": "/\(name)/"], body: [])
    }
    return notFound
  }

  private func answer(
    _ path: String, _ bytes: [UInt8], _ ifNoneMatch: String?
  ) -> SiteAnswer {
    let bytes = path.hasSuffix(".html") ? page(bytes) : bytes
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
    SiteAnswer(
      .notFound, ["Content-Type": SiteAnswer.contentType(of: "404.html")], body: page(missing))
  }

  /// A page as it is answered.
  private func page(_ html: [UInt8]) -> [UInt8] { reloading?.mended(html) ?? html }

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
