/// The page for missing paths, made to stand at any of them: its links start at the root.
enum RootedLinks {
  /// Puts a `/` before each relative link.
  ///
  /// One that starts with the path of another place
  /// (`/wiki/index.html`) is cut down to what is among `files`.
  static func root(_ html: [UInt8], files: Set<String>) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    TagScanner.scan(html.span) { kind, range in
      let written = String(decoding: html[range], as: UTF8.self)
      guard kind == .link, let link = rooted(written, files) else { return }
      result += html[done..<range.lowerBound]
      result += link.utf8
      done = range.upperBound
    }
    return result + html[done...]
  }

  /// - Returns: nothing for a link that can stay as it is.
  private static func rooted(_ written: String, _ files: Set<String>) -> String? {
    guard let link = LocalLink(written, in: "") else { return nil }
    if !link.isRootAbsolute { return "/" + written }
    var rest = written[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[slash...]
      if let path = LocalLink(String(rest), in: "")?.path, files.contains(path) {
        return String(rest)
      }
      rest.removeFirst()
    }
    return nil
  }
}
