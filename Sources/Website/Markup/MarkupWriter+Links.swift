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

  /// The first few words, and how many more there are.
  mutating func shortList(_ words: [String], most: Int = 3) {
    list(words.prefix(most))
    guard words.count > most else { return }
    put(" and ")
    integer(words.count - most)
    put(" more")
  }

  /// A report by its title, its date and its publisher.
  mutating func reference(_ report: ReportReference, at location: PageLocation) {
    link(report.title, location.href(report.path))
    put(" ")
    element("small", report.details)
  }
}
