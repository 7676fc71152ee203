import Attack
import Corpora

/// The commands and tools by which a hunter knows a technique: `wmic` for T1047, `ipconfig` for
/// T1016.
///
/// They are found in a technique's description, and in what is reported of its use, as code, as a
/// link to software, or as an abbreviation in brackets. Of the reported ones those count that three
/// procedures or more name and that are named mostly for few techniques.
struct ToolWords {
  /// For each technique the words that are more typical of it than of any other, in
  /// order.
  private(set) var leading: IndexedList<Technique, [String]>
  /// Its other words.
  private(set) var others: IndexedList<Technique, [String]>

  init(_ knowledge: Knowledge, _ procedures: some Collection<Corpus.Procedure>) {
    let described = Self.described(knowledge)
    let used = Self.used(procedures, techniques: knowledge.techniques.indices)
    var leaders: [String: (technique: Index<Technique>, weight: Int)] = [:]
    var words = IndexedList<Technique, Set<String>>(
      repeating: [], for: knowledge.techniques.indices)
    for technique in knowledge.techniques.indices {
      words[technique] = described[technique].union(used[technique].keys)
      for word in words[technique] {
        let weight =
          used[technique][word, default: 0]
          + (described[technique].contains(word) ? Self.weightOfDescription : 0)
        if weight > leaders[word]?.weight ?? 0 { leaders[word] = (technique, weight) }
      }
    }
    leading = IndexedList(for: words.indices) { technique in
      words[technique].filter { leaders[$0]?.technique == technique }.sorted()
    }
    others = IndexedList(for: words.indices) { technique in
      words[technique].filter { leaders[$0]?.technique != technique }.sorted()
    }
  }

  /// The procedures that a description weighs.
  private static let weightOfDescription = 3
  private static let fewestProcedures = 3
  /// Words of more descriptions than these are general.
  private static let mostDescriptions = 8
  /// A technique keeps a word that this part of the procedures which name it are of.
  private static let leastPart = 5

  private static func described(_ knowledge: Knowledge) -> IndexedList<Technique, Set<String>> {
    let words = knowledge.techniques.mapValues { Set(MarkedWords(in: $0.description).words) }
    let counts = words.reduce(into: [String: Int]()) { counts, words in
      for word in words { counts[word, default: 0] += 1 }
    }
    return words.mapValues { $0.filter { counts[$0, default: 0] <= mostDescriptions } }
  }

  private static func used(
    _ procedures: some Collection<Corpus.Procedure>, techniques: Range<Index<Technique>>
  ) -> IndexedList<Technique, [String: Int]> {
    var counts = IndexedList<Technique, [String: Int]>(repeating: [:], for: techniques)
    var totals: [String: Int] = [:]
    for procedure in procedures {
      for word in Set(MarkedWords(in: procedure.description.afterSubject).words) {
        counts[procedure.technique][word, default: 0] += 1
        totals[word, default: 0] += 1
      }
    }
    return counts.mapValues { counts in
      counts.filter { $1 >= fewestProcedures && $1 * leastPart >= totals[$0, default: 0] }
    }
  }
}

extension String {
  /// A sentence of a procedure without the link of its subject, which it begins with.
  fileprivate var afterSubject: Substring {
    guard utf8.first == UInt8(ascii: "["), let end = utf8.firstIndex(of: UInt8(ascii: ")"))
    else { return self[...] }
    return self[end...]
  }
}
