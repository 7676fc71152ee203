/// The different links of the pages of one folder: there, equal texts are equal links.
struct FolderLinks: Sendable {
  private(set) var links = ByteSet()
  /// The number of the page that had the link last.
  private var lastPage: [Int] = []

  /// - Returns: the link's number, or nothing if the page had it before.
  mutating func insert(_ link: Span<UInt8>, page: Int) -> Int32? {
    let (number, isNew) = links.insert(link)
    if isNew { lastPage.append(page) } else if lastPage[number] == page { return nil }
    lastPage[number] = page
    return Int32(number)
  }

  /// - Returns: the numbers that the other's links have here.
  mutating func merge(_ other: FolderLinks) -> [Int32] {
    (0..<other.links.count).map { number in
      let (here, isNew) = links.insert(number, of: other.links)
      if isNew { lastPage.append(-1) }
      return Int32(here)
    }
  }
}
