import Attack
package import Corpora

/// What reversing one choice of which reports count would change.
package struct FilterSensitivity: Sendable {
  package let reason: ReportFilter.Reason
  /// The site's filter with that choice reversed.
  package let filter: ReportFilter
  package let change: ListedChange

  /// One for each choice: the corpus is measured again with that choice reversed.
  ///
  /// - Parameters:
  ///   - corpus: all reports, those left out too.
  ///   - knowledge: that the corpus was made from.
  ///   - filter: of the site.
  ///   - before: what is listed with the site's filter.
  /// - Returns: the trials in the order of the reasons.
  static func all(
    _ corpus: Corpus, _ knowledge: Knowledge, _ filter: ReportFilter, _ before: ListedPairs
  ) async -> [FilterSensitivity] {
    let ids = knowledge.techniqueIDs
    let year = corpus.middleYear
    var trials: [FilterSensitivity] = []
    for reason in ReportFilter.Reason.allCases {
      let turned = filter.turned(reason, year: year)
      let reasons = turned.reasons(corpus, knowledge)
      let counted = Corpus.Selection(of: reasons.indices) { reasons[$0].isEmpty }
      let ratios = PairRatios(
        corpus.citations(of: counted), weights: corpus.weights(of: counted))
      let after = await ListedPairs(ratios, ids: ids)
      trials.append(
        FilterSensitivity(
          reason: reason, filter: turned,
          change: ListedChange(from: before, to: after)))
    }
    return trials
  }
}
