extension Array {
  /// For each of `count` groups, the indices of the elements that belong to it, ascending.
  ///
  /// `groups` gives the groups of an element, each in `0..<count`.
  package func grouped(_ count: Int, by groups: (Element) -> [Int]) -> [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for index in indices {
      for group in groups(self[index]) { members[group].append(index) }
    }
    return members
  }
}
