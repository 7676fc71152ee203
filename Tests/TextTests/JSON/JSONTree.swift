import Text

/// A JSON text as values, from the scanner or from Foundation's decoder.
indirect enum JSONTree: Equatable, Decodable {
  case null, number
  case flag(Bool)
  case text(String)
  case list([JSONTree])
  case fields([String: JSONTree])

  init(_ value: JSONValue) {
    switch value.kind {
    case .null: self = .null
    case .number: self = .number
    case .true, .false: self = .flag(value.flag ?? false)
    case .text, .escapedText: self = .text(value.text ?? "")
    case .array: self = .list((value.elements ?? []).map(JSONTree.init))
    case .object:
      let members = (value.members?.all ?? []).map { ($0.key.text ?? "", JSONTree($0.value)) }
      self = .fields(Dictionary(members, uniquingKeysWith: { first, _ in first }))
    }
  }

  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.singleValueContainer().decode([String: JSONTree].self) {
      self = .fields(fields)
    } else if let list = try? decoder.singleValueContainer().decode([JSONTree].self) {
      self = .list(list)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else {
        _ = try value.decode(Double.self)
        self = .number
      }
    }
  }
}
