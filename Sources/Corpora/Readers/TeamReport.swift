package import Attack
package import Text

/// A report of a team's file, with its techniques looked up.
package struct TeamReport: Sendable {
  package let title: String
  package let details: TeamDetails
  /// The addresses that say which report it is, in the file's order.
  package let addresses: [ReportAddress]
  /// What makes it the same report as another.
  package let key: ReportKey
  /// The id that its own format gives it.
  package let shownID: String?
  package let kind: String?
  /// Its live techniques, ascending.
  package private(set) var techniques: [Index<Technique>] = []
  /// The ids of revoked techniques that it names, and the techniques that they lead to.
  package private(set) var followed: [String: Index<Technique>] = [:]
  /// What it names that is no live technique, each once, in the file's order.
  package private(set) var unknown: [Unknown] = []
  /// What cannot be taken for an id, or was read as another than it is written.
  package private(set) var remarks: [ReportFile.Remark] = []
  package let place: TextPlace

  /// A technique that is not known, and where it is named.
  package struct Unknown: Equatable, Sendable {
    package let technique: UnknownTechnique
    package let place: TextPlace

    init(technique: UnknownTechnique, place: TextPlace) {
      self.technique = technique
      self.place = place
    }
  }

  /// Looks up the techniques of a report; `file` is the name of its file without its ending.
  package init(_ draft: ReportDraft, ofFile file: String, by resolver: TechniqueResolver) {
    title = draft.title.isEmpty ? file : draft.title
    var details = TeamDetails()
    details.date = draft.date
    details.isDateOfAdding = draft.isDateOfAdding
    details.tlp = draft.tlp
    self.details = details
    shownID = draft.shownID
    kind = draft.kind
    place = draft.place
    addresses = ReportAddress.telling(draft.addresses)
    key = Self.key(addresses, draft, title)
    var found: Set<Index<Technique>> = []
    for mention in draft.mentions { take(mention, resolver, &found) }
    techniques = found.sorted()
  }

  /// Whether its address is one that a public report may have too.
  package var isUnitable: Bool { addresses.count == 1 }

  /// The only address that says which report it is; of several the first; else the format's own id; else
  /// its name and date.
  private static func key(
    _ addresses: [ReportAddress], _ draft: ReportDraft, _ title: String
  ) -> ReportKey {
    if let first = addresses.first {
      return addresses.count == 1 ? first.key : ReportKey("own:" + first.key.text)
    }
    if let id = draft.ownID { return ReportKey("own:" + id) }
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    return ReportKey("own:" + words + (draft.date.map { " \($0)" } ?? ""))
  }
}

extension TeamReport {
  private mutating func take(
    _ mention: TechniqueMention, _ resolver: TechniqueResolver,
    _ found: inout Set<Index<Technique>>
  ) {
    switch mention.content {
    case .object(let id, let name):
      if let answer = resolver.resolve(object: id) {
        take(answer, at: mention.place, &found)
      } else {
        let shown = name.map { "`\(TextCleaner.name($0))`" } ?? "`\(id)`"
        remark("\(shown) has no id of ATT&CK, and names are not matched", at: mention.place)
      }
    case .text(let text):
      let ids = TechniqueText(text, resolver.patterns).found
      if ids.isEmpty { remark(withoutID: text, resolver, at: mention.place) }
      for id in ids {
        if id.isCutShort { remark("`\(id.text)` was read as \(id.id)", at: mention.place) }
        take(resolver.resolve(id), at: mention.place, &found)
      }
    }
  }

  private mutating func take(
    _ answer: TechniqueResolver.Answer, at place: TextPlace,
    _ found: inout Set<Index<Technique>>
  ) {
    switch answer {
    case .live(let index): found.insert(index)
    case .followed(let old, let index):
      found.insert(index)
      followed[old] = index
    case .unknown(let technique):
      guard !unknown.contains(where: { $0.technique == technique }) else { return }
      unknown.append(Unknown(technique: technique, place: place))
    }
  }

  private mutating func remark(
    withoutID text: String, _ resolver: TechniqueResolver, at place: TextPlace
  ) {
    let near = Self.likeID(text).flatMap(resolver.suggestion)
    remark(
      "`\(TextCleaner.clean(String(text.trimmed.prefix(80))))` holds no id of a technique"
        + (near.map { "; did you mean \($0)?" } ?? ""), at: place)
  }

  /// The part of a text that may have been meant as an id: digits and points, and a `T` before them.
  private static func likeID(_ text: String) -> String? {
    text.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "T" || $0 == "t")) }
      .filter { $0.utf8.count(where: \.isDigit) >= 3 }.first.map(String.init)
  }

  private mutating func remark(_ text: String, at place: TextPlace) {
    let remark = ReportFile.Remark(place: place, text: text)
    if !remarks.contains(where: { $0.text == text }) { remarks.append(remark) }
  }
}
