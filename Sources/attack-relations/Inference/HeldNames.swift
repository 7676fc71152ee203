import Text
import Attack
import Records

/// Finds the log sources that somebody has, as they write them down.
struct HeldNames {
  let names: Set<String>

  /// Names as ATT&CK has them, in any of its spellings, but for capitals.
  ///
  /// - Throws: `CommandError` for what no technique shows in.
  init(_ words: [String], _ model: InferenceModel) throws {
    guard !words.isEmpty else {
      names = []
      return
    }
    let traces = model.techniques.lazy.flatMap(\.detections)
    let known = Set(traces.map(\.source)).subtracting([""]).sorted()
    let names = Dictionary(
      traces.map { ($0.spelling.lowercased(), $0.source) }, uniquingKeysWith: { first, _ in first })
    self.names = try words.reduce(into: []) { found, word in
      if let name = names[word.lowercased()], !name.isEmpty { return _ = found.insert(name) }
      throw CommandError(
        "`\(word)` is no \(model.sourceKind) of these bundles",
        Suggestion.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
          ?? "`sources.html` of a built site lists all \(known.count)")
    }
  }
}
