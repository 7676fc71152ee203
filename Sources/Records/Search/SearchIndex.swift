import Attack
import Corpora
import Measures
import Pages
import Text

/// What the search scans in a browser: `assets/search-index.HASH.js`.
///
/// It sets `window.attackRelationsIndex` to an object of sections: `techniques`, `tactics`, `groups`,
/// `software`, `campaigns`, `subsets`, `retired`, each of columns with a line an entry:
/// - `ids`, `names`;
/// - `reports`: how many cite it, where that is counted;
/// - `also`: its other names, parted by `|`;
/// - `leads`, `says`: the tools of a technique (`ToolWords`), separated by spaces.
///
/// `components` and `sources`, in the order of their page, whose anchors are made from the names:
/// - `kind`: what each is, in words;
/// - `names`;
///
/// `described`, `channels`, `platforms`: which techniques a word is found with (`Concordance`): in their
/// descriptions but not their names, as an event in a log where they show, and as a platform;
///
/// and `reports`, in the order of their keys, which is that of the explorer's data:
/// - `titles`: a line each;
/// - `hosts`: `cisa.gov 12` for twelve reports in a row that cisa.gov publishes;
/// - `slugs`: what follows the host in each one's id, as `EchoText` of its title;
/// - `hashes`: the last eight characters of each id, without a break;
/// - `dates`: three characters each (`DateText`), without a break;
/// - `origins`: a line each, whose it is, empty for ATT&CK's; absent where all are.
struct SearchIndex {
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let subsets: [SubsetFindings]
  private let actors: IndexedList<Actor, ActorFindings>
  private let logSources: LogSourceIndex

  init(_ knowledge: Knowledge, _ findings: Findings, _ logSources: LogSourceIndex) {
    self.knowledge = knowledge
    corpus = findings.corpus
    subsets = findings.subsets
    actors = findings.actors
    self.logSources = logSources
  }

  var script: DataScript {
    let words = DescribedWords(knowledge)
    return DataScript(
      "search-index", sets: "attackRelationsIndex", isEverywhere: true,
      .object(
        [(key: section(.technique), value: techniques), (key: section(.tactic), value: tactics)]
          + Actor.Kind.allCases.map { (key: section($0.page), value: actors($0)) }
          + [
            (key: section(.subset), value: maps), (key: "retired", value: retired),
            (key: "components", value: names(logSources.components, logSources.componentKind)),
            (key: "sources", value: names(logSources.sources, logSources.sourceKind)),
            (key: "described", value: words.descriptions.json),
            (key: "channels", value: words.channels.json),
            (key: "platforms", value: words.platforms.json),
            (key: section(.report), value: reports),
          ]))
  }
}

extension SearchIndex {
  private var techniques: JSONText {
    let words = ToolWords(knowledge, corpus.whole.procedures)
    return [
      "ids": column(knowledge.techniques.map(\.id.description)),
      "names": column(knowledge.techniques.map(\.name)),
      "reports": column(corpus.totals.map { String($0) }),
      "leads": column(words.leading.map { $0.joined(separator: " ") }),
      "says": column(words.others.map { $0.joined(separator: " ") }),
    ]
  }

  private var tactics: JSONText {
    [
      "ids": column(knowledge.tactics.map(\.slug)), "names": column(knowledge.tactics.map(\.name)),
    ]
  }

  private func actors(_ kind: Actor.Kind) -> JSONText {
    let indices = knowledge.actors.indices.filter { knowledge.actors[$0].kind == kind }
    let named = indices.map { knowledge.actors[$0] }
    return [
      "ids": column(named.map(\.id.description)), "names": column(named.map(\.name)),
      "reports": column(indices.map { String(actors[$0].citations.reports.count) }),
      "also": column(named.map { $0.aliases.joined(separator: "|") }),
    ]
  }

  private var maps: JSONText {
    [
      "ids": column(subsets.map(\.subset.name)), "names": column(subsets.map(\.subset.title)),
    ]
  }

  private var retired: JSONText {
    [
      "ids": column(knowledge.retired.map(\.id)), "names": column(knowledge.retired.map(\.name)),
    ]
  }

  private func names(_ entries: [LogSourceIndex.Entry], _ kind: String) -> JSONText {
    ["kind": .text(kind), "names": column(entries.map(\.name))]
  }

  private var reports: JSONText {
    let reports = corpus.reports.map(corpus.report)
    let ids = ReportIDColumns(reports)
    let columns: [(key: String, value: JSONText)] = [
      ("titles", column(reports.map(\.title))), ("hosts", column(ids.hosts)),
      ("slugs", column(ids.slugs)), ("hashes", .text(ids.hashes)),
      ("dates", .text(reports.map { DateText.text(of: $0.published) }.joined())),
    ]
    let whose = reports.map { $0.origin == .attack ? "" : corpus.whole.originsInWords(of: $0) }
    return .object(columns + (corpus.whole.isMixed ? [("origins", column(whose))] : []))
  }

  /// The script makes an object's address from the key of its section.
  private func section(_ kind: PageKind) -> String { String(kind.folder) }

  /// One text for all, a line each.
  private func column(_ entries: [String]) -> JSONText {
    .text(
      entries.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        .joined(separator: "\n"))
  }
}
