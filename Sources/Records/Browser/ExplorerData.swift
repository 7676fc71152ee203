import Attack
import Corpora
import Measures
import Pages
import Text

/// What the explorer infers from in a browser: `assets/explore-data.HASH.js`.
///
/// It sets `window.attackRelationsReports` to an object of:
/// - `version`: the tool's;
/// - `releases`, `domains` (`name`, `version`: as layers write them), `tactics`, `platforms`;
/// - `ids`, `names`: of all live techniques, the most reported first, then by id. A technique's
///   index here is its number in everything that follows; `ids` is one text, separated by spaces;
/// - `in`: for each technique a text of its domain, its tactics and its platforms, each a number in
///   base 36, separated by commas: `0,2 3,0 1`;
/// - `reports`: one text, one word per report in the order of keys, separated by spaces: see
///   `NumberText`; behind them one for each weighted set;
/// - `weights`: one text, how many reports each weighted set stands for, less one: see `NumberText`; `setSources`:
///   `[name, page, sets]` of each of their sources, in their order; both empty where there are none;
/// - `years`: one text, two characters per report in that order: the year when it was published less
///   1970, in base 36; `00` where it is unknown or before;
/// - `origins`: one text, a character per report in that order: 0 is ATT&CK's, z the team's own, the others are
///   those of `sets`, from 1, in base 36; empty where all are ATT&CK's;
/// - `coverage`: one text, a character per technique: 2 is covered, 1 only its parent, 0 not; empty where nobody says;
/// - `profiles`: one text, sixteen numbers per technique in that order, in steps of 1/64: see
///   `NumberText`;
/// - `information`: -ln of the base rate, for each number of reports that a technique has,
///   descending; written since logarithms differ in their last bit between machines;
/// - `curves`: of 1, 2, 3 and 5 techniques of evidence, the knots' raw and shown values in turn;
/// - `definitions`: where a team defines its own techniques, by their ids;
/// - `retired`: what became of each id that a release no longer uses, `T1086 T1059.001 …`.
///
/// The texts are made to compress well: the most reported techniques have the smallest numbers.
struct ExplorerData {
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let inference: CalibratedInference
  /// The most reported first.
  private let order: [Index<Technique>]

  private let version: String
  private let coverage: Coverage?

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ inference: CalibratedInference,
    version: String, coverage: Coverage? = nil
  ) {
    self.version = version
    self.coverage = coverage
    self.knowledge = knowledge
    self.corpus = corpus
    self.inference = inference
    order = Self.order(corpus)
  }

  /// The techniques as browsers number them: the most reported first, then by id.
  static func order(_ corpus: CountedCorpus) -> [Index<Technique>] {
    let totals = corpus.totals
    return totals.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
  }

  var script: DataScript {
    DataScript(
      DataScriptName.explorer, sets: "attackRelationsReports",
      [
        "version": .text(version), "releases": .list(knowledge.releases.map { .text($0.title) }),
        "domains": .list(domains.map(domain)),
        "tactics": .list(knowledge.tactics.map { .text($0.name) }),
        "platforms": .list(platforms.map { .text($0) }),
        "ids": .text(techniques.map(\.id.description).joined(separator: " ")),
        "names": .list(techniques.map { .text($0.name) }), "in": .list(memberships),
        "reports": .text(reports), "years": .text(years), "sets": sets, "origins": .text(origins),
        "weights": .text(weights), "setSources": .list(setSources),
        "coverage": .text(covered),
        "profiles": .text(profiles), "information": .list(information),
        "curves": .list(inference.calibration.curves.map(knots)), "retired": .text(retired),
        "definitions": .object(definitions),
      ])
  }
}

extension ExplorerData {
  private var techniques: [Technique] { order.map { knowledge.techniques[$0] } }
  private var domains: [Domain] { Set(techniques.map(\.domain)).sorted() }
  private var platforms: [String] { Set(techniques.flatMap(\.platforms)).sorted() }

  private func domain(_ domain: Domain) -> JSONText {
    let version = knowledge.releases.last { $0.domain == domain }?.major
    return ["name": .text(domain.name), "version": .text(version ?? "")]
  }

  private var memberships: [JSONText] {
    let domains = Self.numbers(domains)
    let platforms = Self.numbers(platforms)
    return techniques.map { technique in
      let parts = [
        [domains[technique.domain, default: 0]], technique.tactics.map(\.number),
        technique.platforms.map { platforms[$0, default: 0] }.sorted(),
      ]
      return .text(
        parts.map { $0.map { String($0, radix: 36) }.joined(separator: " ") }
          .joined(separator: ","))
    }
  }

  private var reports: String {
    let numbers = Self.numbers(order)
    return corpus.rows.map { report in
      NumberText.text(
        of: corpus.whole.techniquesOfReport[report].compactMap { numbers[$0] }.sorted())
    }.joined(separator: " ")
  }

  private var years: String {
    corpus.rows.map { report in
      let years = (corpus.report(report).published?.year ?? 0) - 1970
      let text = (0..<1296).contains(years) ? String(years, radix: 36, uppercase: true) : "0"
      return text.count < 2 ? "0" + text : text
    }.joined()
  }

  private var covered: String {
    guard let coverage else { return "" }
    return order.map { technique in
      switch coverage.states[technique] {
      case .covered: "2"
      case .parentOnly: "1"
      case .uncovered: "0"
      }
    }.joined()
  }

  /// Those that count.
  private var weights: String {
    let sets = corpus.rows[corpus.reports.count...]
    return NumberText.text(ofSigned: sets.map { corpus.report($0).weight - 1 })
  }

  private var setSources: [JSONText] {
    corpus.whole.setSources.map { source in
      let count = source.rows.count(where: corpus.selection.contains)
      return [.text(source.name), .text(source.path), .integer(count)]
    }
  }

  private var sets: JSONText { .list(corpus.whole.sets.map { .text($0) }) }

  private var origins: String {
    guard corpus.whole.isMixed else { return "" }
    return corpus.rows.map { report in
      let origin = corpus.report(report).origin
      return origin.set.map { String($0 + 1, radix: 36) } ?? (origin.isPublic ? "0" : "z")
    }.joined()
  }

  private var profiles: String {
    let steps = inference.model.profiles.steps
    return NumberText.text(ofSigned: order.lazy.flatMap { steps[$0.number] })
  }

  private var information: [JSONText] {
    let content = inference.model.informationContent
    var distinct: [JSONText] = []
    var last: Int?
    for technique in order where corpus.totals[technique] != last {
      last = corpus.totals[technique]
      distinct.append(.number(content[technique]))
    }
    return distinct
  }

  private func knots(_ curve: CalibrationCurve) -> JSONText {
    .list(curve.knots.flatMap { [.number($0.raw), .number($0.shown)] })
  }

  private var retired: String {
    knowledge.retired.compactMap { retired in
      guard retired.kind == .technique, let successor = retired.successor else { return nil }
      return "\(retired.id) \(successor.id)"
    }.joined(separator: " ")
  }

  private var definitions: [(String, JSONText)] {
    techniques.compactMap { technique in
      technique.definition.map {
        (technique.id.description, .text(AttackSite.address(of: technique.id, $0)))
      }
    }
  }

  private static func numbers<Item: Hashable>(_ items: [Item]) -> [Item: Int] {
    Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
