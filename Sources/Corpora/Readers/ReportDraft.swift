package import Text

/// A report as a file has it, before its techniques are looked up.
package struct ReportDraft: Sendable {
  /// Without what must not be shown; empty where the file has none.
  package var title = ""
  package var date: PartialDate?
  /// Whether the date is when the report was added, since the file has no other.
  package var isDateOfAdding = false
  package var tlp: TLP?
  /// Where it says that the report can be read, in its order.
  package var addresses: [String] = []
  /// The id that the file's own format gives it, the same in all formats that can hold the report.
  package var ownID: String?
  /// The id as `check` shows it, such as `report--…`.
  package var shownID: String?
  package var mentions: [TechniqueMention] = []
  /// Of what kind of source a collection of reports says that it is: `attack flow`.
  package var kind: String?
  package let place: TextPlace

  package init(at place: TextPlace) { self.place = place }
}
