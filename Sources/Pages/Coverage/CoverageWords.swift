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
  /// `3 of these 10 are not covered, 1 only by its parent`.
  func words(_ techniques: [Index<Technique>]) -> String {
    let open = techniques.count { states[$0] == .uncovered }
    let half = techniques.count { states[$0] == .parentOnly }
    let those = techniques.count == 1 ? "this one" : "these \(techniques.count)"
    guard open + half > 0 else {
      return techniques.count == 1 ? "It is covered" : "All of \(those) are covered"
    }
    let parents = half == 0 ? "" : "; of \(Format.count(half)) only the parent is covered"
    return "\(Format.count(open)) of \(those) \(open == 1 ? "is" : "are") not covered\(parents)"
  }

  /// That a file was made for a newer release, as a sentence; `nil` where none was.
  package var warning: String? {
    guard !newer.isEmpty else { return nil }
    let names = newer.map { "“\($0.name)” (ATT&CK v\($0.attack))" }
    return "Made for a newer release of ATT&CK than this site: \(Format.list(names)). Some of "
      + "what it covers may be missing here."
  }
}
