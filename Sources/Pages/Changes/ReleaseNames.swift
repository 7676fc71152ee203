import Attack
import Measures
import Text

extension PreviousRelease {
  /// `Enterprise v17.1`.
  package var title: String { Format.list(knowledge.releases.map(\.title)) }

  /// `v17.1` and `v18.1`, or the whole titles where a release or the domains differ in more than a
  /// number.
  func names(beside now: Knowledge) -> (before: String, now: String) {
    let (old, new) = (knowledge.releases, now.releases)
    if old.count == 1, new.count == 1, let before = old[0].version, let now = new[0].version {
      return ("v" + before, "v" + now)
    }
    return (title, Format.list(new.map(\.title)))
  }
}
