import Attack
import Testing

struct IDPatternsTests {
  @Test(arguments: [
    (
      #"ACME-T\d{4}"#, ["ACME-T0001"],
      ["ACME-T001", "ACME-T00011", "XACME-T0001", "acme-T0001", ""]
    ),
    (#"ACME-T\d{4}(\.\d{3})?"#, ["ACME-T0001", "ACME-T0001.002"], ["ACME-T0001.02"]),
    (#"(AB|CDE)[0-9A-F_-]{2,3}"#, ["ABF0", "CDE-_1"], ["AB1", "CD111", "ABg1"]),
    (#"[A-Z]{3}\d?\-x"#, ["ABC-x", "ABC1-x"], ["AB-x", "ABC12-x"]),
    (#"(?:a|ab)(c|bcd)(d?)x"#, ["abcdx", "acdx", "abcx"], ["abdx", "ax"]),
    (#"[.a\d]{3}"#, ["a.1"], [".a1", "a.b"]),
  ])
  func `a pattern takes the whole of what it means`(
    pattern: String, taken: [String], refused: [String]
  ) throws {
    let patterns = try IDPatterns([pattern])
    for text in taken { #expect(patterns.take(text), "\(text)") }
    for text in refused { #expect(!patterns.take(text), "\(text)") }
  }

  @Test func `digits are ASCII, and an id may be a file's name`() throws {
    let patterns = try IDPatterns([#"T[A-Z.-]\d{4}"#])
    #expect(patterns.take("TX1234") && !patterns.take("TX１２３４"))
    #expect(try !IDPatterns([#"\.\d{3}"#]).take(".123"))
    #expect(try !IDPatterns([#"-\d{3}"#]).take("-123"))
    #expect(try !IDPatterns(["[a-z]{3,5}"]).take("index"))
    #expect(try !IDPatterns([#"A{40}\d{4}"#]).take(String(repeating: "A", count: 40) + "1234"))
  }

  @Test(arguments: [
    "", "A.*", "A+", "^ABC", "ABC$", "A(BC", "ABC)", "[", "[]", "[A-", "[Z-A]", #"\w{4}"#, "A{3",
    "A{3,2}", "A{,3}", "A{99}", "A|", "|A", "(?=ABC)", "ABC é", "A{2}{2}(", "{3}", "[^A]BC",
  ])
  func `what means something else elsewhere is no pattern`(text: String) {
    #expect(throws: IDPatternError(index: 1, isTooWide: false)) { try IDPatterns(["ABC", text]) }
  }

  @Test(arguments: [#"\d"#, #"\d{2}"#, "A?B?C?D", "(A|BCD)"])
  func `what takes one or two characters is too wide`(text: String) {
    #expect(throws: IDPatternError(index: 0, isTooWide: true)) { try IDPatterns([text]) }
  }

  @Test func `browsers get the longest first`() throws {
    let patterns = try IDPatterns([#"AC-\d{4}"#, #"AC-\d{4}\.\d{3}"#, "(A|B)CD"])
    #expect(patterns.expression == #"(?:AC-\d{4}\.\d{3})|(?:AC-\d{4})|(?:(A|B)CD)"#)
    #expect(IDPatterns.none.expression.isEmpty)
  }

  @Test func `a text that could be read in many ways is read once`() throws {
    let patterns = try IDPatterns([#"((A?){40}){40}AAA"#])
    #expect(patterns.take(String(repeating: "A", count: 40)))
    #expect(!patterns.take(String(repeating: "A", count: 39) + "B"))
  }

  @Test func `a family ends before three digits, and nowhere else`() {
    let ids = ["T1059", "T1059.001", "AML.T0001", "AML.T0001.002", "A.B", "T1059.0011"]
    #expect(
      ids.map { String(TechniqueID.family(of: $0)) } == [
        "T1059", "T1059", "AML.T0001", "AML.T0001", "A.B", "T1059.0011",
      ])
  }
}
