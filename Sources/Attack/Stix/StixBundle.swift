package import Text

/// One file of ATT&CK as STIX 2.0 or 2.1: its objects in their order, unknown types left out.
package struct StixBundle: Sendable {
  /// The file's name, for messages.
  package let source: String
  package let objects: StixObjects
  /// Objects that could not be read, and what is odd about the file.
  package let notices: [Notice]
  /// The STIX ids of those objects, as far as they have one.
  let unreadableIDs: Set<String>

  package init(source: String, objects: [StixObject]) {
    self.source = source
    self.objects = StixObjects(objects)
    (notices, unreadableIDs) = ([], [])
  }

  /// Reads the bytes of a file: a bad object is left out with a notice, no bundle is an error.
  ///
  /// `patterns` are a team's own forms of ids.
  ///
  /// - Throws: `StixError`.
  package init(
    source: String, bytes: [UInt8], patterns: IDPatterns = .none
  ) throws(StixError) {
    try Self.refuseWhatIsNoObject(bytes)
    let file = try Self.scan(bytes)
    guard let list = file.objects else { throw .notABundle(found: file.description) }
    self.source = source
    objects = list.objects
    unreadableIDs = Set(list.unreadable.compactMap(\.id))
    notices =
      list.unreadable.map {
        Notice(.unreadableObject, at: "\(source): objects[\($0.index)] \($0.reason)")
      } + (file.isPartial ? [Notice(.partialEnvelope, at: source)] : [])
    try refuseWhatIsNotAttack(patterns)
  }

  /// Whether it has techniques, live or not.
  package var hasTechniques: Bool { objects.contains { $0.type == "attack-pattern" } }
}

extension StixBundle {
  private static func refuseWhatIsNoObject(_ bytes: [UInt8]) throws(StixError) {
    if let foreign = ForeignContent(bytes) { throw .foreign(foreign) }
    let text = bytes.withoutMark.drop { $0.isBlank || $0 == 0x0A || $0 == 0x0D }
    guard let first = text.first else { throw .empty }
    guard first == UInt8(ascii: "{") else { throw .notABundle(found: "no JSON object") }
  }

  private static func scan(_ bytes: [UInt8]) throws(StixError) -> BundleFile {
    do throws(JSONScanner.Fault) {
      return try BundleFile(bytes)
    } catch {
      throw TextError(in: bytes).map(StixError.brokenText)
        ?? JSONError(in: bytes).map(StixError.brokenJSON)
        ?? .notABundle(found: "no JSON object")
    }
  }

  private func refuseWhatIsNotAttack(_ patterns: IDPatterns) throws(StixError) {
    let techniques = objects.indices.filter { objects[$0].type == "attack-pattern" }
    guard !techniques.isEmpty else {
      if objects.contains(where: Self.adds) { return }
      throw .withoutTechniques(objects: objects.count)
    }
    let references = techniques.lazy.flatMap { objects[$0].references }
    if references.contains(where: { $0.externalID?.hasPrefix("MOB-") ?? false }) {
      throw .olderThanMobile3
    }
    let hasID = techniques.contains { objects[$0].techniqueID(patterns) != nil }
    guard !hasID else { return }
    throw .otherCatalogue(
      techniques: techniques.count, ids: Self.few(references.compactMap(\.externalID)),
      sources: Self.few(references.filter { $0.externalID != nil }.map(\.sourceName)))
  }

  private static func few(_ texts: some Sequence<String>) -> [String] {
    texts.distinct.prefix(3).map { TextCleaner.clean(String($0.prefix(40))) }
  }

  /// Whether an object may add to the techniques of other bundles.
  private static func adds(_ object: StixObject) -> Bool {
    object.relation != nil || object.actorKind != nil
  }
}

/// Why a file cannot be read as an ATT&CK bundle.
package enum StixError: Error, Equatable {
  case empty
  /// No JSON at all, but something that is known.
  case foreign(ForeignContent)
  case brokenText(TextError)
  case brokenJSON(JSONError)
  case notABundle(found: String)
  case withoutTechniques(objects: Int)
  /// None of its techniques has an ATT&CK id: the ids that they have, and of which catalogues.
  case otherCatalogue(techniques: Int, ids: [String], sources: [String])
  case olderThanMobile3
}
