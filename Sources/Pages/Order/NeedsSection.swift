import Attack
import Corpora
import Measures
import Text

/// What a technique needs and gives, on its page, a line for each fact.
struct NeedsSection {
  private let order: OrderFindings
  private let knowledge: Knowledge
  private let associations: Associations
  private let index: Index<Technique>

  /// The values for this part of `Templates/technique.md`.
  struct Contents: Sendable {
    let needs: [Line]
    /// What nothing gives, in words.
    let unmet: String?
    let gives: [Line]
    /// What nothing needs, in words.
    let unused: String?
    let path: String
    var hasNeeds: Bool { !needs.isEmpty || unmet != nil }
    var hasGives: Bool { !gives.isEmpty || unused != nil }
  }

  /// A fact, and what gives or needs it.
  struct Line: Sendable {
    let fact: String
    /// `1 of 2 known ways`.
    let part: String
    let partners: String
  }

  /// `nil` where nothing is known to be needed or given.
  init?(_ findings: Findings, _ knowledge: Knowledge, of index: Index<Technique>) {
    guard let order = findings.order,
      !order.enabling.needs[index].isEmpty || !order.enabling.gives[index].isEmpty
    else { return nil }
    self.order = order
    self.knowledge = knowledge
    associations = findings.associations
    self.index = index
  }

  func contents(at location: PageLocation) -> Contents {
    let (needs, gives) = (order.enabling.needs[index], order.enabling.gives[index])
    return Contents(
      needs: needs.filter { !$0.givers.isEmpty }.map { need in
        line(need.fact, need.part, need.givers, at: location)
      },
      unmet: told(
        needs.filter(\.givers.isEmpty).map {
          ($0.fact, $0.isGivenByItself ? "another way to do it gives that" : nil)
        }),
      gives: gives.filter { !$0.takers.isEmpty }.map { gift in
        line(gift.fact, gift.part, gift.takers, at: location)
      },
      unused: told(
        gives.filter(\.takers.isEmpty).map {
          ($0.fact, $0.isNeededByItself ? "another way to do it needs that" : nil)
        }), path: location.href(PageKind.needs.path))
  }

  /// Whether any of it is the team's own.
  var isOwn: Bool {
    let partners =
      order.enabling.needs[index].flatMap { [$0.part] + $0.givers.map(\.part) }
      + order.enabling.gives[index].flatMap { [$0.part] + $0.takers.map(\.part) }
    return partners.contains { $0.ours > 0 }
  }

  /// Facts with nothing at the other end; `nil` without any.
  private func told(_ facts: [(fact: EnablingFact, why: String?)]) -> String? {
    guard !facts.isEmpty else { return nil }
    return Format.list(
      facts.map { fact, why in title(fact) + (why.map { " (\($0))" } ?? "") })
  }

  private func title(_ fact: EnablingFact) -> String {
    MarkdownText.escape(order.capabilities.title(of: fact))
  }

  /// The most reported with it first, then by id.
  private func line(
    _ fact: EnablingFact, _ part: EnablingPartner.Part, _ partners: [EnablingPartner],
    at location: PageLocation
  ) -> Line {
    let sorted = partners.map { ($0, associations[index, $0.technique]) }
      .sorted { ($1.1.together, $0.0.technique) < ($0.1.together, $1.0.technique) }
    let shown = sorted.prefix(Self.mostPartners).map { partner, pair in
      knowledge.techniques[partner.technique].link.markdown(at: location)
        + EnablingWords.reports(pair, partner.part)
    }
    let more = sorted.count - shown.count
    let all = location.href("\(PageKind.needs.path)#\(EnablingWords.anchor(fact))")
    let rest =
      more > 0 ? [MarkdownText.link(Format.count(more, "more technique"), all)] : []
    return Line(
      fact: title(fact), part: EnablingWords.part(part), partners: Format.list(shown + rest))
  }

  private static let mostPartners = 4
}

extension NeedsSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .items("needs", \.needs),
    .text("unmet", \.unmet),
    .items("gives", \.gives),
    .text("unused", \.unused),
    .text("path", \.path),
    .flag("hasNeeds", \.hasNeeds),
    .flag("hasGives", \.hasGives),
  ]
}

extension NeedsSection.Line: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("fact", \.fact),
    .text("part", \.part),
    .text("partners", \.partners),
  ]
}
