import Attack

/// Finds the techniques that somebody has seen, as they write them down.
struct EvidenceReader {
  /// Ascending.
  private(set) var techniques: [Index<Technique>] = []
  /// Ids of ATT&CK's form that no bundle has, or that ended without a successor.
  private(set) var unknown: [String] = []
  private(set) var notices: [Notice] = []

  /// - Throws: `CommandError` for what is no id, and where none is left.
  init(_ words: [String], _ knowledge: Knowledge) throws {
    let indices = Dictionary(
      knowledge.techniques.indexed().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    let retired = Dictionary(
      knowledge.retired.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    for word in words {
      guard let id = TechniqueID(Self.written(word)) else {
        throw CommandError(
          "`\(word)` is no technique's id", "expected ids such as T1047 or T1059.001")
      }
      if let index = indices[id] {
        techniques.append(index)
      } else if let end = retired[id.description]?.successor, let next = TechniqueID(end.id),
        let index = indices[next]
      {
        techniques.append(index)
        notices.append(Notice(.retiredEvidence, at: "\(id) is \(next) \(end.name)"))
      } else if !unknown.contains(id.description) {
        unknown.append(id.description)
        notices.append(Notice(.unknownEvidence, at: id.description))
      }
    }
    techniques = Set(techniques).sorted()
    guard !techniques.isEmpty else {
      throw CommandError(
        "none of \(unknown.joined(separator: ", ")) is live in these bundles: nothing to infer from"
      )
    }
  }

  /// `t1059/001` as `T1059.001`.
  private static func written(_ word: String) -> String {
    word.uppercased().replacing("/", with: ".")
  }
}
