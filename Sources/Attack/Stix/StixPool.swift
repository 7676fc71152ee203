import Text

/// What many objects of a bundle share and is read only once.
///
/// It must not escape the closure that lends the bundle's bytes.
struct StixPool {
  var references = SharedLists<ExternalReference>()
  var domains: [JSONValue: [String]] = [:]
  /// The ends of relationships.
  var ids: [JSONValue: String] = [:]

  init() {
    references.lists.reserveCapacity(4096)
    references.elements.reserveCapacity(4096)
    ids.reserveCapacity(2048)
  }
}
