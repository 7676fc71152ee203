import Attack
import Corpora
import Measures
package import Text

/// Why a file is no model that can be read.
package enum InferenceModelError: Error, Equatable {
  /// No JSON at all, but something that is known.
  case foreign(ForeignContent)
  case brokenText(TextError)
  case brokenJSON(JSONError)
  /// JSON, but no model.
  case otherFile
  /// Of another form than this tool reads.
  case otherSchema(found: Int)
  /// What is wrong in it: `techniques[3].name is missing`.
  case content(String)
}

extension InferenceModel {
  /// Reads a file that was made by `json`; what does not belong there is passed over.
  package init(bytes: [UInt8]) throws(InferenceModelError) {
    if let content = ForeignContent(bytes) { throw .foreign(content) }
    self = try bytes.withUnsafeBufferPointer { lent in
      Result { () throws(InferenceModelError) in try Self.read(bytes, lent) }
    }.get()
  }

  private static func read(
    _ bytes: [UInt8], _ lent: UnsafeBufferPointer<UInt8>
  ) throws(InferenceModelError) -> InferenceModel {
    var scanner = JSONScanner(lent)
    let members: JSONMembers?
    do throws(JSONScanner.Fault) {
      members = try scanner.value().members
      try scanner.end()
    } catch {
      throw TextError(in: bytes).map(InferenceModelError.brokenText)
        ?? JSONError(in: bytes).map(InferenceModelError.brokenJSON) ?? .otherFile
    }
    guard let members, let found = members["schema"]?.integer else { throw .otherFile }
    guard found == schema else { throw .otherSchema(found: found) }
    do throws(JSONFieldError) {
      return try InferenceModel(JSONFields(members))
    } catch {
      throw .content(error.reason)
    }
  }

  private init(_ file: JSONFields) throws(JSONFieldError) {
    releases = try file.filledList("releases", of: Release.init)
    sourceKind = try file.shownText("source_kind")
    patterns = try Self.patterns(try file.texts("id_patterns"))
    let patterns = patterns
    let read = try file.filledList("techniques") { fields throws(JSONFieldError) in
      try ReadTechnique(fields, patterns)
    }
    try Self.check(read, are: "techniques", ascendingBy: "id") { $0.technique.id < $1.technique.id }
    techniques = IndexedList(read.map(\.technique))
    let ids = read.map { $0.technique.id.description }
    let columns = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    successors = try file.list("successors") { next throws(JSONFieldError) in
      try Successor(next, columns)
    }
    let rows = try file.filledList("reports") { report throws(JSONFieldError) in
      try ReadReport(report, columns)
    }
    try Self.check(rows, are: "reports", ascendingBy: "key") {
      // Weighted sets stand behind the reports, in the order of their sources.
      $1.report.weight != nil || $0.report.weight == nil && $0.report.key < $1.report.key
    }
    reports = IndexedList(rows.map(\.report))
    let training = TrainingSet(
      ids: IndexedList(ids), keys: rows.map(\.report.key.text), rows: rows.map(\.columns),
      clusters: rows.map(\.cluster), sightings: rows.map { $0.report.weight ?? 1 })
    let learnt = LearntInference(
      profiles: TechniqueProfiles(steps: read.map(\.profile)), calibration: try Calibration(file))
    inference = CalibratedInference(training, learnt, reports: Array(reports.indices))
    intrusions = try file.object("intrusions") { fields throws(JSONFieldError) in
      try IntrusionBookReader.read(fields, columns)
    }
  }

  private static func patterns(_ texts: [String]) throws(JSONFieldError) -> IDPatterns {
    do throws(IDPatternError) {
      return try IDPatterns(texts)
    } catch {
      throw JSONFieldError("id_patterns[\(error.index)]", isNot: "a form of ids")
    }
  }

  /// Each element comes before the next.
  private static func check<Element>(
    _ elements: [Element], are list: String, ascendingBy key: String,
    _ isBefore: (Element, Element) -> Bool
  ) throws(JSONFieldError) {
    for (index, pair) in zip(elements, elements.dropFirst()).enumerated()
    where !isBefore(pair.0, pair.1) {
      throw JSONFieldError("\(list)[\(index + 1)].\(key)", isNot: "greater than the one before")
    }
  }
}

/// A technique of the file.
private struct ReadTechnique {
  let technique: InferenceModel.KnownTechnique
  let profile: [Int]

  init(_ fields: JSONFields, _ patterns: IDPatterns) throws(JSONFieldError) {
    guard let id = TechniqueID(try fields.text("id"), patterns) else {
      throw JSONFieldError("id", isNot: "an id such as T1059.001")
    }
    profile = try fields.integers("profile")
    guard profile.count == TechniqueProfiles.size, profile.allSatisfy({ abs($0) < 1 << 15 }) else {
      throw JSONFieldError("profile", isNot: "\(TechniqueProfiles.size) small integers")
    }
    technique = InferenceModel.KnownTechnique(
      id: id, name: try fields.line("name"), definition: try fields.cleanText("definition"),
      domain: Domain(name: try fields.shownText("domain")),
      platforms: try fields.cleanTexts("platforms"),
      detections: try fields.list("detections", of: Detection.init))
  }
}

/// A report of the file.
private struct ReadReport {
  let report: InferenceModel.KnownReport
  /// Ascending.
  let columns: [Int]
  let cluster: Int

  init(_ fields: JSONFields, _ known: [String: Int]) throws(JSONFieldError) {
    let url = try fields.cleanText("url")
    guard url?.isWebAddress ?? true else {
      throw JSONFieldError("url", isNot: "an http or https address")
    }
    let published = try fields.cleanText("published")
    guard published.map(Self.isDate) ?? true else {
      throw JSONFieldError("published", isNot: "a date as 2025-11-13, 2025-11 or 2025")
    }
    let weight = fields.has("weight") ? try fields.integer("weight") : nil
    guard (1...TechniqueSets.mostReports).contains(weight ?? 1) else {
      throw JSONFieldError("weight", isNot: "a number of reports")
    }
    report = InferenceModel.KnownReport(
      key: ReportKey(try fields.shownText("key")), id: try fields.shownText("id"),
      title: try fields.line("title"), url: url, published: published,
      weight: weight, origin: try fields.cleanText("origin"),
      tlp: try fields.cleanText("tlp").flatMap { TLP(colour: $0) })
    cluster = try fields.integer("cluster")
    let techniques = try fields.texts("techniques")
    columns = techniques.compactMap { known[$0] }
    guard columns.count == techniques.count, !columns.isEmpty,
      zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw JSONFieldError("techniques", isNot: "an ascending list of the ids above") }
  }

  /// Whether a text is `2025-11-13`, `2025-11` or `2025`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isDigits = parts.joined().allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return isDigits && [[4], [4, 2], [4, 2, 2]].contains(parts.map(\.count))
  }
}

extension TeamCollection {
  fileprivate init(_ fields: JSONFields) throws(JSONFieldError) {
    let version = try fields.cleanText("version")
    guard version.map(Release.isVersion) ?? true else {
      throw JSONFieldError("version", isNot: "a release such as 0.3")
    }
    self.init(
      id: try fields.shownText("id"), name: try fields.line("name"), version: version)
  }
}

extension Release {
  fileprivate init(_ fields: JSONFields) throws(JSONFieldError) {
    let domain = try fields.shownText("domain")
    guard domain.wholeMatch(of: /[A-Za-z0-9 ._-]{1,80}/) != nil else {
      throw JSONFieldError("domain", isNot: "a domain such as enterprise-attack")
    }
    let (version, date) = (try fields.cleanText("version"), try fields.cleanText("date"))
    guard version.map(Release.isVersion) ?? true else {
      throw JSONFieldError("version", isNot: "a release such as 18.1")
    }
    guard date?.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil || date == nil else {
      throw JSONFieldError("date", isNot: "a date such as 2025-11-13")
    }
    self.init(
      domain: Domain(name: domain), version: version, date: date,
      collections: try fields.list("collections", of: TeamCollection.init),
      isTeamsOwn: try fields.flag("teams_own") ?? false)
  }
}

extension Detection {
  fileprivate init(_ fields: JSONFields) throws(JSONFieldError) {
    self.init(
      platform: try fields.cleanText("platform") ?? "",
      component: try fields.cleanText("component") ?? "",
      source: try fields.cleanText("source") ?? "",
      channel: try fields.cleanText("channel") ?? "", spelling: try fields.cleanText("spelling"))
  }
}

extension InferenceModel.Successor {
  fileprivate init(_ fields: JSONFields, _ known: [String: Int]) throws(JSONFieldError) {
    self.init(
      retired: try fields.text("retired"), id: try fields.text("id"), name: try fields.line("name"))
    guard known[id] != nil else { throw JSONFieldError("id", isNot: "one of the ids above") }
    guard known[retired] == nil else {
      throw JSONFieldError("retired", isNot: "another id than those above")
    }
  }
}

/// A curve of the file, and for how many techniques of evidence it is.
private struct ReadCurve {
  let evidence: Int
  let curve: CalibrationCurve

  init(_ fields: JSONFields) throws(JSONFieldError) {
    evidence = try fields.integer("evidence")
    guard fields.has("knots") else { throw JSONFieldError(missing: "knots") }
    curve = try CalibrationCurve(fields)
  }
}

extension Calibration {
  fileprivate init(_ file: JSONFields) throws(JSONFieldError) {
    let read = try file.list("calibration", of: ReadCurve.init)
    guard read.map(\.evidence) == Self.sizes else {
      throw JSONFieldError("calibration", isNot: "a curve each for \(Self.sizes) of `evidence`")
    }
    self.init(curves: read.map(\.curve))
  }
}

extension JSONFields {
  /// A list of objects that is not empty.
  fileprivate func filledList<Element>(
    _ key: StaticString, of read: (JSONFields) throws(JSONFieldError) -> Element
  ) throws(JSONFieldError) -> [Element] {
    let list = try list(key, of: read)
    guard !list.isEmpty else { throw JSONFieldError("\(key)", isNot: "a list of some") }
    return list
  }

  /// A text of one line, that must be there.
  fileprivate func line(_ key: StaticString) throws(JSONFieldError) -> String {
    try shownText(key).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension CalibrationCurve {
  fileprivate init(_ fields: JSONFields) throws(JSONFieldError) {
    let knots = try fields.list("knots") { knot throws(JSONFieldError) in
      Knot(raw: try knot.number("raw"), shown: try knot.number("shown"))
    }
    guard knots.allSatisfy({ (0...1).contains($0.shown) }),
      zip(knots, knots.dropFirst()).allSatisfy({ $0.raw <= $1.raw && $0.shown <= $1.shown })
    else { throw JSONFieldError("knots", isNot: "a curve that ascends from 0 to 1 at most") }
    self.init(knots: knots)
  }
}
