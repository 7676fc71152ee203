package import Attack
package import Corpora

/// What turning one choice of which reports count would change.
package struct FilterSensitivity: Sendable {
  package let reason: ReportFilter.Reason
  /// The site's filter with that choice turned.
  package let filter: ReportFilter
  package let change: ListedChange

  /// One for each choice: the corpus is measured anew with it turned.
  ///
  /// - Parameters:
  ///   - corpus: all reports, those left out too.
  ///   - knowledge: that the corpus was made from.
  ///   - filter: of the site.
  ///   - associations: of the reports that the site counts.
  /// - Returns: the trials in the order of the reasons.
  package static func all(
    _ corpus: Corpus, _ knowledge: Knowledge, _ filter: ReportFilter,
    _ associations: Associations
  ) async -> [FilterSensitivity] {
    let before = await ListedPairs(associations)
    let year = corpus.middleYear
    var trials: [FilterSensitivity] = []
    for reason in ReportFilter.Reason.allCases {
      let turned = filter.turned(reason, year: year)
      let counted = FilteredReports(corpus, knowledge, by: turned).counted
      let measured = await Associations(
        corpus.citations(of: counted), ids: associations.ids)
      trials.append(
        FilterSensitivity(
          reason: reason, filter: turned,
          change: ListedChange(from: before, to: await ListedPairs(measured))))
    }
    return trials
  }
}
