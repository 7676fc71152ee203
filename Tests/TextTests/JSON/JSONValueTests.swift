import Testing
import Text

struct JSONValueTests {
  private func hashes(_ texts: [String], seed: UInt64) -> [UInt64] {
    texts.compactMap { text in
      JSONDocument.reading(Array(text.utf8)) { $0.root.hash(seed: seed) }
    }
  }

  @Test(arguments: [0, 1, 42, UInt64.max])
  func `each byte goes into the hash, and so does the length`(seed: UInt64) {
    var texts = (0..<40).map { "\"" + String(repeating: "a", count: $0) + "\"" }
    for place in 0..<39 {
      texts.append(
        "\"" + String(repeating: "a", count: place) + "b"
          + String(repeating: "a", count: 38 - place)
          + "\"")
    }
    let found = hashes(texts, seed: seed)
    #expect(found.count == texts.count && Set(found).count == texts.count)
    #expect(found == hashes(texts, seed: seed))
  }

  @Test func `another seed gives other hashes`() {
    let texts = (0..<100).map { "\($0)" }
    let both = hashes(texts, seed: 1) + hashes(texts, seed: 2)
    #expect(Set(both).count == 200)
  }

  @Test func `plain text is lent without escapes alone`() {
    let lengths = ["\"abc\"", "\"\"", "\"\\u0061\"", "1", "null", "[\"a\"]"].map { text in
      JSONDocument.reading(Array(text.utf8)) { $0.root.withPlainText { $0.count } } ?? nil
    }
    #expect(lengths == [3, 0, nil, nil, nil, nil])
  }

  @Test func `a member is found by the whole of its key, escaped or not`() {
    let text = #"{"name": 1, "names": 2, "nam": 3, "\u006eame2": 4, "": 5}"#
    let found = JSONDocument.reading(Array(text.utf8)) { document in
      let members = document.root.members
      return [
        members?["name"], members?["names"], members?["nam"], members?["name2"], members?[""],
      ]
      .map { $0?.integer } + [members?["nama"]?.integer]
    }
    #expect(found == [1, 2, 3, 4, 5, nil])
  }
}
