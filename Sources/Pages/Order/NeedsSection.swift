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
    let gives: [Line]
    let path: String
  }

  /// A fact, and what gives or needs it.
  struct Line: Sendable {
    let fact: String
    /// `1 of 2 procedures`.
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
      needs: needs.map { need in
        Line(
          fact: MarkdownText.escape(order.capabilities.title(of: need.fact)),
          part: EnablingWords.part(need.part),
          partners: need.givers.isEmpty
            ? need.isGivenByItself
              ? "another way to do it gives that" : "nothing here gives it: the intruder brings it"
            : "given by " + partners(need.givers, need.fact, at: location))
      },
      gives: gives.map { gift in
        Line(
          fact: MarkdownText.escape(order.capabilities.title(of: gift.fact)),
          part: EnablingWords.part(gift.part),
          partners: gift.takers.isEmpty
            ? "nothing here needs it"
            : "needed by " + partners(gift.takers, gift.fact, at: location))
      }, path: location.href(PageKind.needs.path))
  }

  /// The most reported with it first, then by id.
  private func partners(
    _ partners: [EnablingPartner], _ fact: EnablingFact, at location: PageLocation
  ) -> String {
    let sorted = partners.map { ($0, associations[index, $0.technique]) }
      .sorted { ($1.1.together, $0.0.technique) < ($0.1.together, $1.0.technique) }
    let shown = sorted.prefix(Self.mostPartners).map { partner, pair in
      let technique = knowledge.techniques[partner.technique]
      return technique.link.markdown(at: location) + " (" + EnablingWords.of(partner.part)
        + EnablingWords.reports(pair) + ")"
    }
    let more = sorted.count - shown.count
    guard more > 0 else { return Format.list(shown) }
    let all = location.href("\(PageKind.needs.path)#\(EnablingWords.anchor(fact))")
    return Format.list(shown + [MarkdownText.link("\(Format.count(more)) more", all)])
  }

  private static let mostPartners = 4
}

extension NeedsSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .items("needs", \.needs),
    .items("gives", \.gives),
    .text("path", \.path),
  ]
}

extension NeedsSection.Line: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("fact", \.fact),
    .text("part", \.part),
    .text("partners", \.partners),
  ]
}
