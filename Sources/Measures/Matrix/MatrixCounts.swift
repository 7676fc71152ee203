package import Attack
package import Corpora

/// The reports of a technique by what else they cite: parents with any of their sub-techniques, as
/// one, and the sub-techniques alone.
package struct MatrixCounts: Sendable {
  /// For each parent, or technique without subs, the reports that cite it or any sub of it; 0 for a
  /// sub-technique.
  package let parents: IndexedList<Technique, Int>
  /// For each parent the reports of each of its subs, the most first.
  package let subs: IndexedList<Technique, [Int]>

  /// - Parameters:
  ///   - rows: of the technique: reports, and weighted sets in the place of others.
  ///   - corpus: that they are of.
  ///   - knowledge: that the corpus was made from.
  package init(_ rows: [Index<Report>], _ corpus: Corpus, _ knowledge: Knowledge) {
    let techniques = knowledge.techniques
    var parents = IndexedList<Technique, Int>(repeating: 0, for: techniques.indices)
    var singles = parents
    var lastReport = IndexedList<Technique, Index<Report>?>(repeating: nil, for: techniques.indices)
    for report in rows {
      let weight = corpus.weight(ofRow: report)
      for technique in corpus.techniquesOfReport[report] {
        let parent = techniques[technique].parent ?? technique
        singles[technique] += weight
        if lastReport[parent] != report { parents[parent] += weight }
        lastReport[parent] = report
      }
    }
    var subs = IndexedList<Technique, [Int]>(repeating: [], for: techniques.indices)
    for (technique, count) in singles.indexed() where count > 0 {
      if let parent = techniques[technique].parent { subs[parent].append(count) }
    }
    self.parents = parents
    self.subs = subs.mapValues { $0.sorted(by: >) }
  }

  /// How many parents, or techniques without subs, are seen, one of them left out.
  package func parentCount(without own: Index<Technique>) -> Int {
    parents.indices.count { $0 != own && parents[$0] > 0 }
  }
}
