internal import Pages

/// The list, in a folder of Markdown, of the files that a build wrote there.
struct MarkdownManifest: Equatable {
  /// From the folder.
  var paths: Set<String> = []

  static let name = ".attack-relations"

  private static let head =
    "# The next build by attack-relations replaces or removes these files, and no others."

  init(paths: Set<String>) { self.paths = paths }

  /// Reads what `text` gives; nothing, if the text is not ours.
  ///
  /// Only lines count that could be ours: whatever a merge or a hand put between them, no build
  /// removes a hidden file, or one of another kind, or one outside of the folder.
  init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard lines.contains(where: { $0 == Self.head }) else { return nil }
    paths = Set(lines.map(String.init).filter(Self.mayBeOurs))
  }

  /// Sorted, one line per file.
  var text: String {
    ([Self.head] + paths.sorted()).map { $0 + "\n" }.joined()
  }

  private static func mayBeOurs(_ line: String) -> Bool {
    guard let path = try? SitePath(line) else { return false }
    let isVisible = path.text.split(separator: "/").allSatisfy { !$0.hasPrefix(".") }
    return isVisible
      && (line.hasSuffix(".md") || line.hasSuffix(".svg") || PageKind.isTeamPicture(line))
  }
}
