import Testing
import Text

struct JSONDocumentTests {
  private func read<Result>(_ text: String, _ body: (JSONDocument) -> Result) -> Result? {
    JSONDocument.reading(Array(text.utf8), body)
  }

  @Test func `a member is the first of its name, however its key is written`() {
    let text = #"{"x": {"a": 9}, "b\u0061": 1, "a": {"b": [true, "t"]}, "a": 2, "ba": 3}"#
    let found = read(text) { document in
      let root = document.root
      return [
        root["a"]?["b"]?.elements?.count, root["ba"]?.integer, root["x"]?["a"]?.integer,
        root["c"]?.integer, root["ba"]?["a"]?.integer, root["a"]?["b"]?["a"]?.integer,
      ]
    }
    #expect(found == [2, 1, 9, nil, nil, nil])
  }

  @Test func `a member asked for by its name is that of the list of all`() {
    for seed in 0..<500 {
      let same = JSONDocument.reading(JSONMaker.text(seed: UInt64(seed))) { document in
        document.root["a"] == document.root.members?["a"]
      }
      #expect(same == true, "seed \(seed)")
    }
  }

  @Test func `what has another type is nothing`() {
    let text = #"{"list": {"a": 1}, "text": [1], "number": "x"}"#
    #expect(read(text) { $0.root.list("list").count + $0.root.list("absent").count } == 0)
    #expect(read(text) { $0.root.cleanText("text") ?? $0.root.cleanText("absent") } == .some(nil))
    #expect(read(text) { $0.root["number"]?.number ?? $0.root["text"]?.number } == .some(nil))
  }

  @Test func `a text is without what must not be shown`() {
    #expect(read(#"{"a": "x\u0000\u202ey"}"#) { $0.root.cleanText("a") } == "xy")
  }

  @Test func `a value knows where it begins`() {
    let text = "\u{FEFF} {\"a\":\n [1, \"x\"]}"
    let offsets = read(text) { document in
      [document.root, document.root["a"], document.root["a"]?.elements?[1]].compactMap { value in
        value.map(document.offset)
      }
    }
    #expect(offsets == [4, 11, 15])
  }

  @Test(arguments: ["", "{", "{}}", "[1,]", "\u{0}"]) func `what is no JSON gives nothing`(
    text: String
  ) {
    #expect(read(text) { _ in true } == nil)
  }
}
