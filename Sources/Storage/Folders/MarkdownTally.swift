/// How many files were written, were as they should be, and are gone.
package struct MarkdownTally: Equatable, Sendable {
  package var written = 0
  package var kept = 0
  package var removed = 0

  package init(written: Int = 0, kept: Int = 0, removed: Int = 0) {
    self.written = written
    self.kept = kept
    self.removed = removed
  }
}
