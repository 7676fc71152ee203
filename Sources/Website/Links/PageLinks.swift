import Pages

/// What one page defines and where it points.
struct PageLinks: Sendable {
  struct Finding: Hashable {
    let fault: BrokenLink.Fault
    let text: String
  }

  /// Pages whose fragment is their state, not an anchor.
  static let statePages = Set(PageKind.allCases.filter(\.keepsState).map(\.path))

  let path: String
  private(set) var ids = ByteSet()
  /// The numbers of its links among those of its folder, each once.
  var links: [Int32] = []
  /// What is wrong whatever the other pages hold.
  private(set) var findings: Set<Finding> = []

  /// Reads a page; `links` are those of all pages of its folder, `number` identifies the page.
  init(_ path: String, _ bytes: Span<UInt8>, _ links: inout FolderLinks, _ number: Int) {
    self.path = path
    var own: [Range<Int>] = []
    TagScanner.scan(bytes) { kind, range in
      let value = bytes.extracting(range)
      switch kind {
      case .anchor: define(value)
      case .link where value.isEmpty: break
      case .link where value[0] == UInt8(ascii: "#"): own.append(range)
      case .link: note(value, &links, number)
      case .data where value.isEmpty || value[value.count - 1] == UInt8(ascii: "/"): break
      case .data: note(value, &links, number)
      }
    }
    if Self.statePages.contains(path) { return }
    for range in own { checkOwn(bytes.extracting(range)) }
  }
}

extension PageLinks {
  private mutating func define(_ id: Span<UInt8>) {
    guard id.contains(UInt8(ascii: "&")) else {
      if !ids.insert(id).isNew { find(.duplicateID, id) }
      return
    }
    let text = Array(WrittenText.withoutEntities(id.text).utf8)
    if !ids.insert(text.span).isNew { find(.duplicateID, id) }
  }

  private mutating func note(
    _ link: Span<UInt8>, _ links: inout FolderLinks, _ number: Int
  ) {
    if let new = links.insert(link, page: number) { self.links.append(new) }
  }

  /// A link within the page; `#` alone is its top.
  private mutating func checkOwn(_ link: Span<UInt8>) {
    if link.count == 1 || ids.contains(link.extracting(1...)) { return }
    let fragment = LocalLink.fragment(of: WrittenText.withoutEntities(link.text))
    if let fragment, !ids.contains(fragment) { find(.noAnchor, link) }
  }

  private mutating func find(_ fault: BrokenLink.Fault, _ text: Span<UInt8>) {
    findings.insert(Finding(fault: fault, text: text.text))
  }
}

extension Span<UInt8> {
  fileprivate var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  fileprivate func contains(_ byte: UInt8) -> Bool {
    indices.contains { self[$0] == byte }
  }
}
