import Corpora
import TestSupport
import Testing
import Text

struct CapabilityReaderTests {
  private static let whole = """
    version: 1
    facts:
      a.b: "the first"
      c: "the second"
    procedures:
      - technique: T1001
        name: "  one   way "
        platforms: [Windows, "Office Suite"]
        needs: [c, a.b, c]
        reason: "Because."
        source: "us"
      - {technique: T1002, name: other, gives: [a.b]}
    """

  @Test func `all of it is read, sorted, each fact once`() throws {
    let all = try CapabilityText.capabilities(Self.whole)
    #expect(all.procedures.map(\.words) == ["T1001 needs a.b, c", "T1002 gives a.b"])
    let first = all.procedures[0]
    #expect(first.name == "one way" && first.platforms == ["Office Suite", "Windows"])
    #expect(first.reason == "Because." && first.source == "us" && first.place.line == 6)
    #expect(all.titles.count == 2 && all.procedures.last.map(\.reason) == "")
  }

  @Test(arguments: [
    ("version: 2\nprocedures: []", "1:10", "expected `version: 1`, found `2`"),
    ("procedures: []", "1:1", "`version` is missing"),
    ("version: 1", "1:1", "`procedures` is missing"),
    ("version: 1\nprocedures: {}", "2:13", "`procedures`: expected a list"),
    ("version: 1\nprocedurs: []", "2:1", "unknown key `procedurs`; did you mean `procedures`?"),
    (
      "version: 1\nx: 1\nprocedures: []", "2:1",
      "unknown key `x`; known: version, facts, procedures"
    ),
    ("version: 1\nprocedures:\n- text", "3:3", "expected keys and values, such as `technique`"),
    ("version: 1\nprocedures:\n- {name: a}", "3:3", "`technique` is missing"),
    ("version: 1\nprocedures:\n- {technique: T1001}", "3:3", "`name` is missing"),
    ("version: 1\nprocedures:\n- {technique: T1001, name: }", "3:28", "`name`: expected a text"),
    (
      "version: 1\nprocedures:\n- technique: T1001\n  name: a\n  neds: []", "5:3",
      "unknown key `neds`; did you mean `needs`?"
    ),
    (
      "version: 1\nprocedures:\n- technique: T1001\n  name: a\n  needs: a.b", "5:10",
      "`needs`: expected a list"
    ),
    (
      "version: 1\nfacts: {a.bcd: x}\nprocedures:\n- technique: T1001\n  name: a\n  needs: [a.bce]",
      "6:11",
      "`needs` names `a.bce`, which no `facts` describe; did you mean `a.bcd`?"
    ),
    (
      "version: 1\nprocedures:\n- {technique: T1001, name: a, gives: [a.b]}", "3:39",
      "`gives` names `a.b`, which no `facts` describe; add it there, with what it means"
    ),
    ("version: 1\nfacts: [a]\nprocedures: []", "2:8", "`facts`: expected names and what they mean"),
    (
      "version: 1\nfacts: {a b: x}\nprocedures: []", "2:9",
      "`a b` cannot be the name of a fact, expected such as `domain.user.name`"
    ),
    ("version: 1\nfacts: {a.b: [x]}\nprocedures: []", "2:14", "`a.b`: expected a text"),
    (
      "version: 1\nfacts: {a: x}\nprocedures:\n- {technique: T1001, name: a, needs: [a], gives: [a]}",
      "4:3",
      "`a` is both needed and given; it is one or the other"
    ),
    ("version: 1\nprocedures: []\n---\nversion: 1", "4:1", "expected one document, found 2"),
  ])
  func `a mistake is told with its place`(text: String, place: String, words: String) throws {
    do throws(ReportError) {
      _ = try CapabilityFile(Array(text.utf8))
      Issue.record("no mistake found")
    } catch {
      let parts = place.split(separator: ":")
      #expect(error.words == "cannot be used, at line \(parts[0]), column \(parts[1]): \(words)")
    }
  }

  @Test func `a text that is too long is refused, not cut`() {
    let long = String(repeating: "x", count: 301)
    #expect(throws: ReportError.self) {
      try CapabilityText.capabilities(
        "version: 1\nprocedures:\n- {technique: T1001, name: a, reason: \(long)}")
    }
  }

  @Test func `facts of another file need no words, and a later file’s words go before`() throws {
    let text = "version: 1\nprocedures:\n- {technique: T1001, name: a, gives: [a.b]}"
    let second = try CapabilityText.capabilities(text, known: ["a.b"])
    let first = try CapabilityText.capabilities(Self.whole)
    let third = try CapabilityText.capabilities("version: 1\nfacts: {a.b: ours}\nprocedures: []")
    let both = first.adding(second).adding(third)
    let fact = try #require(EnablingFact("a.b"))
    #expect(both.procedures.count == 3 && both.title(of: fact) == "ours")
    #expect(second.title(of: fact) == "a.b")
  }

  @Test func `values that YAML takes for numbers and the like are texts`() throws {
    let all = try CapabilityText.capabilities(
      "version: 1\nfacts: {yes: no, 12: 3.0}\nprocedures:\n- {technique: T1001, name: 1e3, needs: [yes, 12]}"
    )
    #expect(all.procedures[0].words == "T1001 needs 12, yes" && all.procedures[0].name == "1e3")
  }
}
