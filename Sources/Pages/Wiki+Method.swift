import Attack
import Measures

extension Wiki {
  /// How each number is made, and what it is worth.
  static func methodPages(
    _ ledger: Ledger, _ inference: CalibratedInference, _ evaluation: EvaluationFindings?,
    _ trials: [FilterSensitivity]
  ) -> [PageRecipe] {
    let method = PageRecipe(PageKind.method.path) {
      MethodMaker(ledger: ledger, calibrated: inference, evaluation: evaluation, trials: trials)
        .page()
    }
    guard let evaluation else { return [method] }
    return [
      method,
      PageRecipe(PageKind.evaluation.path) {
        EvaluationMaker(ledger: ledger, findings: evaluation).page()
      },
    ]
  }
}
