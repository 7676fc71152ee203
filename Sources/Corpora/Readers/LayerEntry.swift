import Text

/// An entry of a layer's list of techniques.
struct LayerEntry {
  let value: JSONValue
  /// As it is written; `nil` where it is none.
  let id: String?
  let score: Double?
  let isEnabled: Bool
  private let isMarked: Bool

  private init(_ value: JSONValue) {
    self.value = value
    let members = value.members
    id = members?["techniqueID"]?.text
    score = members?["score"].flatMap { $0.number ?? $0.text.flatMap { Double($0.trimmed) } }
    isEnabled = members?["enabled"]?.flag ?? true
    let marks = [members?["color"]?.text, members?["comment"]?.text]
    isMarked = marks.contains { !($0?.trimmed.isEmpty ?? true) }
  }

  static func all(of layer: JSONValue) -> [LayerEntry] { layer.list("techniques").map(Self.init) }

  /// Whether it says that the technique was seen.
  var isEvidence: Bool { isEnabled && (score.map { $0 > 0 } ?? isMarked) }
}
