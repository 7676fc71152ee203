package import Attack

/// The platforms on which to look, given what was seen there.
package struct Platforms: Sendable {
  /// By name; empty for any.
  package let names: [String]

  /// Those where all techniques seen may have happened, or, if there is none, those of any of them; of
  /// what happens before an intrusion (`PRE`) the place is not the victim's, so that any may follow.
  ///
  /// - Parameter seen: for each technique its platforms.
  package init(of seen: [[String]]) {
    let each = seen.map { Set($0).subtracting(Self.elsewhere) }.filter { !$0.isEmpty }
    let all = each.reduce(into: Set<String>()) { $0.formUnion($1) }
    let shared = each.reduce(all) { $0.intersection($1) }
    names = (shared.isEmpty ? all : shared).sorted()
  }

  /// What is no platform of a victim's.
  private static let elsewhere: Set<String> = [before, "None"]

  private static let before = "PRE"

  /// Whether a technique of these platforms happens before an intrusion, where nothing of the victim's
  /// own shows it.
  package static func isBefore(_ platforms: [String]) -> Bool {
    !platforms.isEmpty && platforms.allSatisfy { $0 == before }
  }

  /// Those of a piece of software; of others none are known.
  package init(of actor: Actor) { names = Set(actor.platforms).sorted() }

  /// Wherever it may be.
  package static let any = Platforms(of: [])

  /// One of them.
  package init(_ name: String) { names = [name] }

  /// A trace of no platform in particular may be of each.
  package func filter(_ traces: [Detection]) -> [Detection] {
    names.isEmpty ? traces : traces.filter { $0.platform.isEmpty || names.contains($0.platform) }
  }
}
