import Attack
import Corpora
import Measures
import Text

/// Reads the steps of a model.
struct IntrusionBookReader {
  /// The techniques of the model by their ids.
  private let columns: [String: Int]
  private let orders: [IntrusionBook.Order]
  private let facts: [(fact: EnablingFact, words: String)]

  static func read(
    _ fields: JSONFields, _ columns: [String: Int]
  ) throws(JSONFieldError) -> IntrusionBook {
    let reader = try IntrusionBookReader(fields, columns)
    let steps = try fields.list("steps") { step throws(JSONFieldError) in try reader.step(step) }
    for (index, pair) in zip(steps, steps.dropFirst()).enumerated()
    where (pair.0.from, pair.0.to) >= (pair.1.from, pair.1.to) {
      throw JSONFieldError("steps[\(index + 1)].from", isNot: "greater than the one before")
    }
    return IntrusionBook(
      IntrusionSteps(steps, of: Index(0)..<Index(columns.count)),
      IntrusionEnds(
        initialAccess: Set(try reader.techniques(fields, "entries")),
        impact: Set(try reader.techniques(fields, "impacts")),
        early: Set(try reader.techniques(fields, "early")),
        late: Set(try reader.techniques(fields, "late"))),
      orders: reader.orders,
      words: Dictionary(reader.facts.map { ($0.fact, $0.words) }) { first, _ in first })
  }

  private init(_ fields: JSONFields, _ columns: [String: Int]) throws(JSONFieldError) {
    self.columns = columns
    orders = try fields.list("orders") { order throws(JSONFieldError) in
      IntrusionBook.Order(
        key: ReportKey(try order.shownText("key")), title: try order.shownText("title"))
    }
    facts = try fields.list("facts") { fact throws(JSONFieldError) in
      guard let name = EnablingFact(try fact.text("name")) else {
        throw JSONFieldError("name", isNot: "the name of a fact")
      }
      return (name, try fact.shownText("words"))
    }
  }
}

extension IntrusionBookReader {
  private func techniques(
    _ fields: JSONFields, _ key: StaticString
  ) throws(JSONFieldError) -> [Index<Technique>] {
    let texts = try fields.texts(key)
    let found = texts.compactMap { columns[$0] }
    guard found.count == texts.count else {
      throw JSONFieldError("\(key)", isNot: "a list of the ids above")
    }
    return found.map { Index($0) }
  }

  private func technique(
    _ fields: JSONFields, _ key: StaticString
  ) throws(JSONFieldError) -> Index<Technique> {
    guard let column = columns[try fields.text(key)] else {
      throw JSONFieldError("\(key)", isNot: "one of the ids above")
    }
    return Index(column)
  }

  private func step(_ fields: JSONFields) throws(JSONFieldError) -> IntrusionStep {
    let (from, to) = (try technique(fields, "from"), try technique(fields, "to"))
    let together = try fields.integer("together")
    return IntrusionStep(
      from: from, to: to, drawn: try pair(fields, "drawn", from, to),
      run: try pair(fields, "run", from, to),
      enabling: try fields.list("facts") { edge throws(JSONFieldError) in
        try self.edge(edge, from, to)
      }, together: together, isFirm: try fields.flag("firm") ?? false)
  }

  private func pair(
    _ fields: JSONFields, _ key: StaticString, _ from: Index<Technique>, _ to: Index<Technique>
  ) throws(JSONFieldError) -> OrderBook.Pair? {
    let sources = try fields.list(key) { source throws(JSONFieldError) in
      let numbers = try source.integers("orders")
      guard numbers.allSatisfy(orders.indices.contains) else {
        throw JSONFieldError("orders", isNot: "positions in `orders` above")
      }
      return OrderBook.Source(
        numbers.map { .init(origin: .flows, key: orders[$0].key) },
        onFailure: try source.flag("on_failure") ?? false)
    }
    return sources.isEmpty ? nil : OrderBook.Pair(before: from, after: to, sources: sources)
  }

  private func edge(
    _ fields: JSONFields, _ from: Index<Technique>, _ to: Index<Technique>
  ) throws(JSONFieldError) -> EnablingGraph.Edge {
    let number = try fields.integer("fact")
    guard facts.indices.contains(number) else {
      throw JSONFieldError("fact", isNot: "a position in `facts` above")
    }
    return EnablingGraph.Edge(
      from: from, to: to, fact: facts[number].fact,
      given: .init(
        count: try fields.integer("given"), of: try fields.integer("given_of"), ours: 0),
      needed: .init(
        count: try fields.integer("needed"), of: try fields.integer("needed_of"), ours: 0))
  }
}
