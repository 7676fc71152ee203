import Testing
import Text
@testable import Records

struct ConcordanceTests {
  @Test func `words are without what they share, entries are told by what lies between them`() {
    let concordance = Concordance([["shadow": 1], ["shadow": 2, "shade": 1], [:], ["shadow": 1]])
    // `#` is 0, `$` 1 and `'` 4: `shad` is in both words.
    #expect(Self.text(concordance, "words") == "#shade\n'ow")
    #expect(Self.text(concordance, "entries") == "$\n##~$")
  }

  @Test func `a distance that no sign tells goes on`() {
    let counts = (0...200).map { [0, 89, 200].contains($0) ? ["x": 1] : [:] }
    // 88 between, then 110: 89, which goes on, and 21.
    #expect(Self.text(Concordance(counts), "entries") == "#|}8")
  }

  @Test func `a general word is kept where it is said twice, unless that is general too`() {
    let counts = [["a": 1, "b": 2], ["a": 2, "b": 2], ["a": 1, "b": 2]]
    #expect(Self.text(Concordance(counts, limit: 2), "words") == "#a")
    #expect(Self.text(Concordance(counts, limit: 2), "entries") == "$~")
    #expect(Self.text(Concordance(counts, limit: 3), "words") == "#a\n#b")
  }

  private static func text(_ concordance: Concordance, _ key: String) -> String? {
    guard case .object(let members) = concordance.json,
      case .text(let text)? = members.first(where: { $0.key == key })?.value
    else { return nil }
    return text
  }
}
