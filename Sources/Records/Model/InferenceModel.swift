package import Attack
package import Corpora
package import Measures
import Pages

/// All that an inference needs to answer: what the techniques are and where they show, the reports,
/// and what was learnt from these.
///
/// It is made from bundles, or read from a file that was made from them; the answers are the same.
package struct InferenceModel: Sendable {
  /// What the bundles hold.
  package let releases: [Release]
  /// A team's own forms of technique ids.
  package let patterns: IDPatterns
  /// What these releases call a log source.
  package let sourceKind: String
  /// All live ones, in the order of the training set's columns.
  package let techniques: IndexedList<Technique, KnownTechnique>
  /// Ids that a release no longer uses, and what took their place.
  package let successors: [Successor]
  /// In the order of the training set's rows.
  package let reports: IndexedList<Report, KnownReport>
  package let inference: CalibratedInference
  /// What the team that asks says it covers, by the techniques' indices; not in the file.
  package var coverage: Coverage?
  /// In which order techniques come, and what they need and give.
  package var intrusions: IntrusionBook?

  /// A technique as far as an answer tells of it.
  package struct KnownTechnique: Equatable, Sendable {
    package let id: TechniqueID
    package let name: String
    /// Where a team defines it; `nil` where MITRE does.
    package let definition: String?
    package let domain: Domain
    package let platforms: [String]
    /// Where it shows.
    package let detections: [Detection]
  }

  /// A retired id, and the live technique that took its place.
  package struct Successor: Equatable, Sendable {
    package let retired: String
    package let id: String
    package let name: String
  }

  /// A report as far as an answer tells of it.
  package struct KnownReport: Equatable, Sendable {
    package let key: ReportKey
    package let id: String
    package let title: String
    package let url: String?
    package let published: String?
    /// Of a weighted set, how many reports it stands for; `nil` of a report that is known by itself.
    package var weight: Int?
    /// Whose it is, where ATT&CK does not cite it: `ours`, or the name of a public set.
    package var origin: String?
    /// How far it may be passed on.
    package var tlp: TLP?

    /// The host that publishes it.
    package var publisher: String? { url == nil ? nil : key.host }
  }
}

extension InferenceModel {
  /// The strictest marking of its reports; `nil` where none is marked.
  package var tlp: TLP? { reports.compactMap(\.tlp).max() }

  /// - Parameters:
  ///   - knowledge: the techniques.
  ///   - corpus: its reports, all of which vote.
  ///   - learning: learns from them, or knows what was learnt.
  package init(
    _ knowledge: Knowledge, _ corpus: Corpus, learning: LearntInference.Learning
  ) async {
    releases = knowledge.releases
    patterns = knowledge.patterns
    sourceKind = knowledge.sourceKind
    techniques = IndexedList(
      zip(knowledge.techniques, knowledge.traces).map { technique, traces in
        KnownTechnique(
          id: technique.id, name: technique.name, definition: technique.definition,
          domain: technique.domain,
          platforms: technique.platforms, detections: traces)
      })
    successors = knowledge.retired.compactMap { retired in
      guard retired.kind == .technique, let next = retired.successor else { return nil }
      return Successor(retired: retired.id, id: next.id, name: next.name)
    }
    reports = corpus.reports.mapValues { report in
      KnownReport(
        key: report.key, id: report.id, title: report.title, url: report.url,
        published: report.isSet ? nil : report.published.map { "\($0)" },
        weight: report.isSet ? report.weight : nil,
        origin: report.origin == .attack ? nil : corpus.originsInWords(of: report), tlp: report.tlp)
    }
    inference = await CalibratedInference(
      corpus, corpus.all, ids: knowledge.techniqueIDs, learning: learning)
  }
}
