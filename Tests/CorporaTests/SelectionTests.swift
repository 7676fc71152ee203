import Attack
import Corpora
import TestSupport
import Testing

struct SelectionTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `it holds what a list of its rows would`(rowCount: Int) {
    var random = SystemRandomNumberGenerator()
    for part in 0...3 {
      let chosen = IndexedList<Report, Bool>(
        (0..<rowCount).map { _ in Int.random(in: 0..<3, using: &random) < part })
      let rows = chosen.indices.filter { chosen[$0] }
      let selection = Corpus.Selection(of: chosen.indices) { chosen[$0] }
      #expect(selection.reports == rows && selection.count == rows.count)
      #expect(selection.all == chosen.indices && selection.isEmpty == rows.isEmpty)
      #expect(selection.isAll == (rows.count == rowCount))
      #expect(chosen.indices.map(selection.contains) == Array(chosen))
      #expect(selection.others.reports == chosen.indices.filter { !chosen[$0] })
      let some = chosen.indices.shuffled(using: &random)
      #expect(selection.filter(some) == some.filter { chosen[$0] })
      #expect(selection.others.others == selection)
    }
  }

  @Test func `the citations of a selection are its rows of all citations`() {
    let rows = [[0, 1], [2], [0], [1, 2], [0, 1, 2]]
    let corpus = Corpus.make(rows, techniques: 3)
    for mask in 0..<32 {
      let selection = Corpus.Selection(of: 0..<5) { mask >> $0.number & 1 == 1 }
      let own = rows.indices.filter { mask >> $0 & 1 == 1 }.map { rows[$0] }
      #expect(corpus.citations(of: selection) == BitMatrix(rows: own, columnCount: 3))
    }
    #expect(corpus.all.isAll)
  }
}
