import Corpora

/// A report as it is named beside what it says: title, date and publisher, never a number.
package struct ReportReference: Sendable {
  package let title: String
  /// Of its page.
  package let path: String
  /// `2024-02-07, cisa.gov`, as far as they are known.
  package let details: String

  init(_ report: Report) {
    title = report.link.text
    path = report.path
    details = [Cell.words(report.published), report.publisher].compactMap(\.self)
      .joined(separator: ", ")
  }
}
