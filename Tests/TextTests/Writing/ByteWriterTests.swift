import Testing
import Text

struct ByteWriterTests {
  private func written(_ write: (inout ByteWriter) -> Void) -> String {
    var writer = ByteWriter(capacity: 0)
    write(&writer)
    return writer.text
  }

  @Test func `what is put stands there as it is, however often the buffer grows`() {
    let texts = ["", "a", "é", "技術", "🦊", String(repeating: "long ", count: 1000)]
    var writer = ByteWriter(capacity: 0)
    var expected = ""
    for number in 0..<500 {
      let text = texts[number % texts.count]
      writer.put("<&>")
      writer.put(text: text)
      writer.put(text: text.dropFirst())
      writer.put(byte: UInt8(ascii: "|"))
      writer.put(bytes: Array(text.utf8))
      writer.put(bytes: Array(text.utf8)[...].dropLast())
      expected += "<&>" + text + text.dropFirst() + "|" + text
      expected += String(decoding: Array(text.utf8).dropLast(), as: UTF8.self)
    }
    // A cut sign is no text: bytes are compared.
    let whole = (0..<500).flatMap { number -> [UInt8] in
      let text = texts[number % texts.count]
      let (all, rest) = (Array(text.utf8), Array(text.dropFirst().utf8))
      return Array("<&>".utf8) + all + rest + Array("|".utf8) + all + all.dropLast()
    }
    #expect(writer.bytes == whole)
    #expect(writer.text == expected)
    #expect(writer.count == whole.count)
    writer.withBytes { #expect($0.count == whole.count && $0[0] == UInt8(ascii: "<")) }
  }

  @Test func `one writer takes in another, and what was cut is written anew`() {
    var part = ByteWriter()
    part.put("part")
    var whole = ByteWriter()
    whole.put("a ")
    whole.put(part)
    #expect(whole.text == "a part")
    whole.cut(to: 2)
    whole.put("b")
    #expect(whole.text == "a b")
    whole.cut(to: 9)
    #expect(whole.text == "a b")
  }

  @Test(
    arguments: [
      ("", ""), ("plain é 技", "plain é 技"), ("<", "&lt;"), ("a&b", "a&amp;b"),
      ("<i>\"'&</i>", "&lt;i&gt;&quot;&#39;&amp;&lt;/i&gt;"), ("''", "&#39;&#39;"),
      ("e\u{301}<", "e\u{301}&lt;"), ("\u{0}\n", "\u{0}\n"),
    ] as [(String, String)])
  func `HTML says the text and no more`(text: String, html: String) {
    #expect(written { $0.escape(text) } == html)
    #expect(written { $0.escape(text[...]) } == html)
  }

  @Test(arguments: ["", "é 技 🦊", "a<b>&\"c\"", "it's", "'", "<'>'&"])
  func `HTML of Markdown leaves apostrophes as they are`(text: String) {
    let escaped = written { $0.escape(text) }.replacing("&#39;", with: "'")
    #expect(written { $0.escape(markdown: Array(text.utf8).span) } == escaped)
  }

  @Test func `what was written last can be asked for`() {
    var writer = ByteWriter(capacity: 0)
    #expect(writer.last == nil && writer.ends(with: "") && !writer.ends(with: "a"))
    writer.put("<p>é</p>\n")
    #expect(writer.last == .newline && writer.ends(with: "é</p>\n"))
    #expect(!writer.ends(with: "p</p>\n") && !writer.ends(with: "longer <p>é</p>\n"))
  }

  @Test(
    arguments: [
      ("", "\"\""), ("é 🦊 /", "\"é 🦊 /\""), ("\"\\", "\"\\\"\\\\\""), ("a\nb\tc", "\"a\\nb\\tc\""),
      ("\u{0}\u{f}\u{10}\u{1f}\r", "\"\\u0000\\u000f\\u0010\\u001f\\u000d\""),
      ("\u{7f}", "\"\u{7f}\""),
    ] as [(String, String)])
  func `JSON has texts in quotes`(text: String, json: String) {
    #expect(written { $0.quote(text) } == json)
  }

  @Test(
    arguments: [
      ("", ""), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("=1", "'=1"), ("-1", "'-1"), ("+", "'+"),
      ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""), ("=\",\"", "\"'=\"\",\"\"\""),
      ("a=", "a="),
    ] as [(String, String)])
  func `a cell is quoted where it must be, and no formula`(text: String, csv: String) {
    #expect(written { $0.cell(text) } == csv)
  }
}
