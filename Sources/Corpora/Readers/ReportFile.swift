package import Text

/// A file of reports, as it was read.
package struct ReportFile: Sendable {
  package let format: ReportFormat
  package internal(set) var reports: [ReportDraft] = []
  /// Techniques that many reports share, where it knows no report by itself.
  package internal(set) var sets: [SetDraft] = []
  /// What could not be used, with its place, in words.
  package internal(set) var remarks: [Remark] = []

  /// Something that the reader left out.
  package struct Remark: Equatable, Sendable {
    package let place: TextPlace?
    /// A line that is fit to be shown, whatever the file holds.
    package let text: String

    init(_ text: String, at place: TextPlace?) {
      self.place = place
      self.text = TextCleaner.line(text, limit: 400)
    }
  }

  init(_ format: ReportFormat) { self.format = format }

  mutating func remark(_ text: String, at place: TextPlace? = nil) {
    remarks.append(Remark(text, at: place))
  }
}
