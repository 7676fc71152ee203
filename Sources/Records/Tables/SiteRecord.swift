import Attack
import Corpora
import Measures
import Pages
import Text

/// `data/site.json`: what the site was built from, and the mark by which the next build knows it.
struct SiteRecord {
  private let edition: Edition
  private let settings: BuildSettings

  init(_ edition: Edition, _ settings: BuildSettings) {
    self.edition = edition
    self.settings = settings
  }

  var json: [UInt8] {
    let (knowledge, findings) = (edition.knowledge, edition.findings)
    let (counts, pairs) = (findings.associations.counts, findings.pairs)
    let value: JSONText = [
      "schema": 2, "tool": "attack-relations", "version": .text(settings.version),
      "releases": .list(knowledge.releases.map(\.json)),
      "counts": [
        "reports": .integer(edition.corpus.count),
        "reports_left_out": .integer(edition.reports.leftOutCount),
        "techniques": .integer(knowledge.techniques.count),
        "cited_techniques": .integer(counts.citedCount), "pairs_together": .integer(pairs.seen),
        "uncited_uses": .integer(knowledge.notices.count { $0.kind == .uncitedUse }),
        "firm_pairs": .integer(pairs.firm.count), "possible_pairs": .integer(pairs.possible),
        "clusters": .integer(findings.clusters.count),
      ],
      "evidence": evidence,
      "inputs": .list(settings.inputs.map(\.json)),
      "settings": .object(
        [(key: "title", value: .text(settings.title))]
          + settings.values.map { (key: $0.name, value: .text($0.value)) }),
    ]
    return value.line
  }

  /// How many reports are not ATT&CK's, and how far the site may be passed on; `null` where all are.
  private var evidence: JSONText {
    let corpus = edition.corpus
    guard corpus.whole.isMixed else { return .null }
    let tally = corpus.tally
    return [
      "ours": .integer(tally.ours),
      "sets": .object(tally.sets.map { ($0.name, .integer($0.count)) }),
      "marking": corpus.whole.marking(of: corpus.rows).map { .text($0) } ?? .null,
    ]
  }
}
