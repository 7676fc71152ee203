import Text
import Measures
import Pages

extension EvaluationAnswer {
  /// The answer for people, in lines of at most `width` columns, the last without its end.
  func text(width: Int) -> String { String(lines(width).dropLast()) }

  private func lines(_ width: Int) -> String {
    let head = subject.wrapped(width) + "\n" + method.wrapped(width)
    guard !evaluation.queryCounts.isEmpty else {
      return head + "\n" + "No report names two techniques: there is nothing to ask.".wrapped(width)
    }
    let parts: [(String, TextTable)] =
      [
        ("Found: the share of the hidden techniques among the first 5, 10 and 20", found),
        (
          "Told: the same share among the first 10, each technique counting by -log2 of its base "
            + "rate; and how many of the ten are among the fifteen most reported", surprise
        ),
        ("Recall@20 by techniques seen", bySize), ("Ahead in recall@20", ahead),
        ("Whether the percentages hold: calibration error (ECE), and proper scores", honesty),
        ("The first twenty answers to each query, in fifteen equal bins by what was shown", bins),
        (
          "Looked for and not found: after 1 or 3 of each query's twenty were looked for, what is "
            + "found of the rest; and with less say for reports that cite what was absent",
          absences
        ),
        ("Goals, set for Enterprise ATT&CK", reached),
      ] + relationTables
    let tables = parts.map { "\n" + $0.0.wrapped(width) + $0.1.text }
    let gained = gain.map { "\n" + $0.words.wrapped(width) } ?? ""
    return head + tables.joined() + gained + "\n" + Self.note.wrapped(width)
  }
}

extension EvaluationAnswer {
  private var subject: String {
    let subject = findings.subject
    let reports = Format.count(subject.reports, "report")
    let clusters = Format.count(subject.clusters, "campaign cluster")
    let techniques = Format.count(subject.techniques, "live technique")
    guard trial.split == .time else {
      return "\(trial.releases.joined(separator: ", ")): \(reports) in \(clusters), \(techniques)."
    }
    return
      "Learnt from \(trial.releases.joined(separator: ", ")): \(reports) in \(clusters). Asked: "
      + "the \(Format.count(subject.asked, "report")) that "
      + "\(trial.laterReleases.joined(separator: ", ")) adds, on its \(techniques)."
  }

  private var method: String {
    let split =
      trial.split == .folds
      ? "Five folds: each fifth of the reports is asked by a method that learnt from the other four. "
        + "Reports that are nearly the same, or of one actor within thirty days, stay together. "
      : "The later reports are asked by a method that knows the earlier release only. "
    return split
      + "1, 2, 3 or 5 techniques of a report are shown, chosen by a hash; the others are hidden and "
      + "should come first. A figure is the mean over the queries of one size, then over the sizes. "
      + "Percentages are calibrated on what was learnt from. Intervals: 95 %, by 1,000 draws of "
      + "campaign clusters."
  }

  private static let note =
    "TIE’s WALS: matrix factors as the Technique Inference Engine has them, the mean of ten seeds. "
    + "Popularity: the same list for all. Over all pairs ECE says little, since nearly all have a "
    + "tiny probability: what counts is each query's top 20."

  private var found: TextTable {
    TextTable(
      ["", "@5", "@10", "@20", "95 %", "NDCG@20", "MRR"],
      evaluation.methods.map { own in
        [
          own.method.name, fine(own.metrics.recallAt5), fine(own.metrics.recallAt10),
          fine(own.metrics.recallAt20), range(own.recallInterval), fine(own.metrics.ndcgAt20),
          fine(own.metrics.reciprocalRank),
        ]
      })
  }

  private var bySize: TextTable {
    let sizes = evaluation.sizes
    let queries = sizes.map { Format.count(evaluation.queryCounts[$0] ?? 0) }
    return TextTable(
      [""] + sizes.map { "\($0) seen" },
      evaluation.methods.map { own in
        [own.method.name] + sizes.map { fine(own.metricsBySize[$0]?.recallAt20 ?? 0) }
      } + [["queries"] + queries])
  }

  private var ahead: TextTable {
    TextTable(
      ["of", "times", "difference", "95 %"],
      evaluation.methods.filter { $0.method != .product }.map { own in
        let product = evaluation[.product]?.metrics.recallAt20 ?? 0
        return [
          own.method.name,
          evaluation.ratio(of: .product, to: own.method).map { Format.decimal($0, 3) } ?? "–",
          signed(product - own.metrics.recallAt20), difference(own.advantage),
        ]
      })
  }

  private var surprise: TextTable {
    TextTable(
      ["", "@10", "ahead, 95 %", "common"],
      evaluation.methods.map { own in
        [
          own.method.name, fine(own.metrics.surpriseRecallAt10),
          own.method == .product ? "" : difference(own.surpriseAdvantage),
          Format.decimal(own.metrics.commonAt10 * 10, 2),
        ]
      })
  }

  private var honesty: TextTable {
    let row = { (name: String, report: CalibrationReport) in
      [
        name, fine(report.overall.value), fine(report.topTwenty.value),
        Format.decimal(report.scores.logLoss, 5), Format.decimal(report.scores.brier, 5),
      ]
    }
    return TextTable(
      ["", "all pairs", "top 20", "log loss", "Brier"],
      [row(EvaluatedMethod.likely.name, evaluation.calibration), tellingError]
        + evaluation.calibrationBySize.sorted { $0.key < $1.key }.map { row("  \($0) seen", $1) }
        + [row(EvaluatedMethod.popularity.name, evaluation.popularity)])
  }

  private var tellingError: [String] {
    [EvaluatedMethod.telling.name, "", fine(evaluation.tellingError.value), "", ""]
  }

  private var bins: TextTable {
    TextTable(
      ["", "shown", "came true", "answers"],
      evaluation.calibration.topTwenty.bins.enumerated().map { index, bin in
        [
          String(index + 1), Format.decimal(bin.shown * 100, 1) + " %",
          Format.decimal(bin.cameTrue * 100, 1) + " %", Format.count(bin.cases),
        ]
      })
  }

  private var absences: TextTable {
    TextTable(
      ["", "@20", "ahead, 95 %", "told", "ahead, 95 %", "top 20"],
      evaluation.absences.rows.flatMap { row in
        [
          [
            "\(row.looked), \(row.order.rawValue)", fine(row.plain.recallAt20), "",
            fine(row.plain.surpriseRecallAt10), "", fine(row.plain.error),
          ],
          [
            "  less say", fine(row.doubting.recallAt20), difference(row.recallAdvantage),
            fine(row.doubting.surpriseRecallAt10), difference(row.surpriseAdvantage),
            fine(row.doubting.error),
          ],
        ]
      })
  }

  private var reached: TextTable {
    TextTable(
      ["", "goal", "here", ""],
      findings.goals.goals.map {
        [$0.measure.name, $0.boundText, $0.valueText, $0.isMet ? "met" : "missed"]
      })
  }
}

extension EvaluationAnswer {
  private var relationTables: [(String, TextTable)] {
    guard let relations = findings.relations else { return [] }
    return [
      (
        "Replication: half of the reports lists five partners a technique; so many are again above "
          + "the expected in the other half (30 halvings)",
        TextTable(
          ["", "come back"],
          ListingRule.allCases.map {
            [$0.name, relations.replication.rates[$0].map { Format.decimal($0, 3) } ?? "–"]
          }
            + Grade.listed.map {
              [
                "all \($0.rawValue) pairs",
                relations.replication.gradeRates[$0].map { Format.decimal($0, 3) } ?? "–",
              ]
            })
      ),
      (
        "Chance: pairs in this corpus, and in ten shuffled ones that keep every report's size and "
          + "every technique's total",
        TextTable(
          ["", "real", "by chance", "share"],
          Grade.listed.map { grade in
            let (real, chance) = relations.chance.pairs(grade)
            return [
              grade.rawValue, Format.count(real), Format.decimal(chance, 1),
              relations.chance.chanceShare(grade).map { Format.percent($0) + " %" } ?? "–",
            ]
          })
      ),
    ]
  }

  private func fine(_ value: Double) -> String { Format.decimal(value, 4) }

  private func signed(_ value: Double) -> String {
    let text = fine(value)
    return text.hasPrefix("-") ? text : "+" + text
  }

  private func difference(_ range: ClosedRange<Double>) -> String {
    "\(signed(range.lowerBound)) to \(signed(range.upperBound))"
  }

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(fine(range.lowerBound))–\(fine(range.upperBound))"
  }
}
