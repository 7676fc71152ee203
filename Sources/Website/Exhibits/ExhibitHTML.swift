import Pages
import Text

/// Writes exhibits as HTML for the page at a place.
struct ExhibitHTML {
  let place: PageLocation
  let markdown: MarkdownRenderer

  /// An exhibit under the name by which the page shows it, unique on the page.
  func write(_ exhibit: Exhibit, named name: String, to html: inout MarkupWriter) {
    switch exhibit {
    case .ranking(let ranking): RankingHTML(place: place).write(ranking, to: &html)
    case .standouts(let standouts): StandoutsHTML(place: place).write(standouts, to: &html)
    case .explorer(let explorer): ExplorerHTML(place: place).write(explorer, to: &html)
    case .explorerPart(let part): ExplorerHTML(place: place).write(part, to: &html)
    case .suggestions(let suggestions):
      SuggestionsHTML(place: place).write(suggestions, to: &html)
    case .figure(let figure): write(figure, name, to: &html)
    case .mosaic(let mosaic): MosaicHTML(place: place).write(mosaic, to: &html)
    case .trend(let trend): TrendSVG(trend).write(to: &html)
    case .compactList(let list): CompactListHTML(place: place).write(list, to: &html)
    case .table(let table):
      TableHTML(place: place, markdown: markdown).write(table, named: name, to: &html)
    }
  }

  private func write(_ figure: any Figure, _ name: String, to html: inout MarkupWriter) {
    let title = name + "-title"
    html.open("figure", Attribute("role", "group"), Attribute("aria-labelledby", title))
    html.put("\n")
    html.element("figcaption", figure.title, Attribute("class", "vh"), Attribute("id", title))
    html.put("\n")
    LegendSVG(figure.legend).write(to: &html)
    html.put("\n")
    html.open(
      "div", Attribute("class", "scroll"), Attribute("role", "region"), Attribute("tabindex", 0),
      Attribute("aria-labelledby", title))
    figure.drawing.writeInline(at: place, labelledBy: title, to: &html)
    html.put("</div>\n</figure>\n")
  }
}
