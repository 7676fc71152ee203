import Attack
import Corpora
import Measures
import Pages
import Text

/// The site's numbers for programs: the contracts of `data/`.
struct DataFiles: Sendable {
  let knowledge: Knowledge
  private let corpus: Corpus
  private let counted: CountedCorpus
  private let associations: Associations
  private let partners: IndexedList<Technique, PartnerLists>
  private var ids: IndexedList<Technique, String> { associations.ids }

  /// - Parameters:
  ///   - knowledge: the objects.
  ///   - findings: of the reports that it cites.
  init(_ knowledge: Knowledge, _ findings: Findings) {
    self.knowledge = knowledge
    corpus = findings.corpus.whole
    counted = findings.corpus
    associations = findings.associations
    partners = findings.partners
  }

  /// Pairs that some report cites together, by their ids.
  func cooccurrence() -> [UInt8] {
    var csv = CSVFile(Self.pairTable)
    let reports = associations.counts.reportCount
    let cited = ids.indices.filter { associations.total($0) > 0 }
    for (index, a) in cited.enumerated() {
      for b in cited[(index + 1)...] where associations.counts.together(a, b) > 0 {
        let pair = associations[a, b]
        guard
          let lift = Lift(
            together: pair.together, associations.total(a), associations.total(b), reports: reports),
          let npmi = NormalizedPMI(
            together: pair.together, associations.total(a), associations.total(b), reports: reports)
        else { continue }
        csv.add(
          .text(ids[a]), .text(ids[b]), .count(pair.base), .count(associations.total(b)),
          .count(pair.together), .rounded(pair.share),
          .rounded(Double(pair.together) / Double(associations.total(b))), .number(pair.expected),
          .number(pair.ratio.ratio), .number(pair.ratio.lower), .rounded(lift.value),
          .rounded(npmi.value), .number(pair.pValue), .number(pair.qValue),
          .text(pair.grade?.rawValue ?? ""), .text(pair.isFamily ? "true" : "false"),
          .count(counted.tally(citing: a, b).ours))
      }
    }
    return csv.bytes
  }

  /// The partners of one technique, most reported first.
  func technique(_ index: Index<Technique>) -> [UInt8] {
    var csv = CSVFile(Self.partnerTable)
    for pair in partners[index].all {
      csv.add(
        .text(ids[pair.partner]), .count(pair.together), .count(pair.base), .rounded(pair.share),
        .rounded(pair.interval?.low ?? 0),
        .rounded(pair.interval?.high ?? 1), .count(associations.total(pair.partner)),
        .rounded(pair.expected),
        .rounded(pair.ratio.ratio), .rounded(pair.ratio.lower), .rounded(pair.qValue),
        .text(pair.grade?.rawValue ?? ""),
        .text(pair.isFamily ? "true" : ""))
    }
    return csv.bytes
  }

  /// The techniques, each with who is recorded with it and the cluster that it is in.
  func techniques(_ clusters: ClusterCatalogue) -> [UInt8] {
    var csv = CSVFile(Self.techniqueTable)
    for (index, technique) in knowledge.techniques.indexed() {
      let actors = corpus.actors(of: index).map { knowledge.actors[$0] }
      let users = { (kind: Actor.Kind) in
        actors.filter { $0.kind == kind }.map(\.id.description).joined(separator: " ")
      }
      csv.add(
        .text(ids[index]), .text(technique.name),
        .text(technique.tactics.map { knowledge.tactics[$0].slug }.joined(separator: " ")),
        .text(technique.platforms.joined(separator: ";")),
        .text(technique.parent.map { ids[$0] } ?? ""), .count(associations.total(index)),
        .text(users(.group)), .text(users(.software)), .text(users(.campaign)),
        .text(clusters.entry(of: index)?.id ?? ""), .text(technique.collection?.title ?? ""),
        .count(counted.tally(citing: index).ours))
    }
    return csv.bytes
  }

  /// The reports that count, or the others.
  func reports(_ selection: Corpus.Selection) -> [UInt8] {
    var csv = CSVFile(Self.reportTable)
    for index in selection.named(in: corpus) {
      let report = corpus.reports[index]
      csv.add(
        .text(report.id), .text(report.title), .text(report.published?.description ?? ""),
        .text(report.url ?? ""),
        .text(corpus.techniquesOfReport[index].map { ids[$0] }.joined(separator: " ")),
        .text(
          corpus.citedBy[index].map { knowledge.actors[$0].id.description }
            .joined(separator: " ")), .text(report.isInternal ? "true" : "false"),
        .text(corpus.originsInWords(of: report)))
    }
    return csv.bytes
  }

  /// The weighted sets that count, by source, those of most reports first.
  func sets() -> [UInt8] {
    var csv = CSVFile(Self.setTable)
    for source in corpus.setSources {
      for row in counted.heaviest(of: source) {
        csv.add(
          .text(source.id), .text(source.name), .count(corpus.reports[row].weight),
          .text(corpus.techniquesOfReport[row].map { ids[$0] }.joined(separator: " ")),
          .text(source.origin == .team ? "true" : "false"), .text(source.origin.words(corpus.sets)))
      }
    }
    return csv.bytes
  }

  /// The pairs of members that some report cites together, and each member with itself.
  func subset(_ findings: SubsetFindings) -> [UInt8] {
    var csv = CSVFile(Self.subsetTable)
    let members = findings.subset.members.indices
    for row in members where findings.total(row) > 0 {
      let total = findings.total(row)
      let name = ids[findings.subset.members[row].technique]
      for column in members {
        let other = ids[findings.subset.members[column].technique]
        guard row != column else {
          csv.add(
            .text(name), .text(other), .count(total), .count(total), .count(1), .empty, .empty,
            .empty)
          continue
        }
        let pair = findings.pair(row, column)
        guard pair.together > 0 else { continue }
        csv.add(
          .text(name), .text(other), .count(pair.together), .count(total), .rounded(pair.share),
          .rounded(pair.expected), .rounded(pair.ratio.ratio), .rounded(pair.ratio.lower))
      }
    }
    return csv.bytes
  }
}
