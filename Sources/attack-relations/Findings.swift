import Attack
import Corpora
import Measures
import Pages

/// All that is measured for a site.
struct Findings: Sendable {
  let corpus: Corpus
  let reports: FilteredReports
  let associations: Associations
  let wiki: WikiFindings
  let notices: [Notice]

  /// - Parameters:
  ///   - knowledge: that the corpus was made from.
  ///   - corpus: all reports.
  ///   - site: which of them count, and which subsets are shown.
  /// - Throws: `CommandError` for a subset that cannot be had.
  init(_ knowledge: Knowledge, _ corpus: Corpus, _ site: SiteFile) async throws {
    let reports = FilteredReports(corpus, knowledge, by: site.leftOut)
    let counted = reports.counted
    let ids = knowledge.techniques.map(\.id.description)
    async let inference = CalibratedInference(corpus, counted, ids: ids)
    let associations = await Associations(corpus.citations(of: counted), ids: ids)
    let reader = try Self.reader(site.subsets, knowledge, associations)
    var subsets: [SubsetFindings] = []
    for subset in reader.subsets {
      subsets.append(await SubsetFindings(subset, corpus, counted, associations))
    }
    var bases: [BasisFindings] = []
    for kind in Basis.Kind.allCases {
      bases.append(await BasisFindings(Basis(kind, knowledge), ids: ids))
    }
    let trials = await FilterSensitivity.all(corpus, knowledge, reports.filter, associations)
    self.corpus = corpus
    self.reports = reports
    self.associations = associations
    wiki = WikiFindings(
      inference: await inference, subsets: subsets, bases: bases, trials: trials)
    notices = reader.notices + Self.unsettled(associations, subsets, bases)
  }

  /// The clusters of the reports that count, with the stability of each.
  func clusters(_ techniques: [Technique], titles: [ClusterTitle]) async -> ClusterCatalogue {
    await ClusterCatalogue(
      TechniqueClusters(
        resampling: corpus.citations(of: reports.counted), associations.counts,
        associations.expected),
      associations, techniques, titles: titles)
  }

  private static func reader(
    _ definitions: [SubsetDefinition], _ knowledge: Knowledge, _ associations: Associations
  ) throws -> SubsetReader {
    do throws(SubsetError) {
      return try SubsetReader(definitions, knowledge, totals: associations.counts.totals)
    } catch {
      throw CommandError(error)
    }
  }

  /// The nulls whose last values stand though they do not meet every margin.
  private static func unsettled(
    _ associations: Associations, _ subsets: [SubsetFindings], _ bases: [BasisFindings]
  ) -> [Notice] {
    let own = subsets.filter(\.subset.withSubs).map {
      ("subset `\($0.subset.name)`", $0.associations)
    }
    let others = bases.filter(\.canStandOut).map {
      ("basis \($0.basis.kind.rawValue)", $0.associations)
    }
    return ([("all reports", associations)] + own + others)
      .filter { !$1.expected.model.isConverged }.map { Notice(.unsettledNull, at: $0.0) }
  }
}
