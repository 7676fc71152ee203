import Testing
import Text

struct SuggestionTests {
  private let known = ["technique", "tactic", "report", "a", "group"]

  @Test(
    arguments: [
      ("techniqe", "technique"), ("tehcnique", "technique"), ("tachtic", "tactic"),
      ("raport", "report"),
      ("reprt", "report"), ("grou", "group"), ("b", "a"), ("", "a"), ("software", nil),
      ("techniquetechnique", nil), ("Report", "report"),
    ] as [(String, String?)])
  func `the word that is fewest letters away is meant`(word: String, meant: String?) {
    #expect(Suggestion.nearest(to: word, among: known) == meant)
  }

  @Test func `of two that are as near it is the first by name`() {
    #expect(Suggestion.nearest(to: "cat", among: ["hat", "bat"]) == "bat")
    #expect(Suggestion.nearest(to: "cat", among: []) == nil)
  }

  @Test func `a word of a megabyte is like none`() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: word, among: known) == nil)
  }
}
