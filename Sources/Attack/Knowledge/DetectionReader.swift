import Text

/// Where each technique shows, in the words of the release: three generations of ATT&CK's data.
///
/// 1. From v18 on, a detection strategy detects a technique by analytics, each with its platforms
/// and log sources. 2. From v9 on, a data component detects it. 3. Before, it names data sources.
/// The newest that a technique has is used alone; what is dead is left out. Log sources that ATT&CK
/// writes in several ways have one name.
struct DetectionReader {
  /// For each technique, in `Detection`'s order.
  private(set) var traces: IndexedList<Technique, [Detection]> = []
  /// For each technique its live strategies, by id.
  private(set) var strategies: IndexedList<Technique, [DetectionStrategy]> = []
  private(set) var notices: [Notice] = []

  private let store: ObjectStore
  /// References already reported as dangling: several strategies may share one.
  private var reported: Set<String> = []

  init(_ store: ObjectStore, _ successions: RevocationChains, _ catalogue: Catalogue) {
    self.store = store
    let detectors = detectors(successions, catalogue)
    traces = IndexedList(repeating: [], for: catalogue.techniques.indices)
    for technique in traces.indices {
      let own = detectors[technique] ?? []
      let strategies = own.filter { store[$0].type == Self.strategy }
      let found =
        strategies.isEmpty
        ? own.compactMap { trace(of: $0) } : strategies.flatMap { traces(of: $0) }
      traces[technique] = found
    }
    self.strategies = IndexedList(for: traces.indices) { technique in
      (detectors[technique] ?? []).distinct.compactMap(strategy).sorted { $0.id < $1.id }
    }
    readDataSources(catalogue, where: { detectors[$0] == nil })
    let names = SourceNames(traces)
    traces = traces.mapValues { Set($0.map(names.standard)).sorted() }
  }
}

extension DetectionReader {
  private static let strategy = "x-mitre-detection-strategy"
  private static let analytic = "x-mitre-analytic"
  private static let component = "x-mitre-data-component"

  /// For each technique the live strategies and components that detect it.
  private mutating func detectors(
    _ successions: RevocationChains, _ catalogue: Catalogue
  ) -> [Index<Technique>: [Index<StixObject>]] {
    var detectors: [Index<Technique>: [Index<StixObject>]] = [:]
    for link in store.links where link.isLive && link.type == "detects" {
      if let end = store.missingEnd(of: link) {
        notices.append(Notice(.danglingReference, at: "`\(store[link.object].id)`: `\(end)`"))
        continue
      }
      guard let source = link.source, let target = link.target, store[source].isLive,
        [Self.strategy, Self.component].contains(store[source].type),
        !store[target].isDeprecated, let end = successions.liveEnd(of: target, in: store),
        let technique = catalogue.techniqueOfObject[end]
      else { continue }
      detectors[technique, default: []].append(source)
    }
    return detectors
  }

  /// The object with that id and type, if it is live; a notice if no bundle has it.
  ///
  /// `referrer` is the object that refers to it.
  private mutating func live(
    _ id: String, _ type: String, from referrer: Index<StixObject>
  ) -> Index<StixObject>? {
    guard let index = store.index(of: id) else {
      let source = store[referrer].id
      if store.isMissing(id), reported.insert("\(source) \(id)").inserted {
        notices.append(Notice(.danglingReference, at: "`\(source)`: `\(id)`"))
      }
      return nil
    }
    return store[index].isLive && store[index].type == type ? index : nil
  }
}

extension DetectionReader {
  private func strategy(_ index: Index<StixObject>) -> DetectionStrategy? {
    let object = store[index]
    guard object.type == Self.strategy, let named = object.named(prefix: "DET") else { return nil }
    return DetectionStrategy(
      id: named.id, name: named.name, definition: object.definition(ofID: named.id.description),
      analytics: object.analyticRefs.distinct.compactMap(analytic).sorted { $0.id < $1.id })
  }

  /// Without a notice of what is missing: `traces` gives one.
  private func analytic(_ id: String) -> DetectionStrategy.Analytic? {
    guard let index = store.index(of: id), store[index].isLive,
      store[index].type == Self.analytic,
      let id = store[index].ownID({ ObjectID($0, prefix: "AN") })
    else { return nil }
    return DetectionStrategy.Analytic(
      id: id, platforms: Set(store[index].platforms.map(\.meant).filter { !$0.isEmpty }).sorted())
  }

  private mutating func traces(of strategy: Index<StixObject>) -> [Detection] {
    var traces: [Detection] = []
    for id in store[strategy].analyticRefs.distinct {
      guard let analytic = live(id, Self.analytic, from: strategy) else { continue }
      let platforms = store[analytic].platforms.map(\.meant).distinct
      for log in store[analytic].logSources {
        guard let component = live(log.component, Self.component, from: analytic),
          let name = store[component].name?.trimmed, !name.isEmpty
        else { continue }
        for platform in platforms.isEmpty ? [""] : platforms {
          traces.append(
            Detection(platform: platform, component: name, source: log.name, channel: log.channel))
        }
      }
    }
    return traces
  }

  /// A component by itself: its data source may be dead while it lives, and is then not named.
  private mutating func trace(of component: Index<StixObject>) -> Detection? {
    guard let name = store[component].name?.trimmed, !name.isEmpty else { return nil }
    let source = store[component].dataSourceRef.flatMap {
      live($0, "x-mitre-data-source", from: component)
    }
    return Detection(component: name, source: source.flatMap { store[$0].name?.trimmed } ?? "")
  }

  /// `Process monitoring`, or as the last of these releases have it, `Process: Process Creation`.
  private mutating func readDataSources(
    _ catalogue: Catalogue, where isOpen: (Index<Technique>) -> Bool
  ) {
    for index in store.entities where store[index].type == "attack-pattern" && store[index].isLive {
      guard let technique = catalogue.techniqueOfObject[index], isOpen(technique) else { continue }
      let found = store[index].dataSources.map { text in
        let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
        return parts.count == 2
          ? Detection(component: parts[1], source: parts[0]) : Detection(component: text.trimmed)
      }
      traces[technique] += found.filter { !$0.component.isEmpty }
    }
  }
}
