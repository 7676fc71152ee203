internal import Foundation
internal import Pages
package import Text

/// The templates of a folder: `technique.md` words a kind of page, `layout.html` wraps all.
///
/// Each is compiled once, against the tags of what fills it: a tag that nothing fills is an error.
package struct TemplateFolder: Sendable {
  private let templates: [String: Template]
  private let folder: String

  /// Reads the templates of the folder; files of other names stay unread.
  ///
  /// - Throws: `TemplateError`.
  package init(at folder: String) throws(TemplateError) {
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var templates: [String: Template] = [:]
    for name in names.sorted() where Self.contents(of: name) != nil {
      templates[name] = try Self.template(name, in: folder)
    }
    guard templates[Self.layout] != nil else { throw .missing(folder: folder, name: Self.layout) }
    self.templates = templates
  }

  /// The text of a template such as `technique.md`, its tags filled from `contents`.
  package func render(
    _ name: String, _ contents: any TemplateContents
  ) throws(TemplateError) -> String {
    guard let template = templates[name], template.contents == type(of: contents) else {
      throw .missing(folder: folder, name: name)
    }
    return template.text(of: contents)
  }
}

extension TemplateFolder {
  private static let layout = "layout.html"

  /// What fills the template of that name; `nil` where no page is worded by it.
  private static func contents(of name: String) -> (any TemplateContents.Type)? {
    if name == layout { return LayoutContents.self }
    return name.hasSuffix(".md") ? PageContents.types[String(name.dropLast(3))] : nil
  }

  private static func template(
    _ name: String, in folder: String
  ) throws(TemplateError) -> Template? {
    let path = folder + "/" + name
    guard let contents = contents(of: name),
      let data = FileManager.default.contents(atPath: path),
      let written = String(validating: data, as: UTF8.self)
    else { throw .unreadable(path: path) }
    let text = written.replacing("\r\n", with: "\n")
    if name == layout { try check(layout: text, path) }
    do {
      return Template(
        try TemplateCompiler.parts(of: text, filledBy: contents), filledBy: contents,
        escaping: name == layout ? { HTMLText.escape($0) } : { MarkdownText.escape($0) })
    } catch {
      throw TemplateError(error, in: path)
    }
  }

  /// A page without its content would take the place of a sound one.
  private static func check(layout text: String, _ path: String) throws(TemplateError) {
    let wanted = ["<main", "</main>", "{{{head}}}", "{{{sections}}}"]
    if let part = wanted.first(where: { text.ranges(of: $0).count != 1 }) {
      throw .layout(path: path, part: part, count: text.ranges(of: part).count)
    }
  }
}
