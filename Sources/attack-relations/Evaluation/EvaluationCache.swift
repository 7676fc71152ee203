import Text
import Corpora
import Foundation
import Measures

/// Keeps evaluations in the user's cache folder, so that a site is built again without waiting.
///
/// A file is named by a hash of the tool's version and of all that is evaluated: which report
/// cites which technique, and which reports belong together. Its first line is the hash of the
/// rest. A file that is not whole is as good as none, and a folder that cannot be written stays
/// without; no byte of a site depends on either.
struct EvaluationCache: Sendable {
  private let folder: URL

  /// `$XDG_CACHE_HOME/attack-relations`, or `~/.cache/attack-relations`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let base =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? URL(filePath: $0) : nil }
      ?? URL(filePath: environment["HOME"] ?? NSHomeDirectory()).appending(path: ".cache")
    folder = base.appending(path: "attack-relations")
  }

  init(folder: URL) { self.folder = folder }

  /// What is kept, else what `work` finds, which is kept.
  func findings(
    _ training: TrainingSet, version: String,
    otherwise work: (TrainingSet) async -> EvaluationFindings
  ) async -> EvaluationFindings {
    let file = folder.appending(path: "evaluation-\(Self.key(training, version)).json")
    if let kept = Self.read(file) { return kept }
    let found = await work(training)
    keep(found, in: file)
    return found
  }

  private static func key(_ training: TrainingSet, _ version: String) -> String {
    var bytes = Array("\(version)\n\(training.ids.joined(separator: " "))\n".utf8)
    for (report, key) in training.keys.enumerated() {
      let row = training.rows[report].map(String.init).joined(separator: " ")
      bytes += "\(key)\n\(row)\n\(training.clusters[report]) \(training.sightings[report])\n".utf8
    }
    return FNV1a.hexadecimal(bytes)
  }

  private static func read(_ file: URL) -> EvaluationFindings? {
    guard let data = FileManager.default.contents(atPath: file.path),
      let end = data.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let body = data[data.index(after: end)...]
    guard String(decoding: data[..<end], as: UTF8.self) == FNV1a.hexadecimal(body) else {
      return nil
    }
    return try? JSONDecoder().decode(EvaluationFindings.self, from: body)
  }

  private func keep(_ findings: EvaluationFindings, in file: URL) {
    guard let body = try? JSONEncoder().encode(findings) else { return }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? (Data("\(FNV1a.hexadecimal(body))\n".utf8) + body).write(to: file, options: .atomic)
  }
}
