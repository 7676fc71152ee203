import Text
import Pages

/// Writes exhibits as HTML for the page at a place.
struct ExhibitHTML {
  let place: PageLocation
  let markdown: MarkdownRenderer

  /// An exhibit under the name by which the page shows it, unique on the page.
  func html(_ exhibit: Exhibit, named name: String) -> String {
    switch exhibit {
    case .ranking(let ranking): RankingHTML(place: place).html(ranking)
    case .standouts(let standouts): StandoutsHTML(place: place).html(standouts)
    case .explorer(let explorer): ExplorerHTML(place: place).html(explorer)
    case .explorerPart(let part): ExplorerHTML(place: place).html(part)
    case .suggestions(let suggestions): SuggestionsHTML(place: place).html(suggestions)
    case .figure(let figure): html(figure, name)
    case .mosaic(let mosaic): MosaicHTML(place: place).html(mosaic)
    case .trend(let trend): TrendSVG(trend).html(named: name)
    case .compactList(let list): CompactListHTML(place: place).html(list)
    case .table(let table): TableHTML(place: place, markdown: markdown).html(table, named: name)
    }
  }

  private func html(_ figure: any Figure, _ name: String) -> String {
    """
    <figure role="group" aria-labelledby="\(name)-title">
    <figcaption class="vh" id="\(name)-title">\(HTMLText.escape(figure.title))</figcaption>
    \(LegendSVG(figure.legend).html)
    <div class="scroll" role="region" tabindex="0" aria-labelledby="\(name)-title">\(figure.drawing.inline(at: place, labelledBy: "\(name)-title"))</div>
    </figure>

    """
  }
}
