/// Finds what somebody may have meant.
package enum Suggestion {
  /// The known word that is fewest edits away, at most about a third of its letters.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let length = word.count
    let scored = known.compactMap { other -> (Int, String)? in
      let most = max(1, (other.count + 1) / 3)
      // So many edits at least, which spares a walk through a word of any length.
      guard abs(length - other.count) <= most else { return nil }
      let edits = distance(word, other)
      return edits <= most ? (edits, other) : nil
    }
    return scored.min { $0 < $1 }?.1
  }

  /// Insertions, deletions and replacements (Levenshtein 1966).
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
