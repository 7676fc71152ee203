import Corpora
import Testing

struct EnablingFactTests {
  @Test(arguments: [
    "domain.user.name", "a", "A_1.b2", "remote.host.fqdn:has_share",
    "remote.host.fqdn:isAccessibleFrom", String(repeating: "a", count: 120),
  ])
  func `words with points between them are a fact, and a colon leads to a relation`(name: String) {
    #expect(EnablingFact(name)?.name == name)
  }

  @Test(arguments: [
    "", ".", "a.", ".a", "a..b", "a b", "a:", ":a", "a:b:c", "a:b.c", "a-b", "ä.b", "a\n",
    "#{a.b}", String(repeating: "a", count: 121),
  ])
  func `anything else is none`(name: String) {
    #expect(EnablingFact(name) == nil)
  }

  @Test func `they are sorted by name`() {
    #expect(
      ["b", "a.b", "a:b"].compactMap { EnablingFact($0) }.sorted().map(\.name) == [
        "a.b", "a:b", "b",
      ])
  }
}
