import Text

/// All changes of one kind: `2 renamed techniques`, a line each.
package struct ChangeList: Sendable {
  /// The kind in one word, for addresses.
  let word: String
  /// What one line is called: `renamed technique`.
  let noun: String
  /// `2 renamed techniques`.
  package let title: String
  package let lines: [ChangeLine]
  /// Whether its lines are names alone, which can stand in a row.
  package let isOfNames: Bool

  /// Nothing without lines.
  ///
  /// - Parameters:
  ///   - word: the kind in one word.
  ///   - noun: what a line is called.
  ///   - plural: what several are called.
  ///   - isOfNames: whether the lines are names alone.
  ///   - lines: the changes.
  init?(
    _ word: String, _ noun: String, _ plural: String, isOfNames: Bool = false, _ lines: [ChangeLine]
  ) {
    guard !lines.isEmpty else { return nil }
    self.word = word
    self.noun = noun
    title = Format.count(lines.count, noun, plural)
    self.isOfNames = isOfNames
    self.lines = lines
  }
}
