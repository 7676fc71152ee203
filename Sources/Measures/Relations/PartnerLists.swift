package import Attack

/// The techniques that reports cite with one technique, as its page lists them.
package struct PartnerLists: Sendable {
  /// All of them, those of most reports first.
  package let all: [Association]
  /// The first ten of another family.
  package let seenMostOften: [Association]
  /// Those that tell most of what else to look for.
  package let telling: TellingPartners
  /// Those above their expectation, firm or possible, the highest lower bound first.
  package let standingOut: [Association]

  package init(_ technique: Index<Technique>, _ associations: Associations) {
    all = associations.partners(of: technique).mostFrequent()
    seenMostOften = Array(all.lazy.filter { !$0.isFamily }.prefix(Associations.listLength))
    telling = TellingPartners(all, mostReported: associations.mostReported)
    standingOut = associations.standingOut(from: technique, among: all, most: .max)
  }

  /// Its parent, subs and siblings, those of most reports first.
  package var family: [Association] { all.filter(\.isFamily) }

  /// The lists of every technique.
  package static func all(_ associations: Associations) async -> IndexedList<
    Technique, PartnerLists
  > {
    await IndexedList(concurrentlyFor: associations.ids.indices) { PartnerLists($0, associations) }
  }
}
