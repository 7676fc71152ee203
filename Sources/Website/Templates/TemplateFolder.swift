internal import Pages
internal import Foundation
internal import Mustache

/// The templates of a folder: `technique.md` words a kind of page, `layout.html` wraps all.
///
/// A tag that nothing fills is an error: Mustache alone would leave it out in silence.
package struct TemplateFolder: Sendable {
  private let library: MustacheLibrary
  private let tags: [String: [TemplateTag]]
  private let folder: String

  /// Reads all `.md` and `.html` files of the folder.
  ///
  /// - Throws: `TemplateError`.
  package init(at folder: String) throws(TemplateError) {
    MustacheContentTypes.register(MarkdownContent(), named: "MARKDOWN")
    self.folder = folder
    var library = MustacheLibrary()
    var tags: [String: [TemplateTag]] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".md") || name.hasSuffix(".html") {
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path),
        let written = String(validating: data, as: UTF8.self)
      else { throw .unreadable(path: path) }
      let text = written.replacing("\r\n", with: "\n")
      if name == "layout.html" { try Self.check(layout: text, path) }
      tags[name] = try TemplateTag.all(in: text, path: path)
      do {
        let pragma = name.hasSuffix(".md") ? "{{% CONTENT_TYPE:MARKDOWN}}" : ""
        try library.register(pragma + text, named: name)
      } catch {
        throw .broken(path: path, reason: Self.reason(error))
      }
    }
    guard tags["layout.html"] != nil else { throw .missing(folder: folder, name: "layout.html") }
    self.library = library
    self.tags = tags
  }

  /// The text of a template such as `technique.md`, its tags filled by the stored properties of a
  /// struct.
  package func render(_ name: String, _ contents: any Sendable) throws(TemplateError) -> String {
    let values = TemplateValues.read(contents) ?? [:]
    guard let wanted = tags[name], let text = library.render(values, withTemplate: name) else {
      throw .missing(folder: folder, name: name)
    }
    if let unknown = TemplateTag.unfilled(wanted, by: values) {
      throw .unknownTag(
        path: folder + "/" + name, line: unknown.tag.line, tag: unknown.tag.name,
        known: unknown.known.sorted())
    }
    return text
  }

  /// A page without its content would take the place of a sound one.
  private static func check(layout text: String, _ path: String) throws(TemplateError) {
    let wanted = ["<main", "</main>", "{{{head}}}", "{{{sections}}}"]
    if let part = wanted.first(where: { text.ranges(of: $0).count != 1 }) {
      throw .layout(path: path, part: part, count: text.ranges(of: part).count)
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.ParserError else { return "it does not parse" }
    return "line \(error.context.lineNumber): `\(error.context.line)` does not parse"
  }
}

/// Escapes what fills the tags of Markdown.
private struct MarkdownContent: MustacheContentType {
  func escapeText(_ text: String) -> String { MarkdownText.escape(text) }
}
