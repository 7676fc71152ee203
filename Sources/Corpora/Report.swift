package import Attack
import Text

/// A published text that is cited for techniques.
package struct Report: Sendable {
  package let key: ReportKey
  /// The name of its page, from the key.
  package let id: String
  /// Of a weighted set its source, and how many reports it stands for.
  package var title: String {
    setWeight.map { "\(name): a set of \(Format.count($0, "report"))" } ?? name
  }
  private let name: String
  package let authors: String?
  package let published: PartialDate?
  /// Where to read it as it is cited, http or https.
  package let url: String?
  /// Where it was published.
  package let original: String?
  /// The Web Archive's copy, where a citation names it.
  package let archive: String?
  /// The names under which it is cited.
  package let names: [String]
  /// All that cite it for a technique, the most public first; not empty.
  package let origins: [Origin]
  /// How far a team may pass it on; `nil` where nobody says.
  package let tlp: TLP?
  /// The names of the files beside ATT&CK's that it was read from.
  package let files: [String]
  /// How often it was run, where it is an exercise.
  package let runs: Int
  /// Whether its date is when a team added it, since it has no other.
  package let isDateOfAdding: Bool
  /// How many reports a weighted set stands for; `nil` of a report that is known by itself.
  private let setWeight: Int?

  /// - Parameters:
  ///   - key: what makes its references one report.
  ///   - references: all that cite it, in the order of the citations; not empty.
  ///   - id: the name of its page, where the key's own is taken.
  ///   - origins: those who cite it, the most public first; not empty.
  ///   - team: what a team's files say about it.
  ///   - lastYear: the last in which it can have been published; `nil` if that is unknown.
  package init(
    _ key: ReportKey, _ references: [ExternalReference], id: String? = nil, origins: [Origin],
    team: TeamDetails = TeamDetails(), lastYear: Int? = nil
  ) {
    let best = Self.mostInformative(references, lastYear)
    let text = best?.text
    setWeight = nil
    self.origins = origins
    tlp = team.tlp
    files = team.files
    runs = team.runs
    isDateOfAdding = text?.published == nil && team.date != nil && team.isDateOfAdding
    self.key = key
    self.id = id ?? key.id
    name = text.flatMap { $0.title.isEmpty ? nil : $0.title } ?? references[0].sourceName
    authors = text?.authors
    published = text?.published ?? team.date
    let links = ((best.map { [$0.reference] } ?? []) + references)
      .lazy.compactMap(\.url).filter(\.isWebAddress)
    url = links.first
    archive = links.first { CanonicalURL.original(of: $0) != $0 }
    original =
      links.first { CanonicalURL.original(of: $0) == $0 } ?? archive.map(CanonicalURL.original)
    names = Set(references.map(\.sourceName)).sorted()
  }

  /// A weighted set, in the place of the reports that it stands for.
  ///
  /// - Parameters:
  ///   - key: of its source and its techniques.
  ///   - set: the row.
  ///   - id: the name of its source's page.
  ///   - origin: whose sightings they are.
  init(set key: ReportKey, _ set: TechniqueSets.Row, id: String, origin: Origin) {
    self.key = key
    self.id = id
    setWeight = set.weight
    name = set.source
    origins = [origin]
    // Of several years none is that of all.
    let first = set.firstSeen ?? set.lastSeen
    published = first?.year == set.lastSeen?.year ? set.lastSeen : nil
    (authors, url, original, archive, tlp) = (nil, nil, nil, nil, nil)
    (names, files) = ([], [])
    runs = 1
    isDateOfAdding = false
  }

  /// The date of the first of these references that has one.
  static func published(_ references: [ExternalReference], _ lastYear: Int?) -> PartialDate? {
    mostInformative(references, lastYear)?.text.published
  }

  /// The dates that references give it and that cannot be.
  static func impossibleDates(
    _ references: [ExternalReference], _ lastYear: Int?
  ) -> [PartialDate] {
    references.compactMap { reference -> PartialDate? in
      guard let text = reference.description.map(CitationText.init) else { return nil }
      return text.dated(upTo: lastYear).published == nil ? text.published : nil
    }.distinct
  }

  /// How many reports it stands for: more than one only of a weighted set.
  package var weight: Int { setWeight ?? 1 }

  package var isSet: Bool { setWeight != nil }

  /// The most public of those who cite it.
  package var origin: Origin { origins.first ?? .attack }

  /// Whether nobody outside the team cites it.
  package var isInternal: Bool { origin == .team }

  /// The host that publishes it: `cisa.gov`.
  package var publisher: String? {
    url == nil ? nil : key.host
  }

  /// The first reference whose text has a date, else the first with authors, else with any text.
  private static func mostInformative(
    _ references: [ExternalReference], _ lastYear: Int?
  ) -> (reference: ExternalReference, text: CitationText)? {
    var best: (reference: ExternalReference, text: CitationText)?
    var seen: Set<String> = []
    for reference in references {
      guard let description = reference.description, seen.insert(description).inserted
      else { continue }
      let text = CitationText(description).dated(upTo: lastYear)
      if text.published != nil { return (reference, text) }
      if best == nil || (best?.text.authors == nil && text.authors != nil) {
        best = (reference, text)
      }
    }
    return best
  }
}
