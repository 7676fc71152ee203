import Text

/// What many objects of a bundle share and is read only once.
///
/// It must not escape the closure that lends the bundle's bytes.
struct StixPool {
  /// Whole lists of references.
  var references = JSONPool<[ExternalReference]>(capacity: 4096)
  /// What is in any of these lists.
  var reference = JSONPool<ExternalReference>(capacity: 4096)
  var domains = JSONPool<[String]>(capacity: 64)
  /// The ends of relationships.
  var ids = JSONPool<String>(capacity: 2048)
}
