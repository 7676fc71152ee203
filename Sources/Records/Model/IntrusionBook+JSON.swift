import Attack
import Corpora
import Measures
import Text

extension IntrusionBook {
  /// For a file, techniques by their ids; sources and facts are numbered in the order of their lists.
  func json(_ ids: IndexedList<Technique, String>) -> JSONText {
    let facts = words.keys.sorted()
    let numbers = Numbers(
      orders: position,
      facts: Dictionary(uniqueKeysWithValues: facts.enumerated().map { ($1, $0) }))
    let named = { (techniques: Set<Index<Technique>>) -> JSONText in
      .list(techniques.sorted().map { .text(ids[$0]) })
    }
    return [
      "orders": .list(orders.map { ["key": .text($0.key.text), "title": .text($0.title)] }),
      "facts": .list(facts.map { ["name": .text($0.name), "words": .text(words[$0] ?? "")] }),
      "entries": named(ends.initialAccess), "impacts": named(ends.impact),
      "early": named(ends.early), "late": named(ends.late),
      "steps": .list(steps.all.map { $0.json(ids, numbers) }),
    ]
  }

  fileprivate struct Numbers {
    let orders: (ReportKey) -> Int?
    let facts: [EnablingFact: Int]
  }
}

extension IntrusionStep {
  fileprivate func json(
    _ ids: IndexedList<Technique, String>, _ numbers: IntrusionBook.Numbers
  ) -> JSONText {
    let sources = { (pair: OrderBook.Pair?) -> JSONText in
      .list(
        (pair?.sources ?? []).map { source in
          [
            "orders": .list(
              source.reports.compactMap { numbers.orders($0.key) }.map { .integer($0) }),
            "on_failure": .bool(source.onFailure),
          ]
        })
    }
    return [
      "from": .text(ids[from]), "to": .text(ids[to]), "drawn": sources(drawn),
      "run": sources(run), "facts": .list(enabling.map { $0.json(numbers) }),
      "together": .integer(together), "firm": .bool(isFirm),
    ]
  }
}

extension EnablingGraph.Edge {
  fileprivate func json(_ numbers: IntrusionBook.Numbers) -> JSONText {
    [
      "fact": .integer(numbers.facts[fact] ?? 0), "given": .integer(given.count),
      "given_of": .integer(given.of), "needed": .integer(needed.count),
      "needed_of": .integer(needed.of),
    ]
  }
}
