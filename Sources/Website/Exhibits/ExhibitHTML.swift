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
    case .matrix(let figure): figureHTML(MatrixSVG(figure), figure.title, figure.legend, name)
    case .grid(let figure): figureHTML(GridSVG(figure), figure.title, figure.legend, name)
    case .triangle(let figure):
      figureHTML(TriangleSVG(figure), figure.title, figure.legend, name)
    case .map(let figure): figureHTML(MapSVG(figure), figure.title, figure.legend, name)
    case .calibration(let figure):
      figureHTML(CalibrationSVG(figure), figure.title, figure.legend, name)
    case .intervals(let figure): figureHTML(IntervalSVG(figure), figure.title, figure.legend, name)
    case .shifts(let figure): figureHTML(ShiftSVG(figure), figure.title, figure.legend, name)
    case .mosaic(let mosaic): MosaicHTML(place: place).html(mosaic)
    case .trend(let trend): TrendSVG(trend).html(named: name)
    case .roll(let roll): CompactListHTML(place: place).html(roll)
    case .table(let table): TableHTML(place: place, markdown: markdown).html(table, named: name)
    }
  }

  private func figureHTML(
    _ drawing: some Drawing, _ title: String, _ legend: Legend, _ name: String
  ) -> String {
    """
    <figure role="group" aria-labelledby="\(name)-title">
    <figcaption class="vh" id="\(name)-title">\(HTMLText.escape(title))</figcaption>
    \(LegendSVG(legend).html)
    <div class="scroll" role="region" tabindex="0" aria-labelledby="\(name)-title">\(drawing.inline(at: place, labelledBy: "\(name)-title"))</div>
    </figure>

    """
  }
}
