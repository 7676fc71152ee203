extension Array {
  /// The array in runs of neighbours that belong together.
  package func chunked(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for place in indices.dropFirst() where !belong(self[place - 1], self[place]) {
      runs.append(self[start..<place])
      start = place
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
