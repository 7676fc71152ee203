import Text

/// What many objects of a bundle have in common, which is read once: citations and domains.
///
/// It must not leave the closure that lends the bundle's bytes.
struct StixPool {
  var references: [JSONValue: ExternalReference] = [:]
  var domains: [JSONValue: [String]] = [:]

  init() { references.reserveCapacity(2048) }
}
