import Pages

/// Looks for broken links, broken anchors and duplicate ids in a site of our own.
///
/// 1. `add` each page as it is made: its ids are kept, its links counted once per folder.
/// 2. `merge` what several tasks collected.
/// 3. `broken(files:)` gives the verdict.
package struct LinkCheck: Sendable {
  /// The path of the site on its server, such as `/wiki/`: the start of the links of `404.html`.
  private let base: String?
  private var pages: [PageLinks] = []
  private var folders: [String: FolderLinks] = [:]

  package init(base: String? = nil) {
    self.base = base
  }

  /// Takes in a page, HTML or SVG, by its path in the site.
  package mutating func add(_ path: String, _ bytes: some Collection<UInt8>) {
    let folder = Self.folder(of: path)
    var links = folders.removeValue(forKey: folder) ?? FolderLinks()
    let page =
      bytes.withContiguousStorageIfAvailable { PageLinks(path, $0.span, &links, pages.count) }
      ?? PageLinks(path, Array(bytes).span, &links, pages.count)
    pages.append(page)
    folders[folder] = links
  }

  /// What it has of some of its pages, to be merged with others; it takes in no page itself.
  package func only(_ paths: Set<String>) -> LinkCheck {
    var some = self
    some.pages.removeAll { !paths.contains($0.path) }
    return some
  }

  /// Takes in the pages of another.
  package mutating func merge(_ other: LinkCheck) {
    var numbers: [String: [Int32]] = [:]
    for (folder, links) in other.folders {
      numbers[folder] = folders[folder, default: FolderLinks()].merge(links)
    }
    for var page in other.pages {
      let number = numbers[Self.folder(of: page.path)] ?? []
      page.links = page.links.map { number[Int($0)] }
      pages.append(page)
    }
  }

  /// What is broken, sorted, given the paths of all files of the site.
  package func broken(files: Set<String>) -> [BrokenLink] {
    let anchors = Dictionary(pages.map { ($0.path, $0.ids) }, uniquingKeysWith: { $1 })
    var found: [PageLinks.Finding: [String]] = [:]
    for (folder, members) in Dictionary(grouping: pages, by: { Self.folder(of: $0.path) }) {
      let links = folders[folder]?.links ?? ByteSet()
      let faults = (0..<links.count).map { number in
        fault(of: links[number], in: folder, files: files, anchors: anchors)
      }
      for page in members {
        for finding in page.findings { found[finding, default: []].append(page.path) }
        for number in page.links {
          guard let fault = faults[Int(number)] else { continue }
          let finding = PageLinks.Finding(fault: fault, text: links[Int(number)])
          found[finding, default: []].append(page.path)
        }
      }
    }
    return found.map { finding, pages in
      BrokenLink(
        finding.fault, finding.text, count: pages.count, pages: Array(pages.sorted().prefix(3)))
    }.sorted { ($0.fault, $0.text) < ($1.fault, $1.text) }
  }
}

extension LinkCheck {
  /// The folder with its `/`; `404.html`, which is answered anywhere, is a folder of its own.
  private static func folder(of path: String) -> String {
    if path == PageKind.missing.path { return path }
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  private func fault(
    of text: String, in folder: String, files: Set<String>, anchors: [String: ByteSet]
  ) -> BrokenLink.Fault? {
    let base = folder == PageKind.missing.path ? base : nil
    let start = folder == PageKind.missing.path ? "" : folder
    guard let link = LocalLink(text, in: start, base: base) else { return nil }
    if link.isRootAbsolute { return .rootAbsolute }
    guard let path = link.path, files.contains(path) else { return .noFile }
    guard let fragment = link.fragment, let ids = anchors[path],
      !PageLinks.statePages.contains(path)
    else { return nil }
    return ids.contains(fragment) ? nil : .noAnchor
  }
}
