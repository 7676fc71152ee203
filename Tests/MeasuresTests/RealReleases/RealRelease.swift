import TestSupport
import Attack
import Corpora
import Foundation
import Measures

/// A real release of ATT&CK.
struct RealRelease {
  let ids: IndexedList<Technique, String>
  let corpus: Corpus

  var matrix: BitMatrix { corpus.citations }

  /// The column of an id that is live in the release.
  func column(_ id: Substring) throws -> Index<Technique> {
    guard let column = ids.firstIndex(of: String(id)) else { throw Missing(id: String(id)) }
    return column
  }

  struct Missing: Error { let id: String }
}

extension RealRelease {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/attack")

  /// Says so once when they are absent, so that nobody takes a skipped test for a passed one.
  static let areHere: Bool = {
    let here = FileManager.default.fileExists(atPath: folder.path)
    if !here { print("SKIPPED: no real releases in ../shared/attack; measures not compared") }
    return here
  }()

  /// Whether the long computations are worth their time; says so once when they are not.
  static let areHereAndQuick: Bool = {
    #if DEBUG
      print("SKIPPED: Enterprise 18.1 is compared in full by `swift test -c release` only")
      return false
    #else
      return areHere
    #endif
  }()

  private static let enterprise = Result { try RealRelease("enterprise-attack-18.1") }
  private static let ics = Result { try RealRelease("ics-attack-18.1") }

  /// The two that many tests read are kept.
  static func named(_ name: String) throws -> RealRelease {
    switch name {
    case "enterprise-attack-18.1": try enterprise.get()
    case "ics-attack-18.1": try ics.get()
    default: try RealRelease(name)
    }
  }

  private init(_ name: String) throws {
    let file = Self.folder.appending(path: name + ".json")
    let knowledge = Knowledge([
      try StixBundle(source: name, bytes: Array(Data(contentsOf: file)))
    ])
    ids = knowledge.techniqueIDs
    corpus = Corpus(knowledge)
  }
}

extension TrainingSet {
  /// What a release teaches; on the techniques of another release, where one is given.
  init(_ release: RealRelease, ids: IndexedList<Technique, String>? = nil) {
    let ids = ids ?? release.ids
    let columns = Dictionary(uniqueKeysWithValues: zip(ids, 0..<ids.count))
    let rows = release.matrix.columnsByRow
    let clusters = CampaignClusters(
      rows: rows, actors: Array(release.corpus.namedBy), dates: Array(release.corpus.namedOn))
    self.init(
      ids: ids, keys: release.corpus.reports.map(\.key.text),
      rows: rows.map { $0.compactMap { columns[release.ids[Index($0)]] } },
      clusters: clusters.labels)
  }
}

extension Double {
  /// Whether it is the same to so many significant digits, give or take a rounding.
  func agrees(with other: Double, digits: Double = 6) -> Bool {
    abs(self - other) <= 0.6 * pow(10, 1 - digits) * abs(other)
  }
}
