import Pages
import Text

/// Writes exhibits as HTML for the page at a location.
struct ExhibitHTML {
  let location: PageLocation
  let markdown: MarkdownRenderer

  /// An exhibit under the name by which the page shows it, unique on the page.
  func write(_ exhibit: Exhibit, named name: String, to html: inout MarkupWriter) {
    switch exhibit {
    case .ranking(let ranking): RankingHTML(location: location).write(ranking, to: &html)
    case .explorer(let explorer): ExplorerHTML(location: location).write(explorer, to: &html)
    case .explorerPart(let part): ExplorerHTML(location: location).write(part, to: &html)
    case .suggestions(let suggestions):
      SuggestionsHTML(location: location).write(suggestions, to: &html)
    case .expectations(let expectations):
      ExpectationsHTML(location: location, markdown: markdown).write(expectations, to: &html)
    case .figure(let figure): write(figure, name, to: &html)
    case .mosaic(let mosaic): MosaicHTML(location: location).write(mosaic, to: &html)
    case .trend(let trend): TrendSVG(trend).write(to: &html)
    case .compactList(let list): CompactListHTML(location: location).write(list, to: &html)
    case .table(let table):
      TableHTML(location: location, markdown: markdown).write(table, named: name, to: &html)
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
    figure.drawing.writeInline(at: location, labelledBy: title, to: &html)
    html.put("</div>\n</figure>\n")
  }
}
