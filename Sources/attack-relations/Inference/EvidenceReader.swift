import Attack
import Records
import Text

/// Finds the techniques that somebody has seen, or looked for and not found, as they write them down.
struct EvidenceReader {
  /// Seen, ascending.
  private(set) var techniques: [Index<Technique>] = []
  /// Not found, ascending.
  private(set) var absent: [Index<Technique>] = []
  /// Ids of ATT&CK's form that no bundle has, or that ended without a successor.
  private(set) var unknown: [String] = []
  private(set) var notices: [Notice] = []

  /// - Throws: `CommandError` for what is no id, for what is both seen and not found, and where
  ///   nothing that was seen is left.
  init(_ seen: [String], notFound: [String], _ ids: LiveIDs) throws {
    techniques = try read(seen, ids)
    let unseen = unknown
    absent = try read(notFound, ids)
    guard !techniques.isEmpty else {
      throw CommandError(
        "none of \(unseen.joined(separator: ", ")) is live in these bundles: nothing to infer from"
      )
    }
    let both = techniques.filter(absent.contains).map { "\(ids.techniques[$0])" }
    guard both.isEmpty else {
      throw CommandError(
        "named as both seen and not found: \(Format.list(both))", "name it once only")
    }
  }

  /// The live ones of these ids, ascending; tells what becomes of the others.
  private mutating func read(_ words: [String], _ ids: LiveIDs) throws -> [Index<Technique>] {
    var found: Set<Index<Technique>> = []
    for word in words {
      guard let id = ids.id(word) else {
        throw CommandError(
          "`\(word.prefix(80))` is not the id of a technique",
          "expected ids such as T1047 or T1059.001")
      }
      if let index = ids.indices[id] {
        found.insert(index)
      } else if let end = ids.successors[id.description], let next = ids.id(end.id),
        let index = ids.indices[next]
      {
        found.insert(index)
        notices.append(Notice(.retiredEvidence, at: "\(id) is \(next) \(end.name)"))
      } else if !unknown.contains(id.description) {
        unknown.append(id.description)
        notices.append(Notice(.unknownEvidence, at: id.description))
      }
    }
    return found.sorted()
  }
}

/// What an id stands for.
struct LiveIDs {
  fileprivate let techniques: IndexedList<Technique, TechniqueID>
  fileprivate let indices: [TechniqueID: Index<Technique>]
  fileprivate let successors: [String: InferenceModel.Successor]
  private let patterns: IDPatterns

  init(_ model: InferenceModel) {
    patterns = model.patterns
    techniques = model.techniques.mapValues(\.id)
    indices = Dictionary(
      techniques.indexed().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    successors = Dictionary(
      model.successors.map { ($0.retired, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// The id that a word is: as it stands, or `t1059/001` as `T1059.001`.
  fileprivate func id(_ word: String) -> TechniqueID? {
    TechniqueID(word, patterns)
      ?? TechniqueID(word.uppercased().replacing("/", with: "."), patterns)
  }
}
