import Attack
import Corpora
import Measures
import Pages
import Records
import Storage
import Text

extension ReleaseDiff {
  /// The version of the form of a comparison.
  static let schema = 1

  /// All of it for programs: `changes` and `pairs` have what `data/changes.csv` and
  /// `data/changed-pairs.csv` of a site have.
  var json: JSONText {
    let objects = ChangesFile(change.objects, from: change.previous.knowledge, to: knowledge)
    let pairs = ChangedPairsFile(change, ids: associations.ids)
    let titles = { (releases: [Release]) in JSONText.list(releases.map { .text($0.title) }) }
    return [
      "schema": .integer(Self.schema), "tool": "attack-relations",
      "version": .text(ToolVersion.number),
      "releases": [
        "before": titles(change.previous.knowledge.releases), "now": titles(knowledge.releases),
      ],
      "changes": .list(objects.rows.map(\.json)), "pairs": .list(pairs.rows.map(\.json)),
      "newcomers": .list(change.pairs.newcomers.map { $0.json(associations.ids) }),
      "reports": [
        "before": .integer(change.previous.associations.counts.reportCount),
        "now": .integer(corpus.count),
        "new": .list(change.newReports.map { corpus.report($0).json }),
      ],
    ]
  }
}

extension ChangesFile.Row {
  fileprivate var json: JSONText {
    [
      "object_type": .text(kind.rawValue), "change": .text(word.rawValue), "id": .text(id),
      "name": .text(name), "before": .list(before.map { .text($0) }),
      "after": .list(after.map { .text($0) }),
    ]
  }
}

extension ChangedPairsFile.Row {
  fileprivate var json: JSONText {
    [
      "technique_a": .text(techniques.0), "technique_b": .text(techniques.1),
      "change": .text(word), "together_before": move.before.map { .integer($0.together) } ?? .null,
      "together_now": .integer(move.now.together),
      "lower_before": move.before.map { .number($0.ratio.lower) } ?? .null,
      "lower_now": .number(move.now.ratio.lower),
    ]
  }
}

extension ReleaseComparison.Newcomer {
  fileprivate func json(_ ids: IndexedList<Technique, String>) -> JSONText {
    [
      "technique": .text(ids[technique]), "newcomer": .text(ids[now.partner]),
      "place_before": rankBefore.map { .integer($0) } ?? .null, "place": .integer(rank),
      "together_before": .integer(before.together), "reports_before": .integer(before.base),
      "together_now": .integer(now.together), "reports_now": .integer(now.base),
    ]
  }
}

extension Report {
  fileprivate var json: JSONText {
    [
      "id": .text(id), "title": .text(title), "url": url.map { .text($0) } ?? .null,
      "published": published.map { .text($0.description) } ?? .null,
    ]
  }
}
