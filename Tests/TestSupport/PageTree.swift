import Foundation
package import Pages

/// A page as text: field by field, its exhibits in short.
package struct PageTree {
  private(set) var lines: [String] = []

  package static func text(_ page: Page) -> String {
    var tree = PageTree()
    tree.add(page)
    return tree.lines.joined(separator: "\n")
  }

  private mutating func add(_ page: Page) {
    lines.append("\(page.kind) \(page.path), template \(page.template)")
    lines.append("title: \(page.title)")
    lines.append("summary: \(page.summary)")
    let links = [
      ("trail", page.trail), ("previous", [page.previous].compactMap(\.self)),
      ("next", [page.next].compactMap(\.self)),
    ]
    for (name, links) in links where !links.isEmpty {
      lines.append("\(name): " + links.map(ExhibitLines.text).joined(separator: " > "))
    }
    if let successor = page.successor { lines.append("successor: \(successor)") }
    let scripts = page.scripts + page.dataScripts
    if !scripts.isEmpty { lines.append("scripts: " + scripts.joined(separator: ", ")) }
    add(fieldsOf: page.contents, "")
    for (name, exhibit) in page.exhibits.sorted(by: { $0.key < $1.key }) {
      lines.append("![\(name)]")
      lines += ExhibitLines.lines(of: exhibit).map { "  " + $0 }
    }
  }

  private mutating func add(fieldsOf value: Any, _ indent: String) {
    for (name, value) in Mirror(reflecting: value).children {
      add(name ?? "", value, indent)
    }
  }

  /// Nothing for what is absent or false.
  private mutating func add(_ name: String, _ value: Any, _ indent: String) {
    let mirror = Mirror(reflecting: value)
    switch value {
    case let text as String:
      lines.append("\(indent)\(name): \(text.replacing("\n", with: "⏎"))")
    case let flag as Bool: if flag { lines.append("\(indent)\(name)") }
    case let number as Int: lines.append("\(indent)\(name): \(number)")
    case let list as [Any]: for item in list { add(name, item, indent) }
    case _ where mirror.displayStyle == .optional:
      if let own = mirror.children.first { add(name, own.value, indent) }
    default:
      lines.append("\(indent)\(name):")
      add(fieldsOf: value, indent + "  ")
    }
  }
}
