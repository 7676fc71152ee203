import Attack
import Corpora
import Measures

/// All that is measured for a site.
struct Findings: Sendable {
  let associations: Associations
  let subsets: [SubsetFindings]
  let notices: [Notice]

  /// - Throws: `Complaint` for a subset that cannot be had.
  init(
    _ knowledge: Knowledge, _ corpus: Corpus, _ definitions: [SubsetDefinition]
  ) async throws {
    let ids = knowledge.techniques.map(\.id.description)
    associations = await Associations(corpus.citations, ids: ids)
    let reader: SubsetReader
    do throws(SubsetFault) {
      reader = try SubsetReader(definitions, knowledge, totals: associations.counts.totals)
    } catch {
      throw Complaint(error)
    }
    var subsets: [SubsetFindings] = []
    for subset in reader.subsets {
      subsets.append(await SubsetFindings(subset, corpus.citations, associations, ids: ids))
    }
    self.subsets = subsets
    notices = reader.notices + Self.unsettled(associations, subsets)
  }

  /// The nulls whose last values stand though they do not meet every margin.
  private static func unsettled(
    _ associations: Associations, _ subsets: [SubsetFindings]
  ) -> [Notice] {
    let own = subsets.filter(\.subset.withSubs).map {
      ("subset `\($0.subset.name)`", $0.associations)
    }
    return ([("all reports", associations)] + own)
      .filter { !$1.expected.model.isConverged }.map { Notice(.unsettledNull, at: $0.0) }
  }
}
