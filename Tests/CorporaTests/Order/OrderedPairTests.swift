import Attack
@testable import Corpora
import TestSupport
import Testing

struct OrderedPairTests {
  /// The pairs, found by looking at each edge and each two techniques.
  private static func byHand(
    _ order: OrderDraft, _ techniques: [[Index<Technique>]]
  ) -> [OrderedPair] {
    var found: [[Index<Technique>]: Bool] = [:]
    for edge in order.edges {
      for before in order.actions[edge.before].mentions.flatMap({ techniques[$0] }) {
        for after in order.actions[edge.after].mentions.flatMap({ techniques[$0] })
        where before != after {
          found[[before, after]] = (found[[before, after]] ?? true) && edge.onFailure
        }
      }
    }
    return found.map { OrderedPair(before: $0.key[0], after: $0.key[1], onFailure: $0.value) }
      .sorted()
  }

  @Test func `pairs are those that edges and techniques give, on orders made by chance`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let techniques = (0..<12).map { _ in
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          Index<Technique>(Int.random(in: 0..<150, using: &generator) / 10 * 10)
        }
      }
      let actions = (0..<6).map { action in
        OrderDraft.Action(mentions: action < 5 ? [2 * action, 2 * action + 1] : [])
      }
      let edges = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        OrderDraft.Edge(
          before: Int.random(in: 0..<6, using: &generator),
          after: Int.random(in: 0..<6, using: &generator),
          onFailure: Bool.random(using: &generator))
      }
      let order = OrderDraft(.drawn, actions, edges)
      #expect(OrderedActions(order, techniques).pairs == Self.byHand(order, techniques))
    }
  }

  @Test func `long steps of many techniques each are paired at once`() {
    let techniques = (0..<700).map { [Index<Technique>($0)] }
    let all = OrderDraft.Action(mentions: Array(0..<700))
    let order = OrderDraft(run: Array(repeating: all, count: 300))
    #expect(OrderedActions(order, techniques).pairs.count == 700 * 699)
  }
}
