/// A column of a table for programs: what it is called, what it holds, and how that is written.
package struct DataColumn: Sendable {
  package let name: String
  /// What a cell says, in plain words.
  package let holds: String
  package let form: Form
  /// Whether a cell may be empty.
  package let isOptional: Bool

  package init(_ name: String, _ form: Form, _ holds: String, isOptional: Bool = false) {
    self.name = name
    self.holds = holds
    self.form = form
    self.isOptional = isOptional
  }

  /// What a cell that is not empty can be.
  package enum Form: Sendable {
    case text
    /// The id of a technique of `techniques.csv`.
    case technique
    /// One of these.
    case word([String])
    case flag
    /// A year, a month of it, or a day.
    case date
    /// How many there are of what the unit names.
    case count(of: String)
    /// From 0 to 1.
    case share
    /// From `least` on; the unit is what it counts, if anything.
    case number(from: Double? = nil, of: String? = nil)
  }

  /// How it is written, for readers: `whole number of reports`.
  var writing: String {
    let writing =
      switch form {
      case .text: "text"
      case .technique: "id of a technique"
      case .word(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
      case .flag: "true or false"
      case .date: "year, month or day"
      case .count(let unit): "whole number of \(unit)"
      case .share: "number from 0 to 1"
      case .number(_, let unit): unit.map { "number of \($0)" } ?? "number"
      }
    return isOptional ? writing + ", or empty" : writing
  }
}
