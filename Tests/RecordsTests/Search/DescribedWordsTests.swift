import Attack
import TestSupport
import Testing
import Text
@testable import Records

struct DescribedWordsTests {
  private let words = DescribedWords(
    Knowledge.make([
      .make("T1001") {
        $0.name = "Inhibit Recovery"
        $0.description =
          "Inhibit [vssadmin](https://a.com/x)’s Shadow-Copies.(Citation: Kept Out) (S3)"
        $0.platforms = ["ESXi", "Office Suite"]
      }
    ]))

  @Test func `a description is searched without its citations, addresses and the name`() {
    #expect(lines(words.descriptions) == ["copies", "s3", "shadow", "vssadmin"])
  }

  @Test func `platforms are searched by each word`() {
    #expect(lines(words.platforms) == ["esxi", "office", "suite"])
  }

  /// The words of a list, unpacked as `mentions.js` does.
  private func lines(_ concordance: Concordance) -> [String] {
    guard case .object(let members) = concordance.json, case .text(let text) = members[0].value
    else { return [] }
    var words: [String] = []
    for line in text.split(separator: "\n") {
      let shared = Int(line.utf8.first ?? 35) - 35
      words.append(String((words.last ?? "").prefix(shared)) + String(line.dropFirst()))
    }
    return words
  }
}
