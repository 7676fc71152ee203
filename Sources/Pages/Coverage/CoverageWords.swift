import Attack
package import Corpora
import Text

extension Coverage.State {
  /// The sign beside it.
  package var sign: String {
    switch self {
    case .covered: "✓"
    case .parentOnly: "◐"
    case .uncovered: "✗"
    }
  }

  /// What a reader sees.
  package var words: String {
    switch self {
    case .covered: "covered"
    case .parentOnly: "only its parent is covered"
    case .uncovered: "not covered"
    }
  }
}

extension Coverage {
  /// How many of some are not covered.
  ///
  /// `We cannot detect 6 of these 10. For 4 we detect only the parent.`
  func words(_ techniques: [Index<Technique>]) -> String {
    let open = techniques.count { states[$0] == .uncovered }
    let half = techniques.count { states[$0] == .parentOnly }
    let those = techniques.count == 1 ? "this one" : "these \(techniques.count)"
    guard open + half > 0 else { return "We can detect all of \(those)." }
    return [
      open == 0 ? "" : "We cannot detect \(Format.count(open)) of \(those).",
      half == 0 ? "" : "For \(Format.count(half)) we detect only the parent.",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// That a file was made for a newer release, as a sentence; `nil` where none was.
  package var warning: String? {
    guard !newer.isEmpty else { return nil }
    let names = newer.map { "“\($0.name)” (ATT&CK v\($0.attack))" }
    return "Made for a newer release of ATT&CK than this site: \(Format.list(names)). Some of "
      + "what it covers may be missing here."
  }
}
