package import Attack
package import Text

/// A report of a team's file, with its techniques looked up.
package struct TeamReport: Sendable {
  package let title: String
  package private(set) var details: TeamDetails
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
  /// In which order its actions were; `nil` if the file does not say.
  package private(set) var order: OrderedActions?
  /// Which of its techniques come before which, each pair once, ascending; none without an order.
  package private(set) var pairs: [OrderedPair] = []

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
    title = draft.title.isEmpty ? TextCleaner.name(TextCleaner.line(file)) : draft.title
    var details = TeamDetails()
    details.date = draft.date
    details.isDateOfAdding = draft.isDateOfAdding
    details.tlp = draft.tlp
    details.runs = draft.runs
    self.details = details
    shownID = draft.shownID
    kind = draft.kind
    place = draft.place
    addresses = ReportAddress.telling(draft.addresses)
    key = Self.key(addresses, draft, title)
    var known = Known()
    let named = draft.mentions.map { take($0, resolver, &known) }
    techniques = known.techniques.sorted()
    order = draft.order.map { OrderedActions($0, named) }
    pairs = order?.pairs ?? []
  }

  /// The same, read from a file of that name.
  package func read(from file: String) -> TeamReport {
    var report = self
    report.details.files = [file]
    return report
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
  /// What was said already, so that each is said once.
  private struct Known {
    var techniques: Set<Index<Technique>> = []
    var unknown: Set<UnknownTechnique> = []
    var remarks: Set<String> = []
  }

  /// Takes what a field names.
  ///
  /// - Returns: the live techniques of it.
  private mutating func take(
    _ mention: TechniqueMention, _ resolver: TechniqueResolver, _ known: inout Known
  ) -> [Index<Technique>] {
    switch mention.content {
    case .object(let id, let name, let texts):
      if let answer = resolver.resolve(object: id) ?? resolver.resolve(ownIn: texts) {
        return take(answer, at: mention.place, &known).map { [$0] } ?? []
      }
      let shown = TextCleaner.line(name ?? id, limit: 120)
      remark("`\(shown)` has no id of ATT&CK, and names are not matched", mention, &known)
    case .text(let text): return take(text, resolver, mention, &known)
    case .ability(let id):
      if let text = resolver.abilities[id] { return take(text, resolver, mention, &known) }
      let shown = TextCleaner.line(id, limit: 80)
      remark("`\(shown)` is none of the abilities that were given", mention, &known)
    }
    return []
  }

  private mutating func take(
    _ text: String, _ resolver: TechniqueResolver, _ mention: TechniqueMention,
    _ known: inout Known
  ) -> [Index<Technique>] {
    let ids = TechniqueText(text, resolver.patterns).found
    if ids.isEmpty { remark(withoutID: text, resolver, mention, &known) }
    var live: [Index<Technique>] = []
    for id in ids {
      if id.isCutShort { remark("`\(id.text)` was read as \(id.id)", mention, &known) }
      if let index = take(resolver.resolve(id), at: mention.place, &known) { live.append(index) }
    }
    return live
  }

  private mutating func take(
    _ answer: TechniqueResolver.Answer, at place: TextPlace, _ known: inout Known
  ) -> Index<Technique>? {
    switch answer {
    case .live(let index):
      known.techniques.insert(index)
      return index
    case .followed(let old, let index):
      known.techniques.insert(index)
      followed[old] = index
      return index
    case .unknown(let technique):
      if known.unknown.insert(technique).inserted {
        unknown.append(Unknown(technique: technique, place: place))
      }
      return nil
    }
  }

  private mutating func remark(
    withoutID text: String, _ resolver: TechniqueResolver, _ mention: TechniqueMention,
    _ known: inout Known
  ) {
    // What does not look like an id is not quoted: it may be a host or a command.
    let like = Self.likeID(text)
    let what = like.map { "`\($0)` is no id of a technique" } ?? "no id of a technique there"
    guard !known.remarks.contains(what) else { return }
    let isTactic = like?.uppercased().hasPrefix("TA") ?? false
    let near = isTactic ? nil : like.flatMap(resolver.suggestion)
    known.remarks.insert(what)
    let remark = what + (near.map { "; did you mean \($0)?" } ?? "")
    remarks.append(ReportFile.Remark(remark, at: mention.place))
  }

  /// The part of a text that may have been meant as an id.
  ///
  /// Three digits or more and at most one point, and before them nothing, `T`, or the `TA` of a tactic. An
  /// address of a host is none.
  static func likeID(_ text: String) -> String? {
    let parts = text.utf8.lazy.split { !($0.isLetterOrDigit || $0 == UInt8(ascii: ".")) }
    return parts.first(where: isLikeID).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isLikeID(_ part: some Collection<UInt8>) -> Bool {
    let letters = part.prefix { !$0.isDigit }.map(\.smallLetter)
    let number = part.dropFirst(letters.count)
    return ["", "t", "ta"].contains(String(decoding: letters, as: UTF8.self))
      && number.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
      && number.count { !$0.isDigit } < 2
      && (3...longestID).contains(number.count(where: \.isDigit))
  }

  /// More digits than any id has.
  private static let longestID = 8

  private mutating func remark(
    _ text: String, _ mention: TechniqueMention, _ known: inout Known
  ) {
    guard known.remarks.insert(text).inserted else { return }
    remarks.append(ReportFile.Remark(text, at: mention.place))
  }
}
