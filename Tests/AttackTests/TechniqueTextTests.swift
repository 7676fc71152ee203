import Attack
import Foundation
import Testing

/// The rule for ids in a text against the regular expression that it is.
struct TechniqueTextTests {
  @Test(arguments: [
    ("T1047", ["T1047"]), ("t1059.001", ["T1059.001"]), ("T1059/001", ["T1059.001"]),
    ("SMB/Windows Admin Shares - T1021.002", ["T1021.002"]),
    ("(T1047),T1041;T1003", ["T1047", "T1041", "T1003"]),
    ("T10003", []), ("1071.004", []), ("T027", []), ("AT1047", []), ("9T1047", []),
    ("T1047x", ["T1047"]),
    ("éT1047", ["T1047"]), ("T1059.1", ["T1059"]), ("T1059.0011", ["T1059"]),
    ("T1047T1041", ["T1047"]),
    ("CAPEC-T1204.002", ["T1204.002"]), ("_T1047", ["T1047"]), ("T１０４７", []), ("", []),
    ("T1047.T1041", ["T1047", "T1041"]), ("TT1047", []), ("T104", []),
  ])
  func `ids are found by the rule`(text: String, ids: [String]) {
    #expect(TechniqueText(text).found.map(\.id.description) == ids)
  }

  @Test func `on texts made by chance it finds what the regular expression finds`() throws {
    let rule = try NSRegularExpression(
      pattern: "(?<![A-Za-z0-9])[Tt]([0-9]{4})(?:[./]([0-9]{3}))?(?![0-9])")
    var numbers = SystemRandomNumberGenerator()
    let signs = Array("TTTTtt0000111122233445566789....//  -aAé\n")
    var found = 0
    for _ in 0..<60_000 {
      let length = Int.random(in: 0...24, using: &numbers)
      let text = String(
        (0..<length).map { _ in signs[Int.random(in: signs.indices, using: &numbers)] })
      let expected = Self.ids(rule, text)
      found += expected.count
      #expect(TechniqueText(text).found.map(\.id.description) == expected, "\(text)")
    }
    #expect(found > 500)
  }

  private static func ids(_ rule: NSRegularExpression, _ text: String) -> [String] {
    let whole = text as NSString
    return rule.matches(in: text, range: NSRange(location: 0, length: whole.length)).map { match in
      let sub = match.range(at: 2)
      return "T" + whole.substring(with: match.range(at: 1))
        + (sub.location == NSNotFound ? "" : "." + whole.substring(with: sub))
    }
  }

  @Test(arguments: [
    ("AML.T0051", "AML.T0051", true, false), ("x AML.T1047.001", "AML.T1047.001", true, false),
    (".T1047", "T1047", false, false), ("aml.T1047", "T1047", false, false),
    ("T1059.1", "T1059.1", false, true), ("t1059/0011 x", "t1059/0011", false, true),
    ("T1059.x", "T1059", false, false), ("T1059.001.1", "T1059.001", false, false),
    ("t1059", "T1059", false, false), ("t1059/001", "T1059.001", false, false),
  ])
  func `another matrix and an id cut short are told`(
    text: String, shown: String, isOther: Bool, isCut: Bool
  ) throws {
    let found = try #require(TechniqueText(text).found.first)
    #expect(found.text == shown && found.isOfOtherMatrix == isOther && found.isCutShort == isCut)
  }

  @Test func `what is kept of the text around an id is short`() throws {
    let other = try #require(
      TechniqueText(String(repeating: "A", count: 9999) + ".T1047").found.first)
    #expect(other.isOfOtherMatrix && other.text.count < 40 && other.text.hasSuffix("A.T1047"))
    let cut = try #require(
      TechniqueText("T1059." + String(repeating: "1", count: 9999)).found.first)
    #expect(cut.isCutShort && cut.text == "T1059.11111111111111…")
  }

  @Test func `a team's own forms come first, the longest of them, in any case`() throws {
    let patterns = try IDPatterns([#"ACME-T\d{4}"#, #"ACME-T\d{4}\.\d{3}"#])
    let text = "acme-t0001.002, ACME-T0003 T1047 xACME-T0004"
    #expect(
      TechniqueText(text, patterns).found.map(\.id.description)
        == ["ACME-T0001.002", "ACME-T0003", "T1047", "T0004"])
  }

  @Test(arguments: [
    ("attack.t1047", true), ("ATTACK.T1059.001", true), ("attack.execution", false),
    ("t1047", false),
    ("attack.", false),
  ])
  func `a tag as Sigma writes it is known`(tag: String, isOne: Bool) {
    #expect(TechniqueText.seemsFreeTag(tag) == isOne)
  }
}
