import Attack
import Corpora
import Measures
import Pages
import Text

/// What comes before what, and what one gives that another needs, for browsers: `assets/steps.HASH.js`.
///
/// It sets `window.attackRelationsSteps` to an object of:
/// - `orders`: `[title, path, kind, origin]` of each flow, plan or log; the kind is `drawn` or `run`, the origin is
///   empty for public flows;
/// - `facts`: each fact in plain words;
/// - `steps`: `[from, to, orders, counts, facts, procedures, firm]`, ascending. `from` and `to` are techniques as the
///   explorer's data number them, `orders` those that have the step. `counts` are the independent sources that drew
///   it, those of them on failed branches only, and those that ran it. Of each of its `facts`: `[fact, giving
///   procedures, of so many, needing procedures, of so many, ours]`. `ours` and `firm` are 1 or 0.
struct StepsData: Sendable {
  private let findings: OrderFindings
  private let sets: [String]
  /// Of each technique in the explorer's data.
  private let numbers: IndexedList<Technique, Int>

  init(_ findings: OrderFindings, _ corpus: CountedCorpus, sets: [String]) {
    self.findings = findings
    self.sets = sets
    var numbers = corpus.totals.mapValues { _ in 0 }
    for (number, index) in ExplorerData.order(corpus).enumerated() { numbers[index] = number }
    self.numbers = numbers
  }

  var script: DataScript {
    let facts = Set(findings.enabling.edges.map(\.fact)).sorted()
    let factNumbers = Dictionary(uniqueKeysWithValues: facts.enumerated().map { ($1, $0) })
    let (orders, links) = (findings.book.reports, OrderLinks(findings.book))
    let positions = Dictionary(uniqueKeysWithValues: orders.enumerated().map { ($1.ownKey, $0) })
    return DataScript(
      DataScriptName.steps, sets: "attackRelationsSteps",
      [
        "orders": .list(orders.map { json($0, links) }),
        "facts": .list(facts.map { .text(findings.capabilities.title(of: $0)) }),
        "steps": .list(steps.map { json($0, factNumbers, positions) }),
      ])
  }

  /// Ascending by the explorer's numbers.
  private var steps: [IntrusionStep] {
    findings.steps.all.sorted {
      (numbers[$0.from], numbers[$0.to]) < (numbers[$1.from], numbers[$1.to])
    }
  }

  private func json(_ report: OrderBook.Report, _ links: OrderLinks) -> JSONText {
    [
      .text(report.title), .text(links.path(report)), .text(report.kind.rawValue),
      .text(report.origin == .flows ? "" : report.origin.words(sets)),
    ]
  }

  private func json(
    _ step: IntrusionStep, _ facts: [EnablingFact: Int], _ orders: [ReportKey: Int]
  ) -> JSONText {
    let members = [step.drawn, step.run].compactMap(\.self).flatMap(\.sources).flatMap(\.reports)
    return [
      .integer(numbers[step.from]), .integer(numbers[step.to]),
      .list(members.compactMap { orders[$0.key] }.distinct.sorted().map { .integer($0) }),
      [
        .integer(step.drawn?.count ?? 0),
        .integer((step.drawn?.count ?? 0) - step.drawnSources), .integer(step.runSources),
      ],
      .list(step.enabling.map { json($0, facts) }), .integer(step.procedures),
      .integer(step.isFirm ? 1 : 0),
    ]
  }

  private func json(_ edge: EnablingGraph.Edge, _ facts: [EnablingFact: Int]) -> JSONText {
    [
      .integer(facts[edge.fact] ?? 0), .integer(edge.given.count), .integer(edge.given.of),
      .integer(edge.needed.count), .integer(edge.needed.of), .integer(edge.isOwn ? 1 : 0),
    ]
  }
}
