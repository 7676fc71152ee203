/// The links that the degrees alone decide.
///
/// A report that cites every technique, or a technique that every report cites, has no other
/// possible link; taken out, it may leave others empty or full, which are taken out in turn.
struct ForcedLinks {
  /// The probability of a link, by size class of reports and degree class of techniques; open
  /// entries hold 0.
  private(set) var probabilities: [[Double]]
  /// The classes that are left, with what is left of their degrees: never empty, never full.
  private(set) var reports: [(index: Int, degree: Int)]
  private(set) var techniques: [(index: Int, degree: Int)]

  init(reports: DegreeClasses, techniques: DegreeClasses) {
    probabilities = Array(
      repeating: Array(repeating: 0, count: techniques.count), count: reports.count)
    self.reports = reports.degrees.enumerated().map { ($0, $1) }
    self.techniques = techniques.degrees.enumerated().map { ($0, $1) }
    var open = 0
    repeat {
      open = self.reports.count + self.techniques.count
      takeOutReports(sizes: reports.sizes, opposite: techniques.sizes)
      takeOutTechniques(sizes: techniques.sizes, opposite: reports.sizes)
    } while self.reports.count + self.techniques.count < open
  }

  private mutating func takeOutReports(sizes: [Int], opposite: [Int]) {
    let full = techniques.filter { $0.degree > 0 }.reduce(0) { $0 + opposite[$1.index] }
    for report in reports where report.degree == full {
      for technique in techniques where technique.degree > 0 {
        probabilities[report.index][technique.index] = 1
      }
    }
    let taken = reports.filter { $0.degree == full }.reduce(0) { $0 + sizes[$1.index] }
    reports.removeAll { $0.degree == 0 || $0.degree == full }
    techniques = techniques.filter { $0.degree > 0 }.map { ($0.index, $0.degree - taken) }
  }

  private mutating func takeOutTechniques(sizes: [Int], opposite: [Int]) {
    let full = reports.reduce(0) { $0 + opposite[$1.index] }
    for technique in techniques where technique.degree == full {
      for report in reports { probabilities[report.index][technique.index] = 1 }
    }
    let taken = techniques.filter { $0.degree == full }.reduce(0) { $0 + sizes[$1.index] }
    techniques.removeAll { $0.degree == 0 || $0.degree == full }
    reports = reports.map { ($0.index, $0.degree - taken) }
  }
}
