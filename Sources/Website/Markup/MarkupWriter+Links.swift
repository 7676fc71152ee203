import Pages
import Text

extension MarkupWriter {
  /// A link to an address.
  mutating func link(_ text: some StringProtocol, _ href: String) {
    element("a", text, Attribute("href", href))
  }

  /// A link by an id and a name; of some things there is no id.
  mutating func link(_ id: String?, _ name: String, _ href: String) {
    open("a", Attribute("href", href))
    if let id {
      element("i", id)
      put(" ")
    }
    text(name)
    close("a")
  }

  /// Words in one line, separated by commas.
  mutating func list(_ words: some Sequence<String>) {
    var isFirst = true
    for word in words {
      if !isFirst { put(", ") }
      text(word)
      isFirst = false
    }
  }

  /// A report by its title, its date and its publisher.
  mutating func reference(_ report: ReportReference, at location: PageLocation) {
    link(report.title, location.href(report.path))
    put(" ")
    element("small", report.details)
  }
}
