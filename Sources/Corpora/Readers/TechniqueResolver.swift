package import Attack
import Text

/// Turns what a team's files name into live techniques; the only place that does.
///
/// A revoked technique is followed to its successor. Nothing is matched by its name.
package struct TechniqueResolver: Sendable {
  private let techniques: IndexedList<Technique, Technique>
  private let live: [String: Index<Technique>]
  private let retired: [String: RetiredObject]
  /// The ids of techniques by their STIX ids: MITRE's, and those that OpenCTI makes of the ids.
  private let idsOfObjects: [String: String]
  private let liveIDs: [String]
  /// The digits of each of them.
  private let digits: [[UInt8]]
  private let domains: Set<Domain>
  /// The numbers of the newest techniques: those of ICS are below 1000, and have a count of their own.
  private let newest: (ics: Int, others: Int)
  package let patterns: IDPatterns
  /// What CALDERA's abilities are of.
  let abilities: AbilityIndex

  package init(_ knowledge: Knowledge, abilities: AbilityIndex = AbilityIndex()) {
    self.abilities = abilities
    techniques = knowledge.techniques
    patterns = knowledge.patterns
    domains = Set(knowledge.domains)
    live = Dictionary(
      techniques.indices.map { (knowledge.techniques[$0].id.description, $0) }
    ) { first, _ in first }
    let old = knowledge.retired.filter { $0.kind == .technique }
    retired = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    liveIDs = techniques.map(\.id.description)
    digits = liveIDs.map(Self.bare)
    var objects: [String: String] = [:]
    for technique in techniques { objects[technique.stixID] = technique.id.description }
    for object in old { if let id = object.stixID { objects[id] = object.id } }
    for id in liveIDs + old.map(\.id) {
      for spelling in [id, id.lowercased()] {
        objects["attack-pattern--\(Self.openCTI(spelling))"] = id
      }
    }
    idsOfObjects = objects
    let numbers = (liveIDs + old.map(\.id)).compactMap(Self.number)
    newest = (numbers.filter { $0 < 1000 }.max() ?? 0, numbers.max() ?? 0)
  }

  /// What OpenCTI makes of an id: a UUID of version 5.
  private static func openCTI(_ id: String) -> NamedUUID {
    NamedUUID("{\"x_mitre_id\":\"\(id)\"}", in: .openCTI)
  }

  /// `1059` of `T1059.001`.
  private static func number(_ id: String) -> Int? {
    id.hasPrefix("T") ? Int(id.dropFirst().prefix(4)) : nil
  }
}

extension TechniqueResolver {
  /// What an id stands for.
  package enum Answer: Equatable, Sendable {
    case live(Index<Technique>)
    /// A revoked technique, and where its chain of successors ends.
    case followed(from: String, to: Index<Technique>)
    case unknown(UnknownTechnique)
  }

  /// What an id in a text stands for.
  package func resolve(_ found: TechniqueText.Found) -> Answer {
    let id = found.id.description
    guard !found.isOfOtherMatrix else {
      return .unknown(.init(text: found.text, kind: .otherMatrix, suggestion: nil))
    }
    return resolve(id: id)
  }

  private func resolve(id: String) -> Answer {
    if let index = live[id] { return .live(index) }
    if let old = retired[id] {
      if let successor = old.successor, let index = live[successor.id] {
        return .followed(from: id, to: index)
      }
      return .unknown(.init(text: id, kind: .retired, suggestion: nil))
    }
    let kind = kind(ofUnknown: id)
    return .unknown(
      .init(text: id, kind: kind, suggestion: kind == .typingError ? suggestion(for: id) : nil))
  }

  /// What a STIX object stands for, by its id; `nil` if it is none of ATT&CK's, nor OpenCTI's copy.
  package func resolve(object id: String) -> Answer? {
    idsOfObjects[id].map(resolve(id:))
  }

  /// What the first of some texts stands for that is an id of a team's own form.
  func resolve(ownIn texts: [String]) -> Answer? {
    guard !patterns.isEmpty else { return nil }
    return texts.lazy.compactMap { TechniqueText($0, patterns).found.first }.first.map(resolve)
  }

  /// The live technique whose id is most like a text: one letter or digit is missing, wrong, too
  /// much or out of its place.
  package func suggestion(for text: String) -> String? {
    let wanted = Self.bare(text)
    let near = digits.indices.filter { Self.areNear(wanted, digits[$0]) }
    let best =
      near.first { digits[$0] == wanted }
      ?? near.first { liveIDs[$0].utf8.count == text.utf8.count } ?? near.first
    return best.map { liveIDs[$0] }
  }

  /// What an id that no bundle has may be; the ranges are those that ATT&CK has given its matrices.
  private func kind(ofUnknown id: String) -> UnknownTechnique.Kind {
    guard let number = Self.number(id) else { return .typingError }
    if number < 1000 { return domains.contains(.ics) ? late(number, newest.ics) : .otherMatrix }
    if (1226...1397).contains(number) { return .otherMatrix }
    // Enterprise and Mobile share the numbers that are still to come.
    if newest.others >= 1000, late(number, newest.others) == .newerRelease { return .newerRelease }
    let isOfMobile = (1398...1481).contains(number) || Self.mobile.contains(number)
    return domains.contains(isOfMobile ? .mobile : .enterprise) ? .typingError : .otherMatrix
  }

  /// What a number of a matrix that is loaded may be, whose newest one is known.
  private func late(_ number: Int, _ newest: Int) -> UnknownTechnique.Kind {
    number > newest && number < newest + 200 ? .newerRelease : .typingError
  }

  /// Numbers of Mobile among those of Enterprise.
  private static let mobile: Set = [
    1507, 1508, 1509, 1510, 1512, 1513, 1516, 1517, 1520, 1521, 1523, 1532, 1533, 1540, 1541, 1544,
    1575, 1576, 1577, 1582, 1603, 1604, 1605, 1616, 1617, 1618, 1623, 1624, 1625, 1626, 1627, 1628,
    1629, 1630, 1631, 1632, 1633, 1634, 1635, 1636, 1637, 1638, 1639, 1640, 1641, 1642, 1643, 1644,
    1645, 1646, 1655, 1658, 1660, 1661, 1662, 1663, 1664,
  ]
}

extension TechniqueResolver {
  /// The digits of an id, those behind the point too.
  private static func bare(_ id: String) -> [UInt8] { id.utf8.filter(\.isDigit) }

  /// Whether one digit is missing, wrong or too much, or two neighbours have changed places.
  private static func areNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= 1, !short.isEmpty else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    var rest = short.count - start
    while rest > 0, short[start + rest - 1] == long[long.count - short.count + start + rest - 1] {
      rest -= 1
    }
    if short.count < long.count { return rest == 0 }
    return rest <= 1
      || rest == 2 && short[start] == long[start + 1] && short[start + 1] == long[start]
  }
}
