/// What Markdown cannot express: one value that becomes HTML on a page and Markdown in a Git wiki.
package enum Exhibit: Sendable {
  case ranking(Ranking)
  case explorer(Explorer)
  case suggestions(Suggestions)
  case expectations(Expectations)
  case explorerPart(ExplorerPart)
  case figure(any Figure)
  case trend(Trend)
  case mosaic(Mosaic)
  case compactList(CompactList)
  case table(Table)

  /// The anchors of its rows.
  package var anchors: [String] {
    switch self {
    case .table(let table): table.rows.compactMap(\.id)
    case .compactList(let list): list.entries.map(\.id)
    default: []
    }
  }
}
