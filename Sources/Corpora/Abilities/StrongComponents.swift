import Attack

/// Groups of techniques of which each leads to each other and back.
///
/// R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
struct StrongComponents {
  /// Those of two and more, each ascending, ordered by their first.
  private(set) var groups: [[Index<Technique>]] = []

  private let next: IndexedList<Technique, [Index<Technique>]>
  /// When each was met; the earliest that it leads back to.
  private var order: [Index<Technique>: Int] = [:]
  private var lowest: [Index<Technique>: Int] = [:]
  /// Those that are not yet in a group, in the order in which they were met.
  private var open: [Index<Technique>] = []
  private var isOpen: Set<Index<Technique>> = []

  /// Takes for each technique those that it leads to.
  init(_ next: IndexedList<Technique, [Index<Technique>]>) {
    self.next = next
    for index in next.indices where order[index] == nil { visit(index) }
    groups.sort { $0[0] < $1[0] }
  }

  /// As deep as there are techniques, at most.
  private mutating func visit(_ index: Index<Technique>) {
    let met = order.count
    order[index] = met
    var low = met
    open.append(index)
    isOpen.insert(index)
    for other in next[index] {
      if order[other] == nil { visit(other) }
      guard isOpen.contains(other), let reached = lowest[other] ?? order[other] else { continue }
      low = min(low, reached)
    }
    lowest[index] = low
    if low == met { close(from: index) }
  }

  /// What was met since then is a group.
  private mutating func close(from index: Index<Technique>) {
    var group: [Index<Technique>] = []
    while let last = open.popLast() {
      isOpen.remove(last)
      group.append(last)
      if last == index { break }
    }
    if group.count > 1 { groups.append(group.sorted()) }
  }
}
