import Corpora

/// A report in a table of the same page, as the rows of another table name it.
package struct NumberedReport: Sendable {
  /// Of its row.
  package let number: Int
  /// `2024-02-07 cisa.gov`; its title, where neither is known.
  package let label: String

  init(_ number: Int, _ report: Report) {
    self.number = number
    let known = [report.published?.description, report.publisher].compactMap(\.self)
    label = known.isEmpty ? report.link.text : known.joined(separator: " ")
  }
}
