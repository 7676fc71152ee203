import Text

/// What a team's files say about a report, beside its name and address.
package struct TeamDetails: Hashable, Sendable {
  package var date: PartialDate?
  package var isDateOfAdding = false
  package var tlp: TLP?
  /// The names of the files that it was read from, each once.
  package var files: [String] = []
  /// How often it was run, where it is an exercise.
  package var runs = 1

  package init() {}

  /// The same with what another file says: the first date, and the strictest marking.
  package func united(with other: TeamDetails) -> TeamDetails {
    var united = self
    if date == nil || isDateOfAdding && !other.isDateOfAdding && other.date != nil {
      (united.date, united.isDateOfAdding) = (other.date, other.isDateOfAdding)
    }
    united.tlp = max(tlp, other.tlp)
    united.files = (files + other.files).distinct
    united.runs = max(runs, other.runs)
    return united
  }
}
