import Attack
package import Corpora

extension Corpus {
  /// Reports as the techniques that each cites, in the order of their keys, for one actor.
  package static func make(_ rows: [[Int]], techniques: Int) -> Corpus {
    let citations = rows.enumerated().flatMap { row, techniques in
      let reference = ExternalReference(
        sourceName: "r\(row)", url: "https://example.org/\(10_000 + row)")
      return techniques.map {
        Corpus.Citation(
          actor: 0, technique: Index($0), sentence: "", references: [reference], origin: .attack)
      }
    }
    return Corpus(citations, techniques: 0..<Index(techniques), actors: 0..<1)
  }
}
