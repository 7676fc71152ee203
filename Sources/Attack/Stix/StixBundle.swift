package import Foundation
package import Text

/// One file of ATT&CK as STIX 2.0 or 2.1: its objects in their order, unknown types left out.
package struct StixBundle: Sendable {
  /// The file's name, for messages.
  package let source: String
  package let objects: [StixObject]
  /// Objects that could not be read.
  package let notices: [Notice]

  package init(source: String, objects: [StixObject], notices: [Notice] = []) {
    self.source = source
    self.objects = objects
    self.notices = notices
  }

  /// Reads the bytes of a file: a bad object is left out with a notice, no bundle is an error.
  ///
  /// - Throws: `StixError`.
  package init(source: String, data: Data) throws(StixError) {
    let file = try Self.decode(data)
    guard file.type == "bundle", let entries = file.objects else {
      throw .notABundle(found: file.description)
    }
    var objects: [StixObject] = []
    var notices: [Notice] = []
    for (index, entry) in entries.enumerated() {
      switch entry {
      case .object(let object): objects.append(object)
      case .ignored: break
      case .unreadable(let what):
        notices.append(Notice(.unreadableObject, at: "\(source): objects[\(index)] \(what)"))
      }
    }
    self.init(source: source, objects: objects, notices: notices)
    try refuseWhatIsNotAttack()
  }
}

extension StixBundle {
  private static func decode(_ data: Data) throws(StixError) -> BundleFile {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    guard let first = data.first(where: { !blanks.contains($0) }) else { throw .empty }
    guard first == UInt8(ascii: "{") else {
      throw first == UInt8(ascii: "<") ? .markup : .notABundle(found: "no JSON object")
    }
    do {
      return try JSONDecoder().decode(BundleFile.self, from: data)
    } catch {
      throw TextError(in: data).map(StixError.brokenText)
        ?? JSONError(in: data).map(StixError.brokenJSON)
        ?? .notABundle(found: "an object whose `objects` is no list")
    }
  }

  private func refuseWhatIsNotAttack() throws(StixError) {
    let techniques = objects.filter { $0.type == "attack-pattern" }
    guard !techniques.isEmpty else { throw .withoutTechniques(objects: objects.count) }
    let isOld = techniques.contains { technique in
      technique.references.contains { $0.externalID?.hasPrefix("MOB-") ?? false }
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

/// The file as JSON, before its objects are looked at.
private struct BundleFile: Decodable, CustomStringConvertible {
  let type: String?
  let objects: [Entry]?

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: StixKey.self)
    type = try? fields.decode(String.self, forKey: "type")
    objects =
      fields.contains("objects") && type == "bundle"
      ? try fields.decode([Entry].self, forKey: "objects") : nil
  }

  var description: String {
    switch type {
    case "bundle": "a bundle without `objects`"
    case .some(let type): "`type` is `\(TextCleaner.clean(String(type.prefix(40))))`"
    case nil: "JSON without a `type`"
    }
  }

  /// One place of `objects`; a bad one must not spoil its neighbours.
  enum Entry: Decodable {
    case object(StixObject)
    case ignored
    case unreadable(String)

    init(from decoder: any Decoder) throws {
      var name = ""
      do {
        let fields = try decoder.container(keyedBy: StixKey.self)
        let type = try fields.decode(String.self, forKey: "type")
        guard StixObject.knownTypes.contains(type) else {
          self = .ignored
          return
        }
        name = (try? fields.decode(String.self, forKey: "id")) ?? type
        self = .object(try StixObject(type: type, from: fields))
      } catch let error as DecodingError {
        self = .unreadable([name, error.reason].filter { !$0.isEmpty }.joined(separator: " "))
      }
    }
  }
}

extension DecodingError {
  /// The field and what is wrong with it, in words of JSON.
  fileprivate var reason: String {
    switch self {
    case .typeMismatch(let type, let context):
      "\(subject(context)) is not \(Self.word(for: type))"
    case .valueNotFound(let type, let context):
      "\(subject(context)) is null, not \(Self.word(for: type))"
    case .keyNotFound(let key, let context):
      "`\(([field(context), key.stringValue].filter { !$0.isEmpty }).joined(separator: "."))`"
        + " is missing"
    case .dataCorrupted: "is damaged"
    @unknown default: "cannot be read"
    }
  }

  private func subject(_ context: Context) -> String {
    let field = field(context)
    return field.isEmpty ? "it" : "`\(field)`"
  }

  /// The path below the object: `external_references[2].url`.
  private func field(_ context: Context) -> String {
    context.codingPath.dropFirst(2).reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
  }

  private static func word(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is [String: Any].Type: "an object"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
  }
}
