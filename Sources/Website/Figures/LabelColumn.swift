/// The positions of labels below each other: as near to the wanted ones as their height allows.
enum LabelColumn {
  /// - Parameters:
  ///   - wishes: the middles that the labels want, ascending.
  ///   - height: of a label.
  ///   - first: the least middle.
  /// - Returns: the middles, at least a height apart; those of neighbours in each other's way are on
  ///   the mean what they want.
  static func middles(_ wishes: [Int], height: Int, from first: Int) -> [Int] {
    var stacks: [(count: Int, start: Int)] = []
    for (index, wish) in wishes.enumerated() {
      // A stack's start is where its first label would be if there were none before it.
      var stack = (count: 1, start: wish - index * height)
      while let before = stacks.last, before.start >= stack.start {
        stacks.removeLast()
        let count = before.count + stack.count
        stack = (count, (before.start * before.count + stack.start * stack.count) / count)
      }
      stacks.append(stack)
    }
    let starts = stacks.flatMap { Array(repeating: max(first, $0.start), count: $0.count) }
    return starts.enumerated().map { $1 + $0 * height }
  }
}
