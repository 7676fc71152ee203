import Attack
import Corpora
import Measures
import TestSupport

/// Orders, procedures and reports of invented techniques, as tests write them.
///
/// A pair is `1>2`; technique 2 has the id `T1002`.
struct StepSample {
  /// How many sources drew each pair.
  var drawn: [String: Int] = [:]
  /// How many have it on a failed branch only.
  var failed: [String: Int] = [:]
  /// In how many it ran.
  var run: [String: Int] = [:]
  /// Procedures as `T1001 needs a gives b`.
  var procedures: [String] = []
  /// Techniques that are cited together: two are firm if any two have company of their own.
  var firm: [[Int]] = []
  var techniques = 8

  var orders: OrderBook {
    OrderBook(
      Self.reports("d", .drawn, drawn) + Self.reports("f", .drawn, failed, onFailure: true)
        + Self.reports("r", .run, run))
  }

  /// The first report has all pairs, the second those of two sources, and so on.
  private static func reports(
    _ name: String, _ kind: OrderKind, _ pairs: [String: Int], onFailure: Bool = false
  ) -> [OrderBook.Report] {
    (0..<(pairs.values.max() ?? 0)).map { number in
      OrderBook.Report(
        origin: .team, key: ReportKey("\(name)\(number)"),
        order: OrderedActions(kind, [], []),
        pairs: pairs.filter { $0.value > number }.keys.sorted().map { pair in
          let ends = ends(pair)
          return OrderedPair(before: ends.first, after: ends.second, onFailure: onFailure)
        })
    }
  }

  static func ends(_ pair: String) -> DirectedPair {
    let numbers = pair.split(separator: ">").compactMap { Int($0) }
    return DirectedPair(first: Index(numbers[0]), second: Index(numbers[1]))
  }

  var enabling: EnablingGraph {
    get throws {
      let knowledge = Knowledge.make((0..<techniques).map { .make("T\(1000 + $0)") })
      return EnablingGraph(
        procedures.isEmpty ? Capabilities() : try CapabilityText.capabilities(of: procedures),
        knowledge, TechniqueResolver(knowledge))
    }
  }

  /// Forty reports of each firm pair, and ten of each technique alone, if there is one.
  var associations: Associations {
    get async {
      let alone = firm.isEmpty ? [] : (0..<techniques).map { [$0] }
      let rows = (firm + firm + firm + firm + alone).flatMap { Array(repeating: $0, count: 10) }
      return await Associations(
        BitMatrix(rows: rows, columnCount: techniques),
        ids: IndexedList((0..<techniques).map { "T\(1000 + $0)" }))
    }
  }

  var steps: IntrusionSteps {
    get async throws { IntrusionSteps(orders, try enabling, await associations.ratios) }
  }
}

extension IntrusionStep {
  /// `1>2`.
  var pair: String { "\(from.number)>\(to.number)" }
}
