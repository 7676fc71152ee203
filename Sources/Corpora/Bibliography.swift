import Attack

/// The reports that uses cite, and which use cites which.
struct Bibliography {
  /// By key: those that are cited for a technique.
  let reports: [Report]
  /// For each use its reports as places in `reports`, rising.
  let reportsOfUse: [[Int]]

  /// 1. Number the keys as they are met, each reference once. 2. Gather the references of each key
  /// that a technique's use cites, in the order of the relationships' ids. 3. Order the keys.
  init(_ uses: [Use]) {
    var numbers = KeyNumbers()
    let cited = uses.map { use in use.references.map { numbers.number(of: $0) } }
    var references = Array(repeating: [ExternalReference](), count: numbers.keys.count)
    for (use, numbers) in zip(uses, cited) {
      guard case .technique = use.target else { continue }
      for (number, reference) in zip(numbers, use.references) {
        references[number].append(reference)
      }
    }
    let keys = numbers.keys
    let ordered = keys.indices.filter { !references[$0].isEmpty }.sorted { keys[$0] < keys[$1] }
    var ids: Set<String> = []
    reports = ordered.map { number in
      let key = keys[number]
      var turn = 0
      while !ids.insert(key.id(turn: turn)).inserted { turn += 1 }
      return Report(key, references[number], id: key.id(turn: turn))
    }
    var places = [Int?](repeating: nil, count: keys.count)
    for (place, number) in ordered.enumerated() { places[number] = place }
    reportsOfUse = cited.map { numbers in Set(numbers.compactMap { places[$0] }).sorted() }
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
