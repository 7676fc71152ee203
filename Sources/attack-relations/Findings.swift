import Attack
import Corpora
import Measures
import Pages

/// All that is measured for a site.
struct Findings: Sendable {
  /// By the reports that count.
  let counted: CountedCorpus
  let reports: FilteredReports
  let associations: Associations
  private let inference: CalibratedInference
  private let subsets: [SubsetFindings]
  private let bases: [BasisFindings]
  private let trials: [FilterSensitivity]
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
    trials = await FilterSensitivity.all(corpus, knowledge, reports.filter, associations)
    self.counted = CountedCorpus(corpus, counted)
    self.reports = reports
    self.associations = associations
    self.inference = await inference
    (self.subsets, self.bases) = (subsets, bases)
    notices = reader.notices + Self.unsettled(associations, subsets, bases)
  }

  /// The clusters of the reports that count, with the stability of each.
  func clusters(_ techniques: [Technique], titles: [ClusterTitle]) async -> ClusterCatalogue {
    await ClusterCatalogue(
      TechniqueClusters(
        resampling: counted.whole.citations(of: counted.selection), associations.counts,
        associations.expected),
      associations, techniques, titles: titles)
  }

  /// What the pages tell, with these clusters.
  func wiki(_ clusters: ClusterCatalogue) -> WikiFindings {
    WikiFindings(
      associations, inference: inference, clusters: clusters, subsets: subsets, bases: bases,
      trials: trials)
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
