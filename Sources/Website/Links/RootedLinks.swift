/// The page for missing paths, made to work at any of them: its links start at the root.
package enum RootedLinks {
  /// Puts `base`, such as `/wiki/`, before each relative link, and before the addresses for
  /// scripts.
  ///
  /// One that starts with the path of another folder (`/wiki/index.html`) is cut down to what is
  /// among `files`.
  package static func root(_ html: [UInt8], at base: String = "/", files: Set<String>) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    TagScanner.scan(html.span) { kind, range in
      guard kind != .anchor else { return }
      let written = String(decoding: html[range], as: UTF8.self)
      let isBase = kind == .data && (written.isEmpty || written.hasSuffix("/"))
      guard let link = isBase ? base : rooted(written, base, files) else { return }
      result += html[done..<range.lowerBound]
      result += link.utf8
      done = range.upperBound
    }
    return result + html[done...]
  }

  /// - Returns: nothing for a link that can stay as it is.
  private static func rooted(
    _ written: String, _ base: String, _ files: Set<String>
  ) -> String? {
    guard let link = LocalLink(written, in: "") else { return nil }
    if !link.isRootAbsolute { return base + written }
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
