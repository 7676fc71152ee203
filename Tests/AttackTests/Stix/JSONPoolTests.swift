import Attack
import Testing
import Text

struct JSONPoolTests {
  /// The elements of a JSON array, each read by a pool that begins small; and how many were read.
  private func read(_ text: String) -> (texts: [String?], count: Int)? {
    JSONDocument.reading(Array(text.utf8)) { document in
      var pool = JSONPool<String?>(capacity: 1)
      var count = 0
      let texts = (document.root.elements ?? []).map { value in
        pool.content(of: value) {
          count += 1
          return value.text
        }
      }
      return (texts, count)
    }
  }

  @Test func `of values with the same bytes one is read`() throws {
    let found = try #require(read(#"["a", "b", "a", "\u0061", ["a"], ["a"], "b", "\u0061"]"#))
    #expect(found.texts == ["a", "b", "a", "a", nil, nil, "b", "a"])
    #expect(found.count == 4)
  }

  @Test func `each value is found again, however many there are`() throws {
    let names = (0..<5000).map { "relationship--\($0 * 7919 % 5000)" }
    let list = "[" + (names + names.reversed()).map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    let found = try #require(read(list))
    #expect(found.texts == names + names.reversed())
    #expect(found.count == 5000)
  }

  @Test func `what could not be read is asked for again`() throws {
    struct Fault: Error {}
    let found = JSONDocument.reading(Array("1".utf8)) { document in
      var pool = JSONPool<Int>(capacity: 1)
      let first = try? pool.content(of: document.root) { () throws(Fault) in throw Fault() }
      return [first, pool.content(of: document.root) { 2 }, pool.content(of: document.root) { 3 }]
    }
    #expect(found == [nil, 2, 2])
  }
}
