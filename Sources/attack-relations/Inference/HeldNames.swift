import Text
import Attack
import Records

/// Finds the log sources that somebody has, as they write them down: `auditd:SYSCALL`, on whatever platform, or
/// `Linux/auditd:SYSCALL`.
struct HeldNames {
  /// The names, and on which platforms they are held; `nil` for any.
  private(set) var platforms: [String: Set<String>?] = [:]

  /// Names as ATT&CK has them, in any of its spellings, but for capitals.
  ///
  /// - Throws: `CommandError` for what no technique shows in.
  init(_ words: [String], _ model: InferenceModel) throws {
    guard !words.isEmpty else { return }
    let traces = model.techniques.lazy.flatMap(\.detections)
    let known = Known(
      names: Dictionary(traces.map { ($0.spelling.lowercased(), $0.source) }) { first, _ in first },
      platforms: Dictionary(traces.map { ($0.platform.lowercased(), $0.platform) }) { first, _ in
        first
      })
    for word in words { try take(word, known, model.sourceKind) }
  }

  /// By their small letters.
  private struct Known {
    let names: [String: String]
    let platforms: [String: String]
  }

  private mutating func take(_ word: String, _ known: Known, _ kind: String) throws {
    let (platform, name) = Self.parts(word, known)
    guard let source = known.names[name.lowercased()], !source.isEmpty else {
      let all = Set(known.names.values).subtracting([""]).sorted()
      throw CommandError(
        "`\(word)` is no \(kind) of these bundles",
        Suggestion.nearest(to: name, among: all).map { "did you mean `\($0)`?" }
          ?? "`sources.html` of a built site lists all \(all.count)")
    }
    guard let platform else { return platforms[source] = .some(nil) }
    guard platforms[source] != .some(nil) else { return }
    platforms[source] = ((platforms[source] ?? nil) ?? []).union([platform])
  }

  /// The platform before a slash, if it is one, and the name.
  private static func parts(_ word: String, _ known: Known) -> (platform: String?, name: String) {
    let parts = word.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let platform = known.platforms[parts[0].lowercased()],
      !platform.isEmpty
    else { return (nil, word) }
    return (platform, parts[1])
  }
}
