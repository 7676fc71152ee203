import Attack

extension [Domain] {
  /// The one that most of them are, of equals the first in order; `nil` of none.
  var mostFrequent: Domain? {
    var counts: [Domain: Int] = [:]
    for domain in self { counts[domain, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
