import Attack
import Pages

/// Finds the log sources that somebody has, as they write them down.
struct HeldNames {
  let names: Set<String>

  /// Names as ATT&CK has them, but for capitals.
  ///
  /// - Throws: `CommandError` for what no technique shows in.
  init(_ words: [String], _ knowledge: Knowledge) throws {
    let known = Set(knowledge.traces.joined().map(\.source)).subtracting([""]).sorted()
    names = try words.reduce(into: []) { names, word in
      let found = known.filter { $0.lowercased() == word.lowercased() }
      guard found.isEmpty else { return names.formUnion(found) }
      throw CommandError(
        "`\(word)` is no \(knowledge.sourceKind) of these bundles",
        Suggestion.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
          ?? "`sources.html` of a built site lists all \(known.count)")
    }
  }
}
