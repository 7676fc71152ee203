import Measures
import Text

/// How good the measures are, by the site's own evaluation if it has one.
struct MethodWorth: Sendable {
  /// By how much expected counts exceed observed ones over all pairs: `… 4.3 % more expected than seen`.
  let strictness: String
  let isConverged: Bool
  let firm: String
  let possible: String
  let rules: String?

  init(_ findings: Findings) {
    let relations = findings.evaluation?.relations
    isConverged = findings.associations.expected.model.isConverged
    strictness = Self.strictness(findings.pairs.sums.together, findings.pairs.sums.expected)
    firm = Self.chance(relations, .firm) ?? "about one in twenty would be chance"
    possible = Self.chance(relations, .possible) ?? "about one in three would be chance: a hint"
    rules = Self.rules(relations)
  }

  private static func strictness(_ seen: Int, _ expected: Double) -> String {
    let tenths = Int((expected * 10).rounded())
    let sums =
      "all expected counts add up to \(Format.count(tenths / 10)).\(tenths % 10), all seen ones to "
      + Format.count(seen)
    guard seen > 0 else { return sums }
    let excess = expected / Double(seen) - 1
    return sums
      + ": \(Format.decimal(abs(excess) * 100, 1)) % \(excess < 0 ? "less" : "more") expected than seen"
  }

  private static func chance(_ relations: RelationEvaluation?, _ grade: Grade) -> String? {
    guard let relations, let share = relations.chance.chanceShare(grade) else { return nil }
    let (real, chance) = relations.chance.pairs(grade)
    let back = relations.replication.gradeRates[grade].map {
      "; \(Format.percent($0)) % come back in the other half"
    }
    return "\(Format.decimal(chance, 0)) of \(Format.count(real)) would be chance here "
      + "(\(Format.percent(share)) %)\(back ?? "")"
  }

  private static func rules(_ relations: RelationEvaluation?) -> String? {
    guard let rates = relations?.replication.rates, !rates.isEmpty else { return nil }
    let shares = ListingRule.allCases.compactMap { rule in
      rates[rule].map { "\(rule.name) \(Format.percent($0)) %" }
    }
    return shares.joined(separator: ", ")
  }
}
