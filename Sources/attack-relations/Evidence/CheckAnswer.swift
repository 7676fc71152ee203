import Attack
import Corpora
import Text

/// What was read from files of reports, for `check`.
struct CheckAnswer {
  let files: [File]
  let techniques: IndexedList<Technique, Technique>

  /// A file, and what it holds.
  struct File {
    let path: String
    /// `nil` if it could not be read.
    let format: ReportFormat?
    let reports: [TeamReport]
    /// Of a file of weighted sets.
    var sets: TechniqueSets?
    /// What does not count, and why the file could not be read.
    let notices: [String]
  }

  init(
    _ readings: [EvidenceLoader.Reading], _ resolver: TechniqueResolver, _ knowledge: Knowledge
  ) {
    techniques = knowledge.techniques
    files = readings.map { reading in
      let path = TextCleaner.clean(reading.file.source.path)
      switch reading.result {
      case .failure(let error):
        return File(path: path, format: nil, reports: [], notices: ["it \(error.words)"])
      case .success(let read):
        let file = Evidence.File(reading.file, read, resolver)
        return File(
          path: path, format: file.format, reports: file.reports, sets: file.sets,
          notices: Self.notices(file))
      }
    }
  }

  private static func notices(_ file: Evidence.File) -> [String] {
    let remarks =
      file.remarks + file.reports.flatMap(\.remarks) + (file.sets?.remarks ?? [])
    let empty = file.reports.filter(\.techniques.isEmpty).map {
      "\($0.place): “\($0.title)” names no technique, and does not count"
    }
    return remarks.map { remark in (remark.place.map { "\($0): " } ?? "") + remark.text } + empty
  }

  /// Whether any technique was read.
  var isOfUse: Bool {
    files.contains { file in
      file.reports.contains { !$0.techniques.isEmpty } || !(file.sets?.rows.isEmpty ?? true)
    }
  }

  private func id(_ technique: Index<Technique>) -> String { techniques[technique].id.description }
}

extension CheckAnswer {
  /// For programs.
  var json: JSONText { ["files": .list(files.map(json))] }

  private func json(_ file: File) -> JSONText {
    .object(
      [
        ("file", .text(file.path)), ("format", file.format.map { .text($0.rawValue) } ?? .null),
        ("reports", .list(file.reports.map(json))),
      ] + (file.sets.map { [("sets", json($0))] } ?? []) + [
        ("notices", .list(file.notices.map { .text($0) }))
      ])
  }

  private func json(_ sets: TechniqueSets) -> JSONText {
    [
      "sets": .integer(sets.rows.count), "reports": .integer(sets.reportCount),
      "sources": .list(sets.rows.map(\.source).distinct.map { .text($0) }),
      "techniques": .list(
        Set(sets.rows.flatMap(\.techniques)).sorted().map { .text(id($0)) }),
      "followed": json(followed: sets.followed),
      "unknown": .list(sets.unknown.map(json)),
    ]
  }

  private func json(_ report: TeamReport) -> JSONText {
    let facts: [(key: String, value: JSONText)] = [
      ("id", .text(report.shownID ?? report.key.id)), ("page", .text(report.key.id)),
      ("title", .text(report.title)),
      ("date", report.details.date.map { .text($0.description) } ?? .null),
      ("tlp", report.details.tlp.map { .text($0.rawValue) } ?? .null),
      ("url", report.addresses.first.map { .text($0.url) } ?? .null),
      ("techniques", .list(report.techniques.map { .text(id($0)) })),
      ("followed", json(followed: report.followed)),
      ("unknown", .list(report.unknown.map(json))),
    ]
    return .object(facts + order(of: report))
  }

  /// What its order is, and which technique comes before which; nothing where it has no order.
  private func order(of report: TeamReport) -> [(key: String, value: JSONText)] {
    guard let kind = report.order?.kind else { return [] }
    let pairs = { (onFailure: Bool) in
      report.pairs.filter { $0.onFailure == onFailure }.map { pair -> JSONText in
        [.text(id(pair.before)), .text(id(pair.after))]
      }
    }
    return [
      ("order", .text(kind.rawValue)), ("pairs", .list(pairs(false))),
      ("pairs_on_failure", .list(pairs(true))),
    ]
  }

  /// What revoked ids lead to, by these.
  private func json(followed: [String: Index<Technique>]) -> JSONText {
    .object(followed.sorted { $0.key < $1.key }.map { ($0.key, .text(id($0.value))) })
  }

  private func json(_ unknown: TeamReport.Unknown) -> JSONText {
    [
      "text": .text(unknown.technique.text), "place": .text(unknown.place.description),
      "kind": .text(unknown.technique.kind.rawValue),
      "suggestion": unknown.technique.suggestion.map { .text($0) } ?? .null,
    ]
  }
}

extension CheckAnswer {
  /// For the terminal: a paragraph for each file.
  var text: String { files.map { lines($0).joined(separator: "\n") }.joined(separator: "\n\n") }

  private func lines(_ file: File) -> [String] {
    guard let format = file.format else {
      return ["\(file.path): not read: \(file.notices.joined(separator: "; "))"]
    }
    if let sets = file.sets { return lines(file, sets) }
    let used = file.reports.filter { !$0.techniques.isEmpty }
    let head = "\(file.path): \(format.title), \(Format.count(used.count, "report"))"
    let unused = file.reports.filter(\.techniques.isEmpty).flatMap { lines(unknown: $0.unknown) }
    return [head] + used.flatMap(lines) + unused + told(file.notices)
  }

  private func lines(_ file: File, _ sets: TechniqueSets) -> [String] {
    let count = Set(sets.rows.flatMap(\.techniques)).count
    let head =
      "\(file.path): \(ReportFormat.sets.title), \(Format.count(sets.reportCount, "report")) in "
      + "\(Format.count(sets.rows.count, "set")) of \(Format.count(count, "technique"))"
    let sources = sets.rows.map(\.source).distinct.map { "“\($0)”" }
    return [head] + (sources.isEmpty ? [] : ["  from \(Format.list(sources))"])
      + lines(followed: sets.followed) + lines(unknown: sets.unknown) + told(file.notices)
  }

  private func lines(_ report: TeamReport) -> [String] {
    let facts = [
      report.details.date.map {
        ($0.description) + (report.details.isDateOfAdding ? " (added)" : "")
      },
      report.details.tlp.map {
        $0 == .red ? "\($0.title) (refused without --allow-tlp-red)" : $0.title
      },
      report.details.runs > 1 ? "run \(report.details.runs) times" : nil,
      Format.count(report.techniques.count, "technique"),
    ]
    let head = "  “\(report.title)”: \(facts.compactMap(\.self).joined(separator: ", "))"
    return [head, "    " + report.techniques.map(id).joined(separator: " ")]
      + lines(followed: report.followed) + lines(unknown: report.unknown)
  }

  private func lines(followed: [String: Index<Technique>]) -> [String] {
    let words = followed.sorted { $0.key < $1.key }.map { "\($0.key) is now \(id($0.value))" }
    return words.isEmpty ? [] : ["    \(Format.list(words))"]
  }

  private func lines(unknown: [TeamReport.Unknown]) -> [String] {
    unknown.map { "    \($0.place): \($0.technique)" }
  }

  private func told(_ notices: [String]) -> [String] {
    let shown = notices.prefix(Self.mostNotices).map { "  not counted: \($0)" }
    let more = notices.count - shown.count
    return shown + (more > 0 ? ["  and \(Format.count(more)) more; see --format json"] : [])
  }

  private static let mostNotices = 20
}
