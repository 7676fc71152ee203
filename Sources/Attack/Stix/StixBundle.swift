package import Text

/// One file of ATT&CK as STIX 2.0 or 2.1: its objects in their order, unknown types left out.
package struct StixBundle: Sendable {
  /// The file's name, for messages.
  package let source: String
  package let objects: StixObjects
  /// Objects that could not be read.
  package let notices: [Notice]

  package init(source: String, objects: [StixObject]) {
    self.init(source: source, objects: StixObjects(objects), notices: [])
  }

  private init(source: String, objects: StixObjects, notices: [Notice]) {
    self.source = source
    self.objects = objects
    self.notices = notices
  }

  /// Reads the bytes of a file: a bad object is left out with a notice, no bundle is an error.
  ///
  /// - Throws: `StixError`.
  package init(source: String, bytes: [UInt8]) throws(StixError) {
    try Self.refuseWhatIsNoObject(bytes)
    let file = try Self.scan(bytes)
    guard let list = file.objects else { throw .notABundle(found: file.description) }
    self.init(
      source: source, objects: list.objects,
      notices: list.unreadable.map {
        Notice(.unreadableObject, at: "\(source): objects[\($0.index)] \($0.reason)")
      })
    try refuseWhatIsNotAttack()
  }
}

extension StixBundle {
  private static func refuseWhatIsNoObject(_ bytes: [UInt8]) throws(StixError) {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    guard let first = bytes.first(where: { !blanks.contains($0) }) else { throw .empty }
    guard first == UInt8(ascii: "{") else {
      throw first == UInt8(ascii: "<") ? .markup : .notABundle(found: "no JSON object")
    }
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

  private func refuseWhatIsNotAttack() throws(StixError) {
    let techniques = objects.indices.filter { objects[$0].type == "attack-pattern" }
    guard !techniques.isEmpty else { throw .withoutTechniques(objects: objects.count) }
    let isOld = techniques.contains { technique in
      objects[technique].references.contains { $0.externalID?.hasPrefix("MOB-") ?? false }
    }
    if isOld { throw .olderThanMobile3 }
  }
}

/// Why a file cannot be read as an ATT&CK bundle.
package enum StixError: Error, Equatable {
  case empty
  /// It begins as HTML or XML.
  case markup
  case brokenText(TextError)
  case brokenJSON(JSONError)
  case notABundle(found: String)
  case withoutTechniques(objects: Int)
  case olderThanMobile3
}
