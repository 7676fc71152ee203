internal import Pages
package import Text

/// The templates of a folder: `technique.md` words a kind of page, `layout.html` wraps all.
///
/// Each is compiled once, against the tags of what fills it: a tag that nothing fills is an error.
package struct TemplateFolder: Sendable {
  private let templates: [String: Template]
  /// What they were compiled from.
  private let source: SourceFolder

  /// Compiles the templates of a folder; a file of another name is an error.
  ///
  /// - Throws: `TemplateError`.
  package init(_ folder: SourceFolder) throws(TemplateError) {
    source = folder
    var templates: [String: Template] = [:]
    for name in folder.names {
      guard let file = folder.files[name] else { continue }
      guard let contents = Self.contents(of: name) else {
        throw .overridesNothing(path: file.path, name: name, known: Self.names)
      }
      templates[name] = try Self.template(file, filledBy: contents, isLayout: name == Self.layout)
    }
    guard templates[Self.layout] != nil else {
      throw .missing(folder: folder.path, name: Self.layout)
    }
    self.templates = templates
  }

  /// The names of the templates that another folder has in other words, or not at all.
  func differences(from other: TemplateFolder) -> Set<String> {
    let names = Set(source.files.keys).union(other.source.files.keys)
    return names.filter { source.files[$0]?.bytes != other.source.files[$0]?.bytes }
  }

  /// Writes a template such as `technique.md`, its tags filled from `contents`.
  func write(
    _ name: String, _ contents: any TemplateContents, to bytes: inout ByteWriter
  ) throws(TemplateError) {
    guard let template = templates[name], template.contents == type(of: contents) else {
      throw .missing(folder: source.path, name: name)
    }
    template.write(contents, to: &bytes)
  }
}

extension TemplateFolder {
  static let layout = "layout.html"

  /// The names that a template can have, sorted.
  private static var names: [String] {
    (PageContents.types.keys.map { $0 + ".md" } + [layout]).sorted()
  }

  /// What fills the template of that name; `nil` if no page is worded by it.
  private static func contents(of name: String) -> (any TemplateContents.Type)? {
    if name == layout { return LayoutContents.self }
    return name.hasSuffix(".md") ? PageContents.types[String(name.dropLast(3))] : nil
  }

  private static func template(
    _ file: SourceFile, filledBy contents: any TemplateContents.Type, isLayout: Bool
  ) throws(TemplateError) -> Template {
    guard file.bytes != nil else { throw .unreadable(path: file.path) }
    guard let text = file.text?.replacing("\r\n", with: "\n") else {
      throw .notText(path: file.path, found: file.otherContent)
    }
    if isLayout { try check(layout: text, file.path) }
    do throws(TemplateFlaw) {
      let parts = try TemplateCompiler.parts(of: text, filledBy: contents)
      return Template(parts, filledBy: contents, in: isLayout ? .html : .markdown)
    } catch {
      throw TemplateError(error, in: file.path)
    }
  }

  /// A page without its content would replace a sound one.
  private static func check(layout text: String, _ path: String) throws(TemplateError) {
    let wanted = ["<main", "</main>", "{{{head}}}", "{{{sections}}}"]
    if let part = wanted.first(where: { text.ranges(of: $0).count != 1 }) {
      throw .layout(path: path, part: part, count: text.ranges(of: part).count)
    }
  }
}
