package import Attack
import Text

/// The layers of an object: one for each domain of its techniques, since the Navigator takes one
/// domain a file.
package struct LayerLinks: Sendable {
  /// That of most techniques first, then in the order of the domains.
  package let layers: [Layer]

  package struct Layer: Sendable {
    package let domain: Domain
    package let path: String
  }

  /// Of the object of that id, whose layers score these techniques; `usual` is the domain of one
  /// without techniques.
  package init(
    _ id: String, _ techniques: some Sequence<Index<Technique>>, _ knowledge: Knowledge,
    else usual: Domain? = nil
  ) {
    let domains = techniques.map { knowledge.techniques[$0].domain }
    let first = domains.mostFrequent ?? usual ?? .enterprise
    let others = Set(domains).subtracting([first]).sorted()
    layers =
      [Layer(domain: first, path: RecordPath.layer(of: id))]
      + others.map {
        Layer(domain: $0, path: RecordPath.layer(of: "\(id)-\(FileName.slug($0.name))"))
      }
  }

  /// `[Navigator layer (JSON 4.5)](…)`, or a link for each domain.
  func markdown(at location: PageLocation) -> String {
    guard layers.count > 1 else {
      return MarkdownText.link("Navigator layer (JSON 4.5)", location.href(layers[0].path))
    }
    return "Navigator layers (JSON 4.5), one a domain: "
      + Format.list(
        layers.map { MarkdownText.link($0.domain.title, location.href($0.path)) })
  }
}
