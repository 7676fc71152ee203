import Attack
import Measures
import Pages
import Records

/// Answers question after question from one model, in one way.
struct AnswerMaker {
  let model: InferenceModel
  let ids: LiveIDs
  private let order: SuggestionOrder
  private let top: Int
  private let isPlan: Bool
  private let held: HeldSources

  /// - Parameters:
  ///   - model: what answers.
  ///   - order: of the suggestions.
  ///   - top: how many of them.
  ///   - isPlan: whether those of a hunt plan are wanted.
  ///   - names: the log sources that somebody has, as they write them.
  /// - Throws: `CommandError` for what is no log source.
  init(
    _ model: InferenceModel, in order: SuggestionOrder, top: Int, isPlan: Bool = false,
    having names: [String] = []
  ) throws {
    self.model = model
    self.order = order
    self.top = top
    self.isPlan = isPlan
    ids = LiveIDs(model)
    held = HeldSources(
      try HeldNames(names, model).platforms, model.techniques.lazy.map(\.detections))
  }

  func answer(_ evidence: EvidenceReader) -> InferenceAnswer {
    InferenceAnswer(evidence, model, in: order, top: top, isPlan: isPlan, held: held)
  }

  /// A notice for each technique of the evidence that no report cites.
  func uncited(_ evidence: EvidenceReader) -> [Notice] {
    let totals = model.inference.model.index.totals
    return evidence.techniques.filter { totals[$0.number] == 0 }
      .map { Notice(.uncitedEvidence, at: model.techniques[$0].id.description) }
  }
}
