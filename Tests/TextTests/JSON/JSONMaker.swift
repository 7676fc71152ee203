import Foundation

/// Makes JSON texts by chance, the same for the same seed.
struct JSONMaker {
  private var state: UInt64
  private var text: [UInt8] = []

  static func text(seed: UInt64) -> [UInt8] {
    var maker = JSONMaker(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    if maker.below(20) == 0 { maker.text += [0xEF, 0xBB, 0xBF] }
    maker.addValue(depth: 0)
    return maker.text
  }

  /// One with a byte that is taken out, put in or another, or without its end.
  static func brokenText(seed: UInt64) -> [UInt8] {
    var text = text(seed: seed)
    var chance = JSONMaker(state: ~seed &* 0x9E37_79B9_7F4A_7C15)
    let at = chance.below(text.count)
    // No NUL: Foundation would take the text for UTF-16.
    let bytes =
      Array("\"\\{}[],:0123456789-+.eEutfn abrls/\n\t\u{1}\u{7F}".utf8) + [0x80, 0xC3, 0xFF]
    switch chance.below(4) {
    case 0: text.remove(at: at)
    case 1: text.insert(chance.pick(bytes), at: at)
    case 2: text[at] = chance.pick(bytes)
    default: text.removeLast(text.count - at)
    }
    return text
  }

  /// Whether Foundation takes it for JSON, but for commas at the end of a list, which it lets pass.
  static func isJSON(_ text: [UInt8]) -> Bool {
    let data = Data(text)
    return (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
      && !hasCommaAtEnd(text)
  }

  private static func hasCommaAtEnd(_ text: [UInt8]) -> Bool {
    let words = String(decoding: text, as: UTF8.self)
    let outside = words.replacing(/"(?:[^"\\]|\\.)*"/, with: "x")
    return outside.contains(/,[ \n\r\t]*[\]}]/)
  }
}

extension JSONMaker {
  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  private mutating func addValue(depth: Int) {
    addBlanks()
    switch below(depth < 4 ? 8 : 5) {
    case 0: text += pick(["true", "false", "null"]).utf8
    case 1: text += pick(["0", "-0", "7", "-12.5", "1e3", "1.5E-7", "20e+2", "0.25"]).utf8
    case 2...4: addString(ofKey: nil)
    case 5: addItems("[", "]") { maker, _ in maker.addValue(depth: depth + 1) }
    default:
      addItems("{", "}") { maker, index in
        maker.addString(ofKey: index)
        maker.addBlanks()
        maker.text += ":".utf8
        maker.addValue(depth: depth + 1)
      }
    }
    addBlanks()
  }

  private mutating func addItems(
    _ opening: String, _ closing: String, _ add: (inout JSONMaker, Int) -> Void
  ) {
    text += opening.utf8
    addBlanks()
    for index in 0..<below(5) {
      if index > 0 { text += ",".utf8 }
      addBlanks()
      add(&self, index)
    }
    text += closing.utf8
  }

  /// Keys of one object differ.
  private mutating func addString(ofKey index: Int?) {
    let pieces = [
      "a", "plain words of more than a word", "\\n", "\\\"", "\\\\", "\\/", "\\b\\f\\r\\t",
      "\\u0041",
      "\\u00e9", "\\uFFFD", "\\ud83d\\udd25", "é", "€", "😀", "\u{7F}", "{", "]", ",", ":", "'",
    ]
    text += "\"".utf8
    for _ in 0..<below(6) { text += pick(pieces).utf8 }
    if let index { text += "\(index)".utf8 }
    text += "\"".utf8
  }

  private mutating func addBlanks() {
    text += pick(["", "", "", " ", "\n", "\r\n\t", "\n            ", "  "]).utf8
  }
}
