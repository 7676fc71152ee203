import Text

/// One object of a STIX 2.0 or 2.1 bundle: the fields that the wiki reads, unchanged.
@dynamicMemberLookup
package struct StixObject: Sendable {
  package let type: String
  package let id: String
  /// Of techniques and relationships; of others it is not read.
  package var created = Timestamp.unknown
  /// `modified`, else `created`.
  package var modified = Timestamp.unknown
  package var name: String?
  package var description: String?
  package var isRevoked = false
  package var isDeprecated = false
  package var references: [ExternalReference] = []
  package var domains: [String] = []
  package var creator = Creator.unknown
  package var relation: Relation?
  /// What cleaning took from name and description, in words.
  package var loss: String?
  private var storage = Storage.none

  /// The fields that only some types have, which are kept out of line: most objects are
  /// relationships, and are copied often.
  package struct Details: Sendable {
    package var platforms: [String] = []
    package var aliases: [String] = []
    /// When a campaign was first and last seen.
    package var firstSeen = Timestamp.unknown
    package var lastSeen = Timestamp.unknown
    /// Of these the texts that are no dates: `first_seen 2021-13-01`.
    package var faultyDates: [String] = []
    package var phases: [KillChainPhase] = []
    /// A tactic's name in `phases`.
    package var shortname: String?
    /// A matrix's tactics, in its order.
    package var tacticRefs: [String] = []
    /// A detection strategy's analytics, by STIX ids.
    package var analyticRefs: [String] = []
    /// What an analytic watches.
    package var logSources: [LogSourceReference] = []
    /// A data component's data source, by its STIX id, until v17.
    package var dataSourceRef: String?
    /// What shows a technique, by names, before v9.
    package var dataSources: [String] = []
    /// A collection's release.
    package var version: String?
    /// The STIX ids of what a collection holds; not read of MITRE's own.
    package var contents: Set<String> = []
    /// A marking's copyright line.
    package var statement: String?
  }

  private indirect enum Storage: Sendable {
    case none
    case details(Details)
  }

  private var details: Details {
    get { if case .details(let details) = storage { details } else { Details() } }
    set { storage = .details(newValue) }
  }

  /// A field of the details, as if it were the object's own.
  package subscript<Value>(dynamicMember field: WritableKeyPath<Details, Value>) -> Value {
    get { details[keyPath: field] }
    set { details[keyPath: field] = newValue }
  }

  /// Neither revoked nor deprecated; both flags may be absent.
  package var isLive: Bool { !isRevoked && !isDeprecated }

  package init(type: String, id: String) {
    self.type = type
    self.id = id
  }

  /// Who made an object, as far as it matters.
  package enum Creator: Sendable {
    case mitre, other, unknown

    /// The identity that all objects of ATT&CK name.
    fileprivate static let identityOfMITRE: StaticString =
      "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5"
  }

  /// One step of an attack, by the short name of its tactic.
  package struct KillChainPhase: Hashable, Sendable {
    package let chain: String
    package let name: String

    package init(chain: String, name: String) {
      self.chain = chain
      self.name = name
    }
  }

  /// The fields of a relationship object, by STIX ids.
  package struct Relation: Sendable {
    package let type: String
    package let source: String
    package let target: String

    package init(type: String, source: String, target: String) {
      self.type = type
      self.source = source
      self.target = target
    }
  }
}

extension StixObject {
  /// The types that are read; all others are passed over, so that a new release breaks nothing.
  static let knownTypes: Set = [
    "attack-pattern", "relationship", "intrusion-set", "malware", "tool", "campaign",
    "course-of-action", "x-mitre-tactic", "x-mitre-matrix", "x-mitre-collection",
    "marking-definition",
    "x-mitre-detection-strategy", "x-mitre-analytic", "x-mitre-data-component",
    "x-mitre-data-source",
  ]

  /// Reads the fields that matter to `type`.
  init(
    type: String, from fields: JSONFields, sharing pool: inout StixPool
  ) throws(JSONFieldError) {
    self.type = type
    id = try fields.text("id")
    if let time = try fields.timestamp("modified") {
      modified = time
    } else {
      modified = try fields.timestamp("created") ?? .unknown
    }
    if let whole = try fields.cleanText("name")?.trimmed {
      name = TextCleaner.name(whole)
      if name != whole { loss = "name of more than \(TextCleaner.nameLimit) characters, cut" }
    }
    isRevoked = try fields.flag("revoked") ?? false
    isDeprecated = try fields.flag("x_mitre_deprecated") ?? false
    references = try fields.list(
      "external_references", sharing: &pool.references, and: &pool.reference,
      of: ExternalReference.init)
    domains = try fields.names("x_mitre_domains", sharing: &pool.domains)
    if let isByMITRE = fields.text("created_by_ref", equals: Creator.identityOfMITRE) {
      creator = isByMITRE ? .mitre : .other
    }
    if Self.datedTypes.contains(type) { created = try fields.timestamp("created") ?? .unknown }
    if let raw = try fields.textIfPresent("description") {
      description = TextCleaner.clean(raw)
      loss =
        loss ?? (description == raw ? nil : TextCleaner.loss(in: raw)).map { "description \($0)" }
    }
    try readSpecifics(from: fields, sharing: &pool)
  }

  private static let datedTypes: Set = ["attack-pattern", "relationship"]

  private mutating func readSpecifics(
    from fields: JSONFields, sharing pool: inout StixPool
  ) throws(JSONFieldError) {
    if type == "relationship" {
      relation = try Relation(fields, sharing: &pool.ids)
    } else {
      details = try Details(type: type, from: fields)
    }
  }
}

extension StixObject.Details {
  fileprivate init(type: String, from fields: JSONFields) throws(JSONFieldError) {
    switch type {
    case "attack-pattern":
      phases = try fields.list("kill_chain_phases", of: StixObject.KillChainPhase.init)
      platforms = try fields.names("x_mitre_platforms")
      dataSources = try fields.cleanTexts("x_mitre_data_sources")
    case "x-mitre-detection-strategy": analyticRefs = try fields.texts("x_mitre_analytic_refs")
    case "x-mitre-analytic":
      platforms = try fields.names("x_mitre_platforms")
      logSources = try fields.list("x_mitre_log_source_references", of: LogSourceReference.init)
    case "x-mitre-data-component":
      let source = try fields.cleanText("x_mitre_data_source_ref") ?? ""
      dataSourceRef = source.isEmpty ? nil : source
    case "intrusion-set", "malware", "tool", "campaign": try readActor(from: fields)
    case "x-mitre-tactic": shortname = try fields.shownText("x_mitre_shortname").trimmed
    case "x-mitre-matrix": tacticRefs = try fields.texts("tactic_refs")
    case "x-mitre-collection": try readCollection(from: fields)
    case "marking-definition":
      statement = try fields.object("definition") { definition throws(JSONFieldError) in
        try definition.cleanText("statement")
      }
    default: break
    }
  }

  private mutating func readActor(from fields: JSONFields) throws(JSONFieldError) {
    aliases = (try fields.names("aliases") + fields.names("x_mitre_aliases")).distinct
    firstSeen = try date("first_seen", in: fields)
    lastSeen = try date("last_seen", in: fields)
    platforms = try fields.names("x_mitre_platforms")
  }

  private mutating func date(
    _ key: StaticString, in fields: JSONFields
  ) throws(JSONFieldError) -> Timestamp {
    guard let text = try fields.cleanText(key), !text.isEmpty else { return .unknown }
    let time = Timestamp(text)
    if time == .unknown { faultyDates.append("\(key) \(text.prefix(40))") }
    return time
  }

  private mutating func readCollection(from fields: JSONFields) throws(JSONFieldError) {
    let number = (try? fields.number("x_mitre_version")).map { "\($0)" }
    let text = try number == nil ? fields.cleanText("x_mitre_version")?.trimmed : number
    version = text.flatMap { Release.isVersion($0) ? $0 : nil }
    guard Domain(collection: try fields.text("id")) == nil else { return }
    // Without a list that can be read, the file says what it holds.
    let listed = try? fields.list("x_mitre_contents") { entry throws(JSONFieldError) in
      try entry.text("object_ref")
    }
    contents = Set(listed ?? [])
  }
}

extension StixObject.Relation {
  fileprivate init(
    _ fields: JSONFields, sharing ids: inout JSONPool<String>
  ) throws(JSONFieldError) {
    type = try fields.text("relationship_type")
    source = try fields.text("source_ref", sharing: &ids)
    target = try fields.text("target_ref", sharing: &ids)
  }
}

extension StixObject.KillChainPhase {
  fileprivate init(_ fields: JSONFields) throws(JSONFieldError) {
    chain = try fields.text("kill_chain_name")
    name = try fields.shownText("phase_name").trimmed
  }
}
