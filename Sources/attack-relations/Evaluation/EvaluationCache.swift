import Corpora
import Foundation
import Measures
import Storage
import Text

/// Keeps evaluations in the user's cache folder, since they take longer than all else in a build.
///
/// The key of an evaluation is a hash of the tool and of all that is evaluated: which report cites which
/// technique, and which reports belong together.
struct EvaluationCache: Sendable {
  private let folder: CacheFolder
  /// Without the tool's identity nothing is kept.
  private let tool: String?

  private static let kind = "evaluation"

  init(of tool: String? = RunningTool.identity, in folder: CacheFolder = .ofUser) {
    self.folder = folder
    self.tool = tool
  }

  /// The kept findings, or those of `work`, which are kept then.
  func findings(
    _ training: TrainingSet, otherwise work: (TrainingSet) async -> EvaluationFindings
  ) async -> EvaluationFindings {
    guard let tool else { return await work(training) }
    let key = Self.key(training, tool)
    if let kept = folder.read(Self.kind, key: key),
      let findings = try? JSONDecoder().decode(EvaluationFindings.self, from: Data(kept))
    {
      return findings
    }
    let found = await work(training)
    if let body = try? JSONEncoder().encode(found) {
      folder.keep(Array(body), Self.kind, key: key)
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
