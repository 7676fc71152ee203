internal import Pages
internal import Text

/// A compiled template: each tag knows which value of which level fills it.
struct Template: Sendable {
  /// The type of the values that fill it.
  let contents: any TemplateContents.Type
  private let parts: [Part]
  private let language: Language

  init(
    _ parts: [Part], filledBy contents: any TemplateContents.Type, in language: Language
  ) {
    self.parts = parts
    self.contents = contents
    self.language = language
  }

  /// What a template is written in: how the texts that fill it are escaped.
  enum Language { case html, markdown }

  indirect enum Part: Sendable {
    case text(String)
    case value(Reference, Form)
    case section(Reference, [Part])
    case inverted(Reference, [Part])
  }

  /// How a value is written: as a text, as markup that is finished, or, after a `=` within a tag of
  /// HTML, as the value of an attribute, with quotes where it needs them.
  enum Form { case text, raw, attribute }

  /// Where a value is found: among those of a level, the template's own being level 0, by its index
  /// in `TemplateContents.tags`; without an index the level is a text, and is meant whole.
  struct Reference: Equatable, Sendable {
    let level: Int
    let index: Int?
  }

  /// Writes what it makes of `contents`, which is of the type that it was compiled for.
  func write(_ contents: any TemplateContents, to bytes: inout ByteWriter) {
    var levels = [Level.contents(contents.values)]
    write(parts, &levels, to: &bytes)
  }
}

extension Template {
  /// What the tags inside of a section are filled from.
  private enum Level {
    case contents([TemplateValue])
    case text(String)
  }

  private func write(_ parts: [Part], _ levels: inout [Level], to bytes: inout ByteWriter) {
    for part in parts {
      switch part {
      case .text(let literal): bytes.put(text: literal)
      case .value(let reference, let form):
        write(Self.value(reference, levels), form, to: &bytes)
      case .section(let reference, let inside):
        write(inside, for: Self.value(reference, levels), &levels, to: &bytes)
      case .inverted(let reference, let inside):
        if Self.isNothing(Self.value(reference, levels)) { write(inside, &levels, to: &bytes) }
      }
    }
  }

  private func write(_ value: TemplateValue, _ form: Form, to bytes: inout ByteWriter) {
    switch (value, form, language) {
    case (.markup(let markup), _, _): bytes.put(bytes: markup)
    case (.text(let text), .raw, _): bytes.put(text: text)
    case (.text(let text), _, .markdown): bytes.put(text: MarkdownText.escape(text))
    case (.text(let text), .text, .html): bytes.escape(text)
    case (.text(let text), .attribute, .html): bytes.attribute(text)
    default: return
    }
  }

  /// Writes what is inside of a section once for each value of its tag.
  private func write(
    _ inside: [Part], for value: TemplateValue, _ levels: inout [Level], to bytes: inout ByteWriter
  ) {
    switch value {
    case .absent: return
    case .flag(let isShown): if isShown { write(inside, &levels, to: &bytes) }
    case .text(let own): write(inside, below: .text(own), &levels, to: &bytes)
    case .markup(let markup): if !markup.isEmpty { write(inside, &levels, to: &bytes) }
    case .texts(let texts):
      for own in texts { write(inside, below: .text(own), &levels, to: &bytes) }
    case .items(let items):
      for item in items { write(inside, below: .contents(item.values), &levels, to: &bytes) }
    }
  }

  private func write(
    _ inside: [Part], below level: Level, _ levels: inout [Level], to bytes: inout ByteWriter
  ) {
    levels.append(level)
    write(inside, &levels, to: &bytes)
    levels.removeLast()
  }

  private static func value(_ reference: Reference, _ levels: [Level]) -> TemplateValue {
    switch levels[reference.level] {
    case .text(let text): .text(text)
    case .contents(let values): reference.index.map { values[$0] } ?? .absent
    }
  }

  private static func isNothing(_ value: TemplateValue) -> Bool {
    switch value {
    case .absent: true
    case .flag(let isShown): !isShown
    case .text: false
    case .markup(let markup): markup.isEmpty
    case .texts(let texts): texts.isEmpty
    case .items(let items): items.isEmpty
    }
  }
}
