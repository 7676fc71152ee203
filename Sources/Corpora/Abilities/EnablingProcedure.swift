package import Text

/// One way to carry out a technique: what it needs, and what the intruder has afterwards.
package struct EnablingProcedure: Equatable, Sendable {
  /// The id of the technique, as it is written.
  package let technique: String
  package let name: String
  /// As ATT&CK calls them, sorted.
  package let platforms: [String]
  /// Sorted, each once; none of them is given too.
  package let needs: [EnablingFact]
  /// Sorted, each once.
  package let gives: [EnablingFact]
  /// Why it needs and gives that, in a sentence; may be empty.
  package let reason: String
  /// Who says so; may be empty.
  package let source: String
  /// Where it stands in its file.
  package let place: TextPlace
  /// Whether only the team says so.
  package internal(set) var isOwn = false

  init(
    technique: String, name: String, platforms: some Sequence<String>,
    needs: some Sequence<EnablingFact>, gives: some Sequence<EnablingFact>, reason: String = "",
    source: String = "", place: TextPlace
  ) {
    self.technique = technique
    self.name = name
    self.platforms = platforms.distinct.sorted()
    self.needs = needs.distinct.sorted()
    self.gives = gives.distinct.sorted()
    self.reason = reason
    self.source = source
    self.place = place
  }
}

extension EnablingProcedure {
  /// All that it says, whoever says so and why.
  struct Statement: Hashable {
    let technique: String
    let name: String
    let platforms: [String]
    let needs: [EnablingFact]
    let gives: [EnablingFact]
  }

  var statement: Statement {
    Statement(
      technique: technique, name: name, platforms: platforms, needs: needs, gives: gives)
  }
}
