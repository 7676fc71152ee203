import Attack
import Corpora
import Measures
import Text

/// What comes before a technique and after it, on its page.
struct OrderSection {
  private let order: TechniqueOrder
  private let tables: OrderTables
  private let index: Index<Technique>
  private let technique: Technique

  /// The values for this part of `Templates/technique.md`.
  struct Contents: Sendable {
    let hasBefore: Bool
    let hasAfter: Bool
    /// How many rows there are, if the page has no room for all.
    let all: String?
    let allPath: String
  }

  /// `nil` where nobody says anything of its order.
  init?(
    _ findings: Findings, _ knowledge: Knowledge, _ map: SiteMap, _ links: OrderLinks,
    of index: Index<Technique>
  ) {
    guard let steps = findings.order?.steps else { return nil }
    order = TechniqueOrder(steps, findings.associations, of: index)
    guard !order.isEmpty else { return nil }
    tables = OrderTables(
      knowledge: knowledge, associations: findings.associations, map: map, links: links)
    self.index = index
    technique = knowledge.techniques[index]
  }

  private static let mostRows = 6

  func contents(at location: PageLocation) -> Contents {
    let isCut = max(order.before.count, order.after.count) > Self.mostRows
    let rows = order.before.count + order.after.count
    return Contents(
      hasBefore: !order.before.isEmpty, hasAfter: !order.after.isEmpty,
      all: isCut ? Format.count(rows) : nil,
      allPath: location.href(PageKind.order.path))
  }

  /// Whether any of it is the team's own.
  var isOwn: Bool {
    (order.before + order.after).contains { $0.pairs.contains { $0.internalCount > 0 } }
  }

  var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = [:]
    if !order.before.isEmpty {
      exhibits["before"] = .table(
        tables.of("What came before \(technique.id)", few(order.before), of: index))
    }
    if !order.after.isEmpty {
      exhibits["after"] = .table(
        tables.of("What came after \(technique.id)", few(order.after), of: index))
    }
    return exhibits
  }

  private func few(_ rows: [TechniqueOrder.Row]) -> [TechniqueOrder.Row] {
    Array(rows.prefix(Self.mostRows))
  }
}

extension OrderSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .flag("hasBefore", \.hasBefore),
    .flag("hasAfter", \.hasAfter),
    .text("all", \.all),
    .text("allPath", \.allPath),
  ]
}
