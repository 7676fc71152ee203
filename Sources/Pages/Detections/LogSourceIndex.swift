package import Attack
import Text

/// Every data component and every log source of the bundles, each with the techniques it shows.
package struct LogSourceIndex: Sendable {
  /// Those that show most techniques first, then by name.
  package let components: [Entry]
  package let sources: [Entry]
  /// What each of `components` and of `sources` is called.
  package let componentKind: String
  package let sourceKind: String

  package struct Entry: Sendable {
    package let name: String
    /// Of its row on the page of all.
    package let anchor: String
    /// Ascending.
    package let techniques: [Index<Technique>]
    /// How else ATT&CK writes the name, in order.
    let otherSpellings: [String]
  }

  package init(_ knowledge: Knowledge) {
    var anchors: [String: Int] = [:]
    components = Self.entries(knowledge, by: \.component, &anchors)
    sources = Self.entries(knowledge, by: \.source, &anchors)
    componentKind = sources.isEmpty ? "data source" : "data component"
    sourceKind = knowledge.sourceKind
  }

  /// Names may differ only in punctuation: the second of an anchor gets a `-2`.
  private static func entries(
    _ knowledge: Knowledge, by part: KeyPath<Detection, String>, _ anchors: inout [String: Int]
  ) -> [Entry] {
    var techniques: [String: Set<Index<Technique>>] = [:]
    var spellings: [String: Set<String>] = [:]
    for (index, traces) in knowledge.traces.indexed() {
      for trace in traces where !trace[keyPath: part].isEmpty {
        techniques[trace[keyPath: part], default: []].insert(index)
        if trace.spelling != trace.source {
          spellings[trace[keyPath: part], default: []].insert(trace.spelling)
        }
      }
    }
    return techniques.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
      .map { name, techniques in
        let slug = FileName.slug(name, upTo: .max)
        let count = anchors[slug, default: 0] + 1
        anchors[slug] = count
        return Entry(
          name: name, anchor: count == 1 ? slug : "\(slug)-\(count)",
          techniques: techniques.sorted(),
          otherSpellings: part == \.source ? spellings[name, default: []].sorted() : [])
      }
  }
}
