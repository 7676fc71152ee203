package import Attack

extension Corpus {
  /// The reports that are known by themselves; weighted sets stand behind them.
  package var named: Range<Index<Report>> {
    reports.startIndex..<Index(reports.count - setWeights.count)
  }

  /// Whether any row stands for more reports than one, or for one that is not known.
  package var hasSets: Bool { !setSources.isEmpty }

  /// How many reports each row of a selection stands for; `nil` where each is a report.
  package func weights(of selection: Selection) -> [Int]? {
    hasSets ? selection.reports.map { weight(ofRow: $0) } : nil
  }

  /// How many reports a row stands for.
  package func weight(ofRow row: Index<Report>) -> Int {
    let set = row.number - (reports.count - setWeights.count)
    return set < 0 ? 1 : setWeights[set]
  }

  /// Whether nobody outside the team has what a row stands for.
  package func isInternal(_ row: Index<Report>) -> Bool {
    guard row >= named.upperBound else { return reports[row].isInternal }
    return setSources.contains { $0.rows.contains(row) && $0.origin == .team }
  }

  /// How many reports some rows stand for.
  package func weight(of rows: some Collection<Index<Report>>) -> Int {
    hasSets ? rows.reduce(0) { $0 + weight(ofRow: $1) } : rows.count
  }
}

extension Corpus.Selection {
  /// Its reports that are known by themselves.
  package func named(in corpus: Corpus) -> [Index<Report>] {
    corpus.hasSets ? reports.filter { $0 < corpus.named.upperBound } : reports
  }

  /// The same without weighted sets.
  package func withoutSets(in corpus: Corpus) -> Corpus.Selection {
    corpus.hasSets
      ? Corpus.Selection(of: all) { $0 < corpus.named.upperBound && contains($0) } : self
  }
}
