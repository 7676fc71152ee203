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
    let cited = citations.map { $0.references.map { numbers.number(of: $0) } }
    let keys = numbers.keys
    var references = [[ExternalReference]](repeating: [], count: keys.count)
    var named = references
    var origins = [Report.Origin?](repeating: nil, count: keys.count)
    for (citation, numbers) in zip(citations, cited) {
      for (number, reference) in zip(numbers, citation.references) {
        named[number].append(reference)
        guard citation.technique != nil else { continue }
        references[number].append(reference)
        origins[number] = origins[number].map { min($0, citation.origin) } ?? citation.origin
      }
    }
    var ids: Set<String> = []
    var indices = [Index<Report>?](repeating: nil, count: keys.count)
    var reports: IndexedList<Report, Report> = []
    var dates: IndexedList<Report, PartialDate?> = []
    for number in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      guard let origin = origins[number] else { continue }
      // A team knows when its own reports are of.
      let lastYear = origin == .team ? nil : lastYear
      let id = Self.unusedID(keys[number], &ids)
      indices[number] = reports.endIndex
      let report = Report(
        keys[number], references[number], id: id, origin: origin, lastYear: lastYear)
      reports.append(report)
      let isCitedElsewhere = named[number].count > references[number].count
      let date = isCitedElsewhere ? Report.published(named[number], lastYear) : report.published
      dates.append(date)
      if date == nil {
        notices += Report.impossibleDates(named[number], lastYear).map {
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

/// The keys of references, each worked out once and numbered as first met.
private struct KeyNumbers {
  private(set) var keys: [ReportKey] = []
  private var numbers: [ReportKey: Int] = [:]
  private var known: [ExternalReference: Int] = [:]

  mutating func number(of reference: ExternalReference) -> Int {
    if let number = known[reference] { return number }
    let key = ReportKey(reference)
    let number = numbers[key] ?? keys.count
    if number == keys.count {
      keys.append(key)
      numbers[key] = number
    }
    known[reference] = number
    return number
  }
}
