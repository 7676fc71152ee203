package import Attack
package import Corpora

/// Every number that pages and records show, measured once; the only home of a measure.
package struct Findings: Sendable {
  /// By the reports that count.
  package let corpus: CountedCorpus
  /// Why the others do not.
  package let reports: FilteredReports
  /// Of the reports that count.
  package let associations: Associations
  package let partners: IndexedList<Technique, PartnerLists>
  package let pairs: PairSummary
  /// The largest first.
  package let clusters: [ClusterFindings]
  /// `nil` if fewer than two techniques are cited.
  package let map: MapOrder?
  package let subsets: [SubsetFindings]
  /// By group, by group with its software, by campaign.
  package let bases: [BasisFindings]
  /// What other choices of reports would change.
  package let sensitivity: [FilterSensitivity]
  package let inference: CalibratedInference
  /// What is inferred from the two techniques that are together most beyond what the sizes of
  /// reports explain, else from the one of most reports; `nil` if none is cited.
  package let explorerExample: Estimate?
  /// What is inferred from the first technique of `pairs.example`.
  package let pairEstimate: Estimate?
  package let actors: IndexedList<Actor, ActorFindings>
  /// What changed since the previous release, where the site is compared with it.
  package let change: ReleaseChange?
  /// What only the team's own reports say; `nil` where none counts.
  package let own: OwnFindings?
  /// In which order techniques come, what they need and give; `nil` where nothing says.
  package var order: OrderFindings?
  /// How far order, needs and gives, and the counts agree.
  package var agreement: OrderAgreement?
  /// What the team covers, and what it does not; `nil` where nobody says.
  package var coverage: CoverageFindings?
  /// Whether reports beside ATT&CK's help, if the site publishes an evaluation and has such reports.
  package var gain: EvidenceGain?
  /// The evaluation of the inference, if the site publishes it.
  package var evaluation: EvaluationFindings?
  package let notices: [Notice]
}

extension Findings {
  /// Measures the reports of a corpus.
  ///
  /// - Parameters:
  ///   - knowledge: that the corpus was made from.
  ///   - corpus: all reports.
  ///   - filter: which of them count.
  ///   - definitions: the subsets that are shown.
  ///   - previous: the release to compare with.
  ///   - learning: what the inference learns, or learnt before.
  /// - Throws: `SubsetError` for a subset that cannot be made.
  package init(
    _ knowledge: Knowledge, _ corpus: Corpus, by filter: ReportFilter = ReportFilter(),
    subsets definitions: [SubsetDefinition] = [], since previous: PreviousRelease? = nil,
    learning: LearntInference.Learning = { await LearntInference($0) }
  ) async throws(SubsetError) {
    let ids = knowledge.techniqueIDs
    let reports = FilteredReports(corpus, knowledge, by: filter)
    let counted = reports.counted
    let citations = corpus.citations(of: counted)
    let weights = corpus.weights(of: counted)
    let associations = await Associations(citations, ids: ids, weights: weights)
    let reader = try SubsetReader(
      definitions, knowledge, totals: associations.counts.totals)
    let lists = await PartnerLists.all(associations)
    let inference = await CalibratedInference(
      corpus, counted, ids: ids, learning: learning)
    // Of weighted sets nobody knows which reports a fresh sample would have.
    let clusters =
      weights == nil
      ? await TechniqueClusters(resampling: citations, associations.ratios)
      : TechniqueClusters(associations.ratios)
    self.reports = reports
    self.corpus = CountedCorpus(corpus, counted)
    self.associations = associations
    self.inference = inference
    partners = lists
    pairs = PairSummary(associations, lists)
    self.clusters = clusters.clusters.map { ClusterFindings($0, corpus, counted, associations) }
    map = associations.counts.citedCount < 2 ? nil : MapOrder(associations)
    subsets = reader.subsets.map { SubsetFindings($0, corpus, counted, associations) }
    bases = await Self.bases(knowledge, ids)
    sensitivity = await FilterSensitivity.all(
      corpus, knowledge, filter, ListedPairs(lists, reportCount: associations.counts.reportCount))
    explorerExample = Self.explorerEvidence(pairs, associations.counts.totals).map {
      inference.estimate($0)
    }
    pairEstimate = pairs.example.map { inference.estimate([$0.technique]) }
    actors = await ActorFindings.all(knowledge, corpus, counted, inference)
    let counts = self.corpus
    own = OwnFindings(counts, associations.counts)
    change = previous.map { ReleaseChange(knowledge, counts, associations, since: $0) }
    notices = reader.notices + Self.unsettled(associations, subsets, bases)
  }

  private static func bases(
    _ knowledge: Knowledge, _ ids: IndexedList<Technique, String>
  ) async -> [BasisFindings] {
    var bases: [BasisFindings] = []
    for kind in Basis.Kind.allCases {
      bases.append(await BasisFindings(Basis(kind, knowledge), ids: ids))
    }
    return bases
  }

  private static func explorerEvidence(
    _ pairs: PairSummary, _ totals: IndexedList<Technique, Int>
  ) -> [Index<Technique>]? {
    func excess(_ pair: Association) -> Double { Double(pair.together) - pair.expected }
    let pair = pairs.firm.max {
      (excess($0.association), $1.technique) < (excess($1.association), $0.technique)
    }
    if let pair { return [pair.technique, pair.association.partner].sorted() }
    return totals.indices.filter { totals[$0] > 0 }
      .max { (totals[$0], $1) < (totals[$1], $0) }.map { [$0] }
  }

  /// The nulls whose last values are used though they do not meet every margin.
  private static func unsettled(
    _ associations: Associations, _ subsets: [SubsetFindings], _ bases: [BasisFindings]
  ) -> [Notice] {
    let own = subsets.filter(\.subset.withSubs).map {
      ("subset `\($0.subset.name)`", $0.isConverged)
    }
    let others = bases.filter(\.canStandOut).map {
      ("basis \($0.basis.kind.rawValue)", $0.ratios.expected.model.isConverged)
    }
    return ([("all reports", associations.expected.model.isConverged)] + own + others)
      .filter { !$1 }.map { Notice(.unsettledNull, at: $0.0) }
  }
}
