import Attack
import Testing
import Text

/// Bundles that are large enough to be read in parts.
struct StixListTests {
  private static let count = 4000

  /// Techniques of some 700 bytes, each tenth unreadable; `nested` is a member of each.
  private func objects(nested: String = "") -> [String] {
    (0..<Self.count).map { number in
      let name = number % 10 == 9 ? "\(number)" : #""\#(String(repeating: "n", count: 250))""#
      return #"{"type": "attack-pattern", "id": "attack-pattern--\#(number)", \#(nested)"#
        + #""external_references": [{"source_name": "mitre-attack", "external_id": "T1001"}], "#
        + #""name": \#(name), "description": "\#(String(repeating: "{[", count: 200))"}"#
    }
  }

  private func bytes(_ objects: [String], separator: String) -> [UInt8] {
    Array((#"{"type": "bundle", "objects": ["# + objects.joined(separator: separator) + "]}").utf8)
  }

  private func read(_ bytes: [UInt8]) throws(StixError) -> StixBundle {
    try StixBundle(source: "large.json", bytes: bytes)
  }

  @Test(arguments: [",", ", ", ",\n  "], ["", #""x": [{"type": "y"}, {"type": "z"}], "#])
  func `what is read in parts is what is read at once`(separator: String, nested: String) throws {
    let bundle = try read(bytes(objects(nested: nested), separator: separator))
    let isBad = { (number: Int) in number % 10 == 9 }
    let numbers = 0..<Self.count
    #expect(
      bundle.objects.map(\.id)
        == numbers.filter { !isBad($0) }.map { "attack-pattern--\($0)" })
    #expect(
      bundle.notices.map(\.place)
        == numbers.filter(isBad).map {
          "large.json: objects[\($0)] `attack-pattern--\($0)`: `name` is not a text"
        })
  }

  @Test func `what is no JSON is found wherever it is`() {
    let whole = bytes(objects(), separator: ",\n")
    for (part, size) in [(1, 5), (2, 5), (3, 5), (4, 5), (1, 1)] {
      let short = Array(whole.prefix(whole.count * part / size - 1))
      #expect(throws: StixError.self) { try read(short) }
      var broken = whole
      broken[whole.count * part / size - 1] = 0x01
      let fault = JSONError(in: broken).map(StixError.brokenJSON)
      #expect(fault != nil)
      #expect { try read(broken) } throws: { $0 as? StixError == fault }
    }
  }
}
