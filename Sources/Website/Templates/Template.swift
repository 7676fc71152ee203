internal import Text

/// A compiled template: each tag knows which value of which level fills it.
struct Template: Sendable {
  /// The type of the values that fill it.
  let contents: any TemplateContents.Type
  private let parts: [Part]
  private let escape: @Sendable (String) -> String

  init(
    _ parts: [Part], filledBy contents: any TemplateContents.Type,
    escaping escape: @escaping @Sendable (String) -> String
  ) {
    self.parts = parts
    self.contents = contents
    self.escape = escape
  }

  indirect enum Part: Sendable {
    case text(String)
    case value(Reference, isRaw: Bool)
    case section(Reference, [Part])
    case inverted(Reference, [Part])
  }

  /// Where a value is found: among those of a level, the template's own being level 0, by its index
  /// in `TemplateContents.tags`; without an index the level is a text, and is meant whole.
  struct Reference: Equatable, Sendable {
    let level: Int
    let index: Int?
  }

  /// The text that it makes of `contents`, which is of the type that it was compiled for.
  func text(of contents: any TemplateContents) -> String {
    var text = ""
    var levels = [Level.contents(contents.values)]
    write(parts, &levels, to: &text)
    return text
  }
}

extension Template {
  /// What the tags inside of a section are filled from.
  private enum Level {
    case contents([TemplateValue])
    case text(String)
  }

  private func write(_ parts: [Part], _ levels: inout [Level], to text: inout String) {
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .value(let reference, let isRaw):
        guard case .text(let value) = Self.value(reference, levels) else { continue }
        text += isRaw ? value : escape(value)
      case .section(let reference, let inside):
        write(inside, for: Self.value(reference, levels), &levels, to: &text)
      case .inverted(let reference, let inside):
        if Self.isNothing(Self.value(reference, levels)) { write(inside, &levels, to: &text) }
      }
    }
  }

  /// Writes what is inside of a section once for each value of its tag.
  private func write(
    _ inside: [Part], for value: TemplateValue, _ levels: inout [Level], to text: inout String
  ) {
    switch value {
    case .absent: return
    case .flag(let isShown): if isShown { write(inside, &levels, to: &text) }
    case .text(let own): write(inside, below: .text(own), &levels, to: &text)
    case .texts(let texts):
      for own in texts { write(inside, below: .text(own), &levels, to: &text) }
    case .items(let items):
      for item in items { write(inside, below: .contents(item.values), &levels, to: &text) }
    }
  }

  private func write(
    _ inside: [Part], below level: Level, _ levels: inout [Level], to text: inout String
  ) {
    levels.append(level)
    write(inside, &levels, to: &text)
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
    case .texts(let texts): texts.isEmpty
    case .items(let items): items.isEmpty
    }
  }
}
