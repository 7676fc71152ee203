/// A drawing of numbers: part of a page, and, where it has a file, an image that can be taken away.
package protocol Figure: Sendable {
  var title: String { get }
  /// What it shows, for readers who do not see it.
  var description: String { get }
  var legend: Legend { get }
  /// The path of its file; `nil` for a figure that is only part of its page.
  var file: String? { get }
  /// The same numbers as Markdown, for a figure without a file.
  func twin(at location: PageLocation) -> String
}

extension Figure {
  package func twin(at location: PageLocation) -> String { "" }

  /// What a page's Markdown has instead: its file as an image, or the same numbers as text.
  package func markdown(at location: PageLocation) -> String {
    file.map { "![\(MarkdownText.escape(title))](\(location.href($0)))\n" } ?? twin(at: location)
  }
}
