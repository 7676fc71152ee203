import Measures
import Text

/// The tables of an evaluation.
struct EvaluationTables {
  let findings: EvaluationFindings
  private var evaluation: Evaluation { findings.evaluation }

  var found: Table {
    table(
      "Found: shares of what was hidden",
      ["Method", "First 5", "First 10", "First 20", "95 %", "NDCG@20", "MRR"],
      evaluation.methods.map { own in
        [
          own.method.name, fine(own.metrics.recallAt5), fine(own.metrics.recallAt10),
          fine(own.metrics.recallAt20), range(own.recallInterval), fine(own.metrics.ndcgAt20),
          fine(own.metrics.reciprocalRank),
        ]
      })
  }

  /// What the first ten tell that one would not have guessed.
  var told: Table {
    table(
      "Told: shares of the surprise of what was hidden, among the first 10",
      ["Method", "Told", "Ahead of it, 95 %", "Of ten, common"],
      evaluation.methods.map { own in
        [
          own.method.name, fine(own.metrics.surpriseRecallAt10),
          own.method == .product ? "" : difference(own.surpriseAdvantage),
          Format.decimal(own.metrics.commonAt10 * 10, 2),
        ]
      })
  }

  var ahead: Table {
    table(
      "Recall@20 of this tool, against the others", ["Against", "Times", "Difference", "95 %"],
      evaluation.methods.filter { $0.method != .product }.map { own in
        let product = evaluation[.product]?.metrics.recallAt20 ?? 0
        return [
          own.method.name,
          evaluation.ratio(of: .product, to: own.method).map { Format.decimal($0, 3) } ?? "–",
          signed(product - own.metrics.recallAt20),
          difference(own.advantage),
        ]
      })
  }

  var sizes: Table {
    let sizes = evaluation.sizes
    let queries = sizes.map { Format.count(evaluation.queryCounts[$0] ?? 0) }
    return table(
      "Recall@20 by how many techniques were seen", ["Method"] + sizes.map { "\($0) seen" },
      evaluation.methods.map { own in
        [own.method.name] + sizes.map { fine(own.metricsBySize[$0]?.recallAt20 ?? 0) }
      } + [["questions"] + queries])
  }

  var bins: Table {
    table(
      "The first twenty answers to each question, by what was shown",
      ["Fifteenth", "Shown", "Came true", "Answers"],
      evaluation.calibration.topTwenty.bins.enumerated().map { index, bin in
        [
          String(index + 1), Format.finePercent(bin.shown) + " %",
          Format.finePercent(bin.cameTrue) + " %", Format.count(bin.cases),
        ]
      })
  }

  var scores: Table {
    let row = { (name: String, report: CalibrationReport) in
      [
        name, fine(report.overall.value), fine(report.topTwenty.value),
        Format.decimal(report.scores.logLoss, 5), Format.decimal(report.scores.brier, 5),
      ]
    }
    return table(
      "Calibration error, and proper scores: smaller is better",
      ["Probabilities", "Error, all pairs", "Error, top 20", "Log loss", "Brier"],
      [row(EvaluatedMethod.likely.name, evaluation.calibration)]
        + [[EvaluatedMethod.telling.name, "", fine(evaluation.tellingError.value), "", ""]]
        + evaluation.calibrationBySize.sorted { $0.key < $1.key }.map { row("\($0) seen", $1) }
        + [row(EvaluatedMethod.popularity.name, evaluation.popularity)])
  }

  /// What it would be worth to hold absences against reports.
  var absences: Table {
    table(
      "Looked for and not found: what is found of the rest",
      [
        "Looked for, order", "First 20", "Ahead, 95 %", "Told, first 10", "Ahead, 95 %",
        "Error, top 20",
      ],
      evaluation.absences.rows.flatMap { row in
        [
          [
            "\(row.looked), \(row.order.rawValue)", fine(row.plain.recallAt20), "",
            fine(row.plain.surpriseRecallAt10), "", fine(row.plain.error),
          ],
          [
            "\(row.looked), \(row.order.rawValue), less say", fine(row.doubting.recallAt20),
            difference(row.recallAdvantage), fine(row.doubting.surpriseRecallAt10),
            difference(row.surpriseAdvantage), fine(row.doubting.error),
          ],
        ]
      })
  }

  var goals: Table {
    table(
      "Goals, set for Enterprise ATT&CK", ["What", "Goal", "Here", "Reached"],
      findings.goals.goals.map {
        [$0.measure.name, $0.boundText, $0.valueText, $0.isMet ? "yes" : "no"]
      })
  }

  var replication: Table {
    let rates = findings.relations?.replication
    return table(
      "Of five partners a technique, listed by one half, above the expected in the other",
      ["Listed by", "Come back"],
      ListingRule.allCases.map { [$0.name, rate(rates?.rates[$0])] }
        + Grade.listed.map { ["all \($0.rawValue) pairs", rate(rates?.gradeRates[$0])] })
  }

  var chance: Table {
    table(
      "Pairs here, and in shuffled corpora", ["Grade", "Here", "By chance", "Share"],
      Grade.listed.compactMap { grade in
        guard let chance = findings.relations?.chance else { return nil }
        let (real, shuffled) = chance.pairs(grade)
        return [
          grade.rawValue, Format.count(real), Format.decimal(shuffled, 1),
          chance.chanceShare(grade).map { Format.percent($0) + " %" } ?? "–",
        ]
      })
  }
}

extension EvaluationTables {
  /// Names at the left, numbers at the right.
  private func table(_ caption: String, _ columns: [String], _ rows: [[String]]) -> Table {
    Table(
      caption, style: "numbers",
      columns: columns.enumerated().map { Table.Column($1, isNumeric: $0 > 0) },
      rows: rows.map { Table.Row(nil, $0.map { .text($0) }) })
  }

  private func fine(_ value: Double) -> String { Format.decimal(value, 4) }

  private func rate(_ value: Double?) -> String { value.map { Format.decimal($0, 3) } ?? "–" }

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(fine(range.lowerBound))–\(fine(range.upperBound))"
  }

  private func difference(_ range: ClosedRange<Double>) -> String {
    "\(signed(range.lowerBound)) to \(signed(range.upperBound))"
  }

  private func signed(_ value: Double) -> String {
    let text = fine(value)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : "+" + text
  }
}
