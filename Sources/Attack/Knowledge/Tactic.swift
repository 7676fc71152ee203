/// An adversary's goal, a column of the matrix.
package struct Tactic: Sendable {
  /// `TA0002`; v2.0 has no tactic objects, and so no ids.
  package let id: ObjectID?
  /// How techniques name it: `credential-access`.
  package let shortname: String
  package let name: String
  package let description: String
  package let domain: Domain

  /// The unique name of its page: its id, else its short name, else that with its domain.
  package let slug: String
}
