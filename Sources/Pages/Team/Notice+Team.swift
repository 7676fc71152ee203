package import Attack

/// What can be wrong in a team's titles, pages and notes.
extension Notice.Kind {
  package static let ofTeam = [absentCluster, noteOnNothing, ignoredText, droppedHTML]

  package static let absentCluster = Self(
    "absentCluster", rank: 300, "titles of clusters left out, whose id no cluster has here")
  package static let noteOnNothing = Self(
    "noteOnNothing", rank: 301, "notes left out, on ids that have no page here")
  package static let ignoredText = Self(
    "ignoredText", rank: 302,
    "files of pages or notes left out: only .md files are read, and pictures in `pages`")
  package static let droppedHTML = Self(
    "droppedHTML", rank: 303,
    "pieces of HTML left out of pages or notes, which are Markdown alone")
}
