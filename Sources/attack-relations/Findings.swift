import Attack
import Corpora
import Measures

/// All that is measured for a site.
struct Findings: Sendable {
  let associations: Associations
  let subsets: [SubsetFindings]
  /// By group, by group with its software, by campaign.
  let bases: [BasisFindings]
  /// What other choices of reports would change.
  let trials: [FilterTrial]
  let notices: [Notice]

  /// - Parameters:
  ///   - knowledge: that the corpus was made from.
  ///   - corpus: all reports.
  ///   - parted: those of them that count.
  ///   - definitions: of the subsets.
  /// - Throws: `Complaint` for a subset that cannot be had.
  init(
    _ knowledge: Knowledge, _ corpus: Corpus, _ parted: PartedCorpus,
    _ definitions: [SubsetDefinition]
  ) async throws {
    let counted = parted.counted
    let ids = knowledge.techniques.map(\.id.description)
    associations = await Associations(counted.citations, ids: ids)
    let reader: SubsetReader
    do throws(SubsetFault) {
      reader = try SubsetReader(definitions, knowledge, totals: associations.counts.totals)
    } catch {
      throw Complaint(error)
    }
    var subsets: [SubsetFindings] = []
    for subset in reader.subsets {
      subsets.append(await SubsetFindings(subset, counted.citations, associations, ids: ids))
    }
    self.subsets = subsets
    var bases: [BasisFindings] = []
    for kind in Basis.Kind.allCases {
      bases.append(await BasisFindings(Basis(kind, knowledge), ids: ids))
    }
    self.bases = bases
    trials = await FilterTrial.all(corpus, knowledge, parted.filter, associations)
    notices = reader.notices + Self.unsettled(associations, subsets, bases)
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
