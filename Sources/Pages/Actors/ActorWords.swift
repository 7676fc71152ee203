package import Attack
import Text

extension Actor {
  /// `G0016 APT29`; of a campaign that has no name but its id, that.
  package var title: String { name == id.description ? name : "\(id) \(name)" }

  /// `2019-08 to 2021-01`.
  var active: String? {
    switch (firstSeen, lastSeen) {
    case (let first?, let last?): first == last ? first : "\(first) to \(last)"
    case (let first?, nil): "since \(first)"
    case (nil, let last?): "until \(last)"
    case (nil, nil): nil
    }
  }
}

extension Actor.Kind {
  /// In a sentence.
  var noun: String { self == .software ? "piece of software" : rawValue }

  /// Of several, in a sentence.
  var plural: String { self == .software ? "pieces of software" : collective }

  /// All of them together: `software`.
  package var collective: String { self == .software ? "software" : rawValue + "s" }

  /// How many of each kind there are: `1 group`, `2 pieces of software`; of none nothing.
  static func counted(_ kinds: [Actor.Kind]) -> [String] {
    allCases.compactMap { kind in
      let count = kinds.count { $0 == kind }
      return count == 0 ? nil : Format.count(count, kind.noun, kind.plural)
    }
  }

  /// What heads a list of them.
  var title: String { page.title }
}
