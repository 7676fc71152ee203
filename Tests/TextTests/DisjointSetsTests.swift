import Testing
import Text

struct DisjointSetsTests {
  @Test func `what is linked through others is one set, named by its smallest item`() {
    var sets = DisjointSets(count: 6)
    sets.link(4, 5)
    sets.link(1, 3)
    sets.link(3, 4)
    sets.link(2, 2)
    #expect((0..<6).map { sets.root(of: $0) } == [0, 1, 2, 1, 1, 1])
  }
}
