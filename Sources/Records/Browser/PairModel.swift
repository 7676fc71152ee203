import Measures
import Pages
import Text

/// What a browser needs, beside the explorer's reports, to judge any pair of techniques:
/// `assets/pair-model.HASH.js`.
///
/// The expected count of a pair depends on the two techniques through their totals alone, and so
/// does its p-value; a q-value depends on the p-value alone. So a few hundred numbers do. It sets
/// `window.attackRelationsPairModel` to an object of:
/// - `sizes`, `totals`: the distinct numbers of techniques of a report and of reports of a
///   technique, ascending;
/// - `x`, `y`: the fitness of each (`BipartiteConfigurationModel`), `null` where links are forced;
/// - `certain`: indices `[size, total]` whose link is forced to be there;
/// - `steps`: `[p, q]`, ascending: a pair whose p-value is at most that p, and above the one
///   before, has that q. Above the last, q is 1.
struct PairModel {
  private let associations: Associations

  init(_ associations: Associations) { self.associations = associations }

  var script: DataScript {
    DataScript(
      DataScriptName.pairs, sets: "attackRelationsPairModel",
      [
        "sizes": .list(model.reports.degrees.map { .integer($0) }),
        "totals": .list(model.techniques.degrees.map { .integer($0) }),
        "x": .list(model.fitness.reports.map(number)),
        "y": .list(model.fitness.techniques.map(number)),
        "certain": .list(certain),
        "steps": .list(steps.map { [.number($0.p), .number($0.q)] }),
      ])
  }
}

extension PairModel {
  private var model: BipartiteConfigurationModel { associations.expected.model }

  private func number(_ fitness: Double?) -> JSONText { fitness.map { .number($0) } ?? .null }

  private var certain: [JSONText] {
    model.probabilities.enumerated().flatMap { size, links in
      links.enumerated().filter { total, probability in
        probability == 1
          && (model.fitness.reports[size] == nil || model.fitness.techniques[total] == nil)
      }.map { .list([.integer(size), .integer($0.offset)]) }
    }
  }

  /// For each q-value below 1 the largest p-value that has it.
  private var steps: [(p: Double, q: Double)] {
    let counts = associations.counts
    var largest: [Double: Double] = [:]
    for b in counts.techniques {
      for a in counts.techniques.lowerBound..<b where counts.together(a, b) > 0 {
        let q = associations.significance.qValue(a, b)
        guard q < 1 else { continue }
        largest[q] = max(largest[q] ?? 0, associations.significance.pValue(a, b))
      }
    }
    return largest.map { (p: $1, q: $0) }.sorted { $0.p < $1.p }
  }
}
