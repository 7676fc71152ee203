import Corpora
import Records

extension InferenceAnswer {
  /// The answer as a layer of the ATT&CK Navigator, as the explorer has it.
  var layer: String {
    SuggestionLayer(
      candidates.map {
        SuggestionLayer.Suggestion(
          $0.technique, chance: $0.probability, times: $0.times, counts: $0.counts)
      }, after: evidence, releases,
      remark: [tlp.map { "\($0.title)." } ?? "", absentWords { "\($0.id) \($0.name)" }]
        .filter { !$0.isEmpty }.joined(separator: " ")
    ).text
  }
}
