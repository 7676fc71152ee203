import Attack
import Measures
import Text

/// What a hunt starts from: the most distinctive techniques of an actor or a report, and the way to
/// the explorer with them.
struct HuntSection {
  private let knowledge: Knowledge
  private let associations: Associations
  private let location: PageLocation
  /// The rarest first.
  private let techniques: [Int]
  /// What the hunt is named after: `group`.
  private let noun: String
  /// How it was chosen, in a sentence.
  private let choice: String

  /// `nil` without techniques, which may come in any order.
  init?(
    _ techniques: [Int], of noun: String, chosen choice: String, _ knowledge: Knowledge,
    _ associations: Associations, at location: PageLocation
  ) {
    guard !techniques.isEmpty else { return nil }
    self.techniques = techniques.sorted {
      (associations.total($0), $0) < (associations.total($1), $1)
    }
    self.noun = noun
    self.choice = choice
    self.knowledge = knowledge
    self.associations = associations
    self.location = location
  }

  /// The values for the section of the templates.
  struct Contents: Sendable {
    let noun: String
    let link: String
    let choice: String
  }

  var contents: Contents {
    let ids = techniques.map { knowledge.techniques[$0].id.description }
    return Contents(
      noun: noun,
      link: location.href(PageKind.explore.path + "#" + ids.joined(separator: ",")),
      choice: choice)
  }

  /// A row for each technique; `counts` of the `reports` of the page cite it.
  func table(counts: [Int: Int], of reports: Int) -> Table {
    Table(
      "What to start from, the rarest in all reports first", style: "hunt",
      columns: [
        Table.Column("Technique"), Table.Column("Tactic", isMinor: true),
        Table.Column("Its \(Format.count(reports)) reports", isNumeric: true),
        Table.Column("All reports", isNumeric: true), Table.Column("Shows in", isMinor: true),
      ],
      rows: techniques.map { technique in
        let own = knowledge.techniques[technique]
        return Table.Row(
          nil,
          [
            .name(id: own.id.description, name: knowledge.fullName(technique), path: own.path),
            .text(knowledge.tacticNames(technique).joined(separator: ", ")),
            .count(counts[technique] ?? 0, path: "\(location.path)#\(own.id)"),
            .count(associations.total(technique), path: nil), .text(components(technique)),
          ])
      })
  }

  /// The data components that show it, those first that show it in most ways.
  private func components(_ technique: Int) -> String {
    let traces = Dictionary(grouping: knowledge.traces[technique], by: \.component)
    let names = traces.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }.map(\.key)
    let more = names.count - Self.mostComponents
    return names.prefix(Self.mostComponents).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }

  private static let mostComponents = 2
}

extension HuntSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("noun", \.noun),
    .text("link", \.link),
    .text("choice", \.choice),
  ]
}
