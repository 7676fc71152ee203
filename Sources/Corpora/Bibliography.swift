import Attack

/// The reports that citations name, and which citation names which.
struct Bibliography {
  /// By key: those that are cited for a technique.
  let reports: IndexedList<Report, Report>
  /// For each citation its reports, ascending.
  let reportsOfCitation: [[Index<Report>]]
  /// For each report its date, by the first that has one of all references to it.
  let dates: IndexedList<Report, PartialDate?>
  private(set) var notices: [Notice] = []

  /// 1. Number the keys as they are met, each reference once. 2. Gather the references of each key
  /// that is cited for a technique, in the order of the citations. 3. Order the keys.
  ///
  /// `lastYear` is the last in which one can have been published; `nil` if that is unknown.
  init(_ citations: [Corpus.Citation], lastYear: Int?) {
    var numbers = KeyNumbers()
    let cited = citations.map { numbers.numbers(of: $0) }
    let keys = numbers.keys
    let named = KeyReferences(citations, cited, keys: keys.count)
    var ids: Set<String> = []
    var indices = [Index<Report>?](repeating: nil, count: keys.count)
    var reports: IndexedList<Report, Report> = []
    var dates: IndexedList<Report, PartialDate?> = []
    for number in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      let origins = named.origins[number].sorted()
      guard let origin = origins.first else { continue }
      // A team knows when its own reports are of.
      let lastYear = origin == .team ? nil : lastYear
      let id = Self.unusedID(keys[number], &ids)
      indices[number] = reports.endIndex
      let report = Report(
        keys[number], named.forTechniques[number], id: id, origins: origins,
        team: named.details[number], lastYear: lastYear)
      reports.append(report)
      let all = named.all[number]
      let isCitedElsewhere = all.count > named.forTechniques[number].count
      let date = isCitedElsewhere ? Report.published(all, lastYear) : report.published
      dates.append(date)
      if date == nil {
        notices += Report.impossibleDates(all, lastYear).map {
          Notice(.impossibleDate, at: "`\(report.names.first ?? id)`: published \($0)")
        }
      }
    }
    self.reports = reports
    self.dates = dates
    reportsOfCitation = cited.map { numbers in Set(numbers.compactMap { indices[$0] }).sorted() }
  }

  /// The first name of a key's page that no key before it has taken.
  private static func unusedID(_ key: ReportKey, _ taken: inout Set<String>) -> String {
    var turn = 0
    var id = key.id
    while !taken.insert(id).inserted {
      turn += 1
      id = key.id(turn: turn)
    }
    return id
  }
}

/// For each key the references that name it, in the order of the citations.
private struct KeyReferences {
  private(set) var all: [[ExternalReference]]
  /// Those that are cited for a technique.
  private(set) var forTechniques: [[ExternalReference]]
  /// Those who cite it for a technique.
  private(set) var origins: [[Report.Origin]]
  /// What teams say about it.
  private(set) var details: [TeamDetails]

  /// - Parameters:
  ///   - citations: all of them.
  ///   - cited: for each citation the numbers of the keys of its references.
  ///   - count: of the keys.
  init(_ citations: [Corpus.Citation], _ cited: [[Int]], keys count: Int) {
    all = Array(repeating: [], count: count)
    forTechniques = all
    origins = Array(repeating: [], count: count)
    details = Array(repeating: TeamDetails(), count: count)
    for (citation, numbers) in zip(citations, cited) {
      for (number, reference) in zip(numbers, citation.references) {
        all[number].append(reference)
        guard citation.technique != nil else { continue }
        forTechniques[number].append(reference)
        if !origins[number].contains(citation.origin) { origins[number].append(citation.origin) }
        if citation.key != nil { details[number] = details[number].united(with: citation.details) }
      }
    }
  }
}

/// The keys of references, each worked out once and numbered as first met.
private struct KeyNumbers {
  private(set) var keys: [ReportKey] = []
  private var numbers: [ReportKey: Int] = [:]
  private var known: [ExternalReference: Int] = [:]

  /// The numbers of what a citation cites.
  mutating func numbers(of citation: Corpus.Citation) -> [Int] {
    if let key = citation.key { return [number(of: key)] }
    return citation.references.map { number(of: $0) }
  }

  private mutating func number(of reference: ExternalReference) -> Int {
    if let number = known[reference] { return number }
    let number = number(of: ReportKey(reference))
    known[reference] = number
    return number
  }

  private mutating func number(of key: ReportKey) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}
