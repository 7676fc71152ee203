/// Procedures with what they need and give, and what each of these facts is in plain words.
package struct Capabilities: Equatable, Sendable {
  /// Each fact in plain words: `a user's password`.
  package private(set) var titles: [EnablingFact: String]
  package private(set) var procedures: [EnablingProcedure]

  package init(titles: [EnablingFact: String] = [:], procedures: [EnablingProcedure] = []) {
    self.titles = titles
    self.procedures = procedures
  }

  /// With those of another file, whose words for a fact go before; a procedure that says the same as one of these is left out.
  package func adding(_ other: Capabilities) -> Capabilities {
    let known = Set(procedures.map(\.statement))
    return Capabilities(
      titles: titles.merging(other.titles) { $1 },
      procedures: procedures + other.procedures.filter { !known.contains($0.statement) })
  }

  /// The same as the team's own.
  package var own: Capabilities {
    var own = self
    for index in own.procedures.indices { own.procedures[index].isOwn = true }
    return own
  }

  /// A fact in plain words; one that no file has words for, by its name.
  package func title(of fact: EnablingFact) -> String { titles[fact] ?? fact.name }
}
