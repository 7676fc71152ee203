import Attack
import Measures
import Text

extension PreviousRelease {
  /// `Enterprise v17.1`.
  package var title: String { Format.list(knowledge.releases.map(\.title)) }

  /// `v17.1` and `v18.1`, `data of 2018-04-18` where a release has no number, or the whole titles of
  /// several.
  func names(beside now: Knowledge) -> (before: String, now: String) {
    let (old, new) = (knowledge.releases, now.releases)
    guard old.count == 1, new.count == 1 else { return (title, Format.list(new.map(\.title))) }
    return (Self.name(of: old[0]), Self.name(of: new[0]))
  }

  private static func name(of release: Release) -> String {
    release.version.map { "v" + $0 } ?? "data of \(release.dateInWords)"
  }
}
