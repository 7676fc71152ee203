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
/// A technique has three numbers per trace: indices in `platforms`, `components` and `sources`. An
/// empty platform is any, an empty source is unknown. A technique that shows nowhere is absent.
/// `sourceKind` is what to call a source: `data source` in releases before v18.
///
/// `where-channels` sets `window.attackRelationsChannels`:
///
///     {"T1047": [["EventCode=3, 22"], ["EventCode=1"], …], …}
///
/// For each trace of `where-data`, in its order, its channels; a trace may have none.
struct WhereScripts: Sendable {
  private let knowledge: Knowledge
  private let platforms: NameIndex
  private let components: NameIndex
  private let sources: NameIndex

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    let traces = knowledge.traces.joined()
    platforms = NameIndex(traces.map(\.platform))
    components = NameIndex(traces.map(\.component))
    sources = NameIndex(traces.map(\.source))
  }

  var all: [DataScript] {
    [
      DataScript(DataScriptName.detections, sets: "attackRelationsWhere", detections),
      DataScript(DataScriptName.channels, sets: "attackRelationsChannels", channels),
    ]
  }

  private var detections: JSONText {
    [
      "sourceKind": .text(knowledge.sourceKind), "platforms": platforms.json,
      "components": components.json, "sources": sources.json,
      "techniques": byTechnique { traces in
        .list(
          DetectionGroup.groups(of: traces).flatMap { group in
            group.sources.flatMap { source in
              [
                platforms.index(of: group.platform), components.index(of: group.component),
                sources.index(of: source.name),
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

  /// Distinct names, ascending, and the index of each.
  private struct NameIndex {
    let names: [String]
    private let indices: [String: Int]

    init(_ names: [String]) {
      self.names = Set(names).sorted()
      indices = Dictionary(
        self.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var json: JSONText { .list(names.map { .text($0) }) }

    func index(of name: String) -> JSONText { indices[name].map { .integer($0) } ?? .null }
  }
}
