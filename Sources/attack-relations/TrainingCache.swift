import Corpora
import Foundation
import Measures
import Storage
import Text

/// Keeps in the user's cache folder what takes long to learn or to measure from reports.
///
/// The key is a hash of the tool and of all that it is made from: which report cites which
/// technique, and which reports belong together.
struct TrainingCache<Result: Codable & Sendable>: Sendable {
  private let folder: CacheFolder
  /// Without the tool's identity nothing is kept.
  private let tool: String?

  private let kind: String

  /// - Parameters:
  ///   - kind: of results.
  ///   - tool: the identity of what makes them.
  ///   - folder: that keeps them.
  init(_ kind: String, of tool: String? = RunningTool.identity, in folder: CacheFolder = .ofUser) {
    self.kind = kind
    self.folder = folder
    self.tool = tool
  }

  /// What was kept, or what `work` makes, which is kept then.
  func result(
    _ training: TrainingSet, otherwise work: (TrainingSet) async -> Result
  ) async -> Result {
    guard let tool else { return await work(training) }
    let key = Self.key(training, tool)
    if let kept = folder.read(kind, key: key),
      let result = try? JSONDecoder().decode(Result.self, from: Data(kept))
    {
      return result
    }
    let found = await work(training)
    if let body = try? JSONEncoder().encode(found) {
      folder.keep(Array(body), kind, key: key)
    }
    return found
  }

  private static func key(_ training: TrainingSet, _ tool: String) -> String {
    var hash = SHA256(Array("\(tool)\n\(training.ids.joined(separator: " "))\n".utf8))
    for (report, key) in training.keys.enumerated() {
      let row = training.rows[report].map(String.init).joined(separator: " ")
      let group = "\(training.clusters[report]) \(training.sightings[report])"
      hash.update(Array("\(key)\n\(row)\n\(group)\n".utf8))
    }
    return hash.hexadecimal
  }
}
