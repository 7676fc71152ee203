import Measures
import Text

/// The two figures of an evaluation.
struct EvaluationFigures {
  let evaluation: Evaluation

  var calibration: CalibrationFigure {
    let bins = evaluation.calibration.topTwenty.bins
    let descriptions = bins.map {
      "\(Format.finePercent($0.shown)) % shown, \(Format.finePercent($0.cameTrue)) % came true"
    }
    return CalibrationFigure(
      title: "What was shown, and what came true",
      description: "The first twenty answers to each question, by what was shown: "
        + descriptions.joined(separator: "; ") + ". The same numbers stand in a table below.",
      legend: Legend(
        title: "Each dot: a fifteenth of the answers. Dashed: what was shown came true", labels: [],
        scale: .sequential),
      dots: bins.map { ($0.shown, $0.cameTrue) }, file: FigurePath.calibration)
  }

  var recall: IntervalFigure {
    let rows = evaluation.methods.map { own in
      IntervalFigure.Row(
        name: own.method.name, value: own.metrics.recallAt20, interval: own.recallInterval,
        isOurs: own.method.isOurs)
    }
    let descriptions = rows.map { row in
      "\(row.name) \(Format.finePercent(row.value)) % (\(EvaluationWords.percent(row.interval)))"
    }
    return IntervalFigure(
      title: "Of what was hidden, the share among the first twenty answers",
      description: descriptions.joined(separator: "; ") + ".",
      legend: Legend(
        title: "Found among the first twenty, %. Lines: 95 % intervals", labels: [],
        scale: .sequential), rows: rows, file: FigurePath.recall)
  }
}
