import Attack
import Pages
import Text

/// Where techniques show, for the explorer: two scripts, since the channels weigh four times all
/// the rest and only a hunt plan names them.
///
/// `where-data` sets `window.attackRelationsWhere`:
///
///     {"sourceKind": "log source",
///      "platforms": ["", "Linux", …], "components": ["Active DNS", …], "sources": ["", …],
///      "techniques": {"T1047": [1,57,0, 1,61,0, …], …}}
///
/// A technique has three numbers a trace: places in `platforms`, `components` and `sources`. An
/// empty platform is any, an empty source is not told. A technique that shows nowhere is absent.
/// `sourceKind` is what to call a source: `data source` in releases before v18.
///
/// `where-channels` sets `window.attackRelationsChannels`:
///
///     {"T1047": [["EventCode=3, 22"], ["EventCode=1"], …], …}
///
/// For each trace of `where-data`, in its order, its channels; a trace may have none.
struct WhereScripts: Sendable {
  private let knowledge: Knowledge
  private let platforms: Places
  private let components: Places
  private let sources: Places

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    let traces = knowledge.traces.joined()
    platforms = Places(traces.map(\.platform))
    components = Places(traces.map(\.component))
    sources = Places(traces.map(\.source))
  }

  var all: [DataScript] {
    [
      DataScript(DataScriptName.detections, sets: "attackRelationsWhere", places),
      DataScript(DataScriptName.channels, sets: "attackRelationsChannels", channels),
    ]
  }

  private var places: JSONText {
    [
      "sourceKind": .text(knowledge.sourceKind), "platforms": platforms.json,
      "components": components.json, "sources": sources.json,
      "techniques": byTechnique { traces in
        .list(
          DetectionGroup.groups(of: traces).flatMap { group in
            group.sources.flatMap { source in
              [
                platforms.place(of: group.platform), components.place(of: group.component),
                sources.place(of: source.name),
              ]
            }
          })
      },
    ]
  }

  private var channels: JSONText {
    byTechnique { traces in
      .list(
        DetectionGroup.groups(of: traces).flatMap(\.sources).map {
          .list($0.channels.map { .text($0) })
        })
    }
  }

  private func byTechnique(_ make: ([Detection]) -> JSONText) -> JSONText {
    .object(
      zip(knowledge.techniques, knowledge.traces).filter { !$0.1.isEmpty }.map {
        (key: $0.0.id.description, value: make($0.1))
      })
  }

  /// Distinct names, rising, and where each stands.
  private struct Places {
    let names: [String]
    private let places: [String: Int]

    init(_ names: [String]) {
      self.names = Set(names).sorted()
      places = Dictionary(
        self.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var json: JSONText { .list(names.map { .text($0) }) }

    func place(of name: String) -> JSONText { places[name].map { .integer($0) } ?? .null }
  }
}
