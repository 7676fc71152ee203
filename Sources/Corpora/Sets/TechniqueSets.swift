package import Attack
import Text

/// The weighted sets of a file, with their techniques looked up.
package struct TechniqueSets: Sendable {
  /// Those with a live technique, in the order of the file.
  package let rows: [Row]
  /// The ids of revoked techniques that they name, and the techniques that they lead to.
  package let followed: [String: Index<Technique>]
  /// What they name that is no live technique, each once, where it stands first.
  package let unknown: [TeamReport.Unknown]
  /// What cannot be taken for an id, and sets that are left with no technique.
  package let remarks: [ReportFile.Remark]

  /// A set, and how many reports have just these techniques.
  package struct Row: Equatable, Sendable {
    /// Ascending, not empty.
    package let techniques: [Index<Technique>]
    package let weight: Int
    /// Whose sightings they are.
    package let source: String
    package let firstSeen: PartialDate?
    package let lastSeen: PartialDate?
  }

  /// So many reports can stand behind the sets of a site.
  package static let mostReports = 1_000_000_000

  /// Looks up the techniques of sets.
  ///
  /// - Parameters:
  ///   - drafts: the rows of a file.
  ///   - source: whose sightings they are where a row does not say.
  ///   - resolver: knows the techniques.
  package init(_ drafts: [SetDraft], source: String, by resolver: TechniqueResolver) {
    var reader = SetTechniques(resolver)
    rows = drafts.compactMap { draft in
      let techniques = reader.techniques(of: draft)
      guard !techniques.isEmpty else { return nil }
      return Row(
        techniques: techniques, weight: draft.weight, source: draft.source ?? source,
        firstSeen: draft.firstSeen, lastSeen: draft.lastSeen)
    }
    (followed, unknown, remarks) = (reader.followed, reader.unknown, reader.remarks)
  }

  /// How many reports they stand for.
  package var reportCount: Int { rows.reduce(0) { $0 + $1.weight } }
}

/// Looks up the techniques of sets, each word of them once.
private struct SetTechniques {
  private let resolver: TechniqueResolver
  private var known: [String: [Index<Technique>]] = [:]
  private(set) var followed: [String: Index<Technique>] = [:]
  private(set) var unknown: [TeamReport.Unknown] = []
  private(set) var remarks: [ReportFile.Remark] = []

  init(_ resolver: TechniqueResolver) { self.resolver = resolver }

  /// Ascending, each once.
  mutating func techniques(of draft: SetDraft) -> [Index<Technique>] {
    var found: [Index<Technique>] = []
    // Bytes are quicker than characters, and what parts words is ASCII.
    for bytes in draft.techniques.utf8.split(whereSeparator: Self.separates) {
      let word = String(Substring(bytes))
      if let live = known[word] {
        found += live
      } else {
        let live = lookUp(word, at: draft.place)
        known[word] = live
        found += live
      }
    }
    if found.isEmpty {
      remarks.append(
        ReportFile.Remark(
          "a set of \(draft.weight) without a technique that is known", at: draft.place))
    }
    return found.sorted().withoutRepeats
  }

  private mutating func lookUp(_ word: String, at place: TextPlace) -> [Index<Technique>] {
    let ids = TechniqueText(word, resolver.patterns).found
    if ids.isEmpty {
      // What does not look like an id is not quoted: it may be a host.
      let what = TeamReport.likeID(word).map { "`\($0)` is no id of a technique" }
      remarks.append(ReportFile.Remark(what ?? "no id of a technique there", at: place))
    }
    return ids.compactMap { id in
      switch resolver.resolve(id) {
      case .live(let index): return index
      case .followed(let old, let index):
        followed[old] = index
        return index
      case .unknown(let technique):
        unknown.append(TeamReport.Unknown(technique: technique, place: place))
        return nil
      }
    }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: "|")
  }
}
