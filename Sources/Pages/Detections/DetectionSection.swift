import Attack
import Text

/// Makes what a technique's page shows of where to look: for what is suggested, and for itself.
struct DetectionSection: Sendable {
  /// `Log source`.
  private let sourceTitle: String
  private let technique: Technique
  private let own: [Detection]
  /// For each suggestion all of its traces.
  private let traces: [[Detection]]
  private let seen: SuggestedSources

  /// Of a technique, with what is suggested on its page.
  init(
    _ knowledge: Knowledge, of index: Index<Technique>, suggesting suggestions: [Index<Technique>]
  ) {
    sourceTitle = Format.capitalized(knowledge.sourceKind)
    technique = knowledge.techniques[index]
    own = knowledge.traces[index]
    traces = suggestions.map { knowledge.traces[$0] }
    seen = SuggestedSources(traces, on: Platforms(of: [technique.platforms]))
  }

  /// The values for the template.
  struct Contents: Sendable {
    /// ` on Windows`, or nothing where it is any platform.
    let place: String
    /// `the ten`.
    let suggestions: String
    /// Whether they are ten, of which the last is written as 0.
    let isTen: Bool
    let summary: String?
    /// The same by data component.
    let components: String?
    let platforms: [Platform]
    let hasSources: Bool
  }

  struct Platform: Sendable {
    let name: String
    let summary: String
  }
}

extension DetectionSection {
  /// Rows that a ranking has, and what the few need besides.
  private static let rows = 6

  private var platforms: Platforms { seen.platforms }
  private var components: SourceCoverage { seen.components }
  private var sources: SourceCoverage { seen.sources }

  /// Where one of them shows.
  func summary(of traces: [Detection]) -> SuggestedSources.Summary { seen.summary(of: traces) }

  /// `nil` if nothing shows any suggestion.
  var contents: Contents? {
    guard !components.rows.isEmpty else { return nil }
    let names = platforms.names.map(MarkdownText.escape)
    return Contents(
      place: names.isEmpty ? "" : " on \(Format.list(names))",
      suggestions: traces.count == 10
        ? "the ten" : traces.count == 1 ? "it" : "all \(traces.count)",
      isTen: traces.count == 10,
      summary: platforms.names.count > 1 ? nil : best.summary(),
      components: sources.rows.isEmpty ? nil : components.summary(),
      platforms: platforms.names.count > 1 ? platforms.names.compactMap(platform) : [],
      hasSources: !sources.rows.isEmpty)
  }

  /// Sources, or where a release has none, components.
  private var best: SourceCoverage { sources.rows.isEmpty ? components : sources }

  private func platform(_ name: String) -> Platform? {
    let seen = traces.map(Platforms(name).filter)
    let visibility = SourceCoverage(seen, by: sources.rows.isEmpty ? \.component : \.source)
    return visibility.summary().map { Platform(name: MarkdownText.escape(name), summary: $0) }
  }

  var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = [:]
    if !sources.rows.isEmpty {
      exhibits["sources"] = .table(ranking(sources, sourceTitle, .sources, withPlatforms: true))
    }
    if !components.rows.isEmpty {
      exhibits["components"] = .table(
        ranking(components, "Data component", .components, withPlatforms: false))
    }
    if !own.isEmpty { exhibits["traces"] = .table(ownTable) }
    return exhibits
  }

  /// A ranking; sources of several platforms name theirs, since most of them have only one.
  private func ranking(
    _ visibility: SourceCoverage, _ title: String, _ names: Table.Column.Names,
    withPlatforms: Bool
  ) -> Table {
    let hasPlatforms =
      withPlatforms && platforms.names.count != 1
      && visibility.rows.contains { !$0.platforms.isEmpty }
    let columns =
      [Table.Column(title, names: names)]
      + (hasPlatforms ? [Table.Column("Platforms", isMinor: true)] : [])
      + [Table.Column("Shows"), Table.Column("Of \(traces.count)", isNumeric: true)]
    let leading = visibility.leading(Self.rows)
    let cut = leading.count < visibility.rows.count
    let caption = "\(title)s by how many of the suggestions they show"
    return Table(
      cut ? "\(caption), \(leading.count) of \(visibility.rows.count) listed" : caption,
      style: "look",
      columns: columns,
      rows: leading.map { row, new in
        Table.Row(
          nil,
          [.text(row.name)] + (hasPlatforms ? [.text(row.platforms.joined(separator: ", "))] : [])
            + [
              .marks(
                traces.indices.map {
                  new.contains($0) ? .first : row.shown.contains($0) ? .again : .absent
                }), .count(row.shown.count, path: nil),
            ])
      })
  }

  /// Where the technique itself shows.
  private var ownTable: Table {
    let hasPlatforms = own.contains { !$0.platform.isEmpty }
    let hasSources = own.contains { !$0.source.isEmpty }
    let hasChannels = own.contains { !$0.channel.isEmpty }
    let columns: [(head: Table.Column, isShown: Bool, text: (Detection) -> String)] = [
      (Table.Column("Platform"), hasPlatforms, \.platform),
      (Table.Column("Data component", names: .components), true, \.component),
      (Table.Column(sourceTitle, names: .sources), hasSources, \.source),
      (Table.Column("Channel"), hasChannels, \.channel),
    ]
    let shown = columns.filter(\.isShown)
    return Table(
      "Where \(technique.id) shows", style: "traces", columns: shown.map(\.head),
      rows: own.map { trace in Table.Row(nil, shown.map { .text($0.text(trace)) }) })
  }
}

extension DetectionSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("place", \.place),
    .text("suggestions", \.suggestions),
    .flag("isTen", \.isTen),
    .text("summary", \.summary),
    .text("components", \.components),
    .items("platforms", \.platforms),
    .flag("hasSources", \.hasSources),
  ]
}

extension DetectionSection.Platform: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("name", \.name),
    .text("summary", \.summary),
  ]
}
