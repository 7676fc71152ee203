import Text

/// What many objects of a bundle share and is read only once: citations and domains.
///
/// It must not escape the closure that lends the bundle's bytes.
struct StixPool {
  var references: [JSONValue: ExternalReference] = [:]
  var domains: [JSONValue: [String]] = [:]

  init() { references.reserveCapacity(2048) }
}
