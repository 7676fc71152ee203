import Attack
import Text

/// A tag of MISP, as far as it is about techniques: `misp-galaxy:mitre-attack-pattern="Phishing - T1566"`.
struct GalaxyTag {
  /// `misp-galaxy`, and the name behind it: `mitre-attack-pattern`.
  private let name: String
  /// What stands between the quotation marks.
  let value: String

  /// - Returns: `nil` for what is no tag of a galaxy.
  init?(_ tag: String) {
    guard tag.lowercased().hasPrefix("misp-galaxy:") else { return nil }
    let rest = tag.dropFirst("misp-galaxy:".count)
    guard let equals = rest.firstIndex(of: "=") else { return nil }
    name = rest[..<equals].lowercased()
    var quoted = rest[equals...].dropFirst().drop { $0 == "\"" }
    while quoted.last == "\"" { quoted.removeLast() }
    value = String(quoted)
  }

  /// Whether it says that a technique was used.
  var isOfTechnique: Bool { Self.isOfTechniques(galaxy: name) }

  /// Whether it is of another matrix, so that a reader should know that it was left out.
  var isOfOtherMatrix: Bool { !isOfTechnique && name.hasSuffix("attack-pattern") }

  /// The galaxies of techniques; `mitre-course-of-action` names techniques too, but mitigates them.
  static func isOfTechniques(galaxy name: String) -> Bool {
    let names = ["", "enterprise-attack-", "mobile-attack-", "pre-attack-", "ics-attack-"]
    return names.contains { name == "mitre-\($0)attack-pattern" }
  }

  /// The id at the value's end, ` - T1566`; `nil` where there is none.
  var id: String? { Self.id(atEndOf: value) }

  /// The id behind the last ` - ` of a text.
  static func id(atEndOf text: String) -> String? {
    let bytes = Array(text.utf8)
    guard
      let dash = bytes.indices.dropLast(2).last(where: { bytes[$0...].starts(with: " - ".utf8) })
    else { return nil }
    let id = String(decoding: bytes[(dash + 3)...], as: UTF8.self)
    return id.isEmpty ? nil : id
  }
}

extension GalaxyTag {
  /// What a tag or a label says about techniques.
  enum Meaning: Equatable {
    case technique(id: String)
    /// Why it does not count, behind `the tag`.
    case remark(String)
  }

  /// - Returns: `nil` for what is not about techniques.
  static func meaning(of text: String) -> Meaning? {
    let shown = TextCleaner.line(text, limit: 120)
    guard let tag = GalaxyTag(text) else {
      return TechniqueText.seemsFreeTag(text)
        ? .remark("`\(shown)` is of no galaxy, and does not count") : nil
    }
    guard tag.isOfTechnique else {
      return tag.isOfOtherMatrix ? .remark("`\(shown)` is of another matrix") : nil
    }
    return tag.id.map(Meaning.technique)
      ?? .remark("`\(shown)` has no id, and names are not matched")
  }
}
