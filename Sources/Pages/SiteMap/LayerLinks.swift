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
    let domains = techniques.flatMap { knowledge.techniques[$0].domains }
    let first = domains.mostFrequent ?? usual ?? .enterprise
    self.init(id, [first] + Set(domains).subtracting([first]).sorted())
  }

  /// Of the object of that id, in these domains.
  package init(_ id: String, _ domains: [Domain]) {
    let first = domains.first ?? .enterprise
    layers =
      [Layer(domain: first, path: RecordPath.layer(of: id))]
      + domains.distinct.dropFirst().map {
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
