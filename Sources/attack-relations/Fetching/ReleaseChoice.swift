import Attack

/// Which release is wanted of those that there are.
enum ReleaseChoice: Equatable, Sendable {
  case newest
  /// The newest of the major version before the newest: 17.1 where there is 18.1.
  case previous
  case exactly(ReleaseNumber)

  /// From what `--version` says; `nil` for what is no release.
  init?(_ text: String?) {
    switch text {
    case nil: self = .newest
    case "previous": self = .previous
    case let text?:
      guard let number = ReleaseNumber(text) else { return nil }
      self = .exactly(number)
    }
  }

  /// Betas are only chosen by their number.
  func pick<Item>(_ items: [Item], by number: (Item) -> ReleaseNumber) -> Item? {
    if case .exactly(let wanted) = self { return items.first { number($0) == wanted } }
    let whole = items.filter { !number($0).isBeta }
    let newest = whole.max { number($0) < number($1) }
    guard case .previous = self, let newest else { return newest }
    return whole.filter { number($0).major < number(newest).major }
      .max { number($0) < number($1) }
  }
}
