package import Attack
import Text

/// The layer of an answer: what to look for next, by its chance.
package struct SuggestionLayer {
  private let layer: NavigatorLayer

  /// A technique that is suggested.
  package struct Suggestion {
    let technique: InferenceModel.KnownTechnique
    let chance: Double
    let times: Double
    let counts: String

    /// - Parameters:
    ///   - technique: that is suggested.
    ///   - chance: calibrated.
    ///   - times: how many times the usual that is.
    ///   - counts: in how many reports it stands with what was seen, in words.
    package init(
      _ technique: InferenceModel.KnownTechnique, chance: Double, times: Double, counts: String
    ) {
      self.technique = technique
      self.chance = chance
      self.times = times
      self.counts = counts
    }
  }

  /// Of the domain that most of the suggestions are of.
  ///
  /// - Parameters:
  ///   - suggestions: in their order.
  ///   - evidence: what was seen.
  ///   - releases: of the model.
  ///   - remark: what else to know; may be empty.
  package init(
    _ suggestions: [Suggestion], after evidence: [InferenceModel.KnownTechnique],
    _ releases: [Release], remark: String
  ) {
    let domain = suggestions.map(\.technique.domain).mostFrequent ?? .enterprise
    let shown = suggestions.filter { $0.technique.domain == domain }
    let others = suggestions.count - shown.count
    let left =
      others == 0 ? "" : "Left out, since a layer has one domain: \(others) of other domains."
    let scores = shown.map { NavigatorLayer.percent($0.chance) }
    let words = "chance in percent, after what was seen"
    layer = NavigatorLayer(
      name: "After " + evidence.map { "\($0.id)" }.joined(separator: ", "),
      description: ["The \(words).", left, remark, NavigatorLayer.credit].filter { !$0.isEmpty }
        .joined(separator: " "),
      domain: domain, version: releases.last { $0.domain == domain }?.major,
      entries: zip(shown, scores).map { suggestion, score in
        NavigatorLayer.Entry(
          id: suggestion.technique.id, score: score,
          value: .chance(suggestion.chance, times: suggestion.times, suggestion.counts),
          showsSubs: true)
      }, most: scores.max() ?? 1, legend: words)
  }

  package var text: String { String(decoding: layer.bytes, as: UTF8.self) }
}
