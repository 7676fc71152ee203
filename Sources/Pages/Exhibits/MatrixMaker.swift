import Attack
import Measures
import Text

/// Lays numbers of techniques out on the ATT&CK matrix.
struct MatrixMaker: Sendable {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The techniques reported with one; those never seen with it are left out.
  func figure(of index: Int) -> MatrixFigure {
    let technique = ledger.knowledge.techniques[index]
    let own = ledger.reportsOfTechnique[index]
    var numbers = counts(of: own)
    let parent = technique.parent ?? index
    numbers.parents[parent] = own.count
    let total = Format.count(own.count)
    let reports = own.count == 1 ? "one report" : "the \(total) reports"
    return MatrixFigure(
      title: "Techniques reported together with \(technique.id) \(technique.name)",
      description:
        "A column a tactic, the most reported first. The number: how many of \(reports) cite the "
        + "technique or one of its sub-techniques.",
      legend: Legend(
        title: "Reports that cite both, of \(total)", labels: ColourScale.countLabels,
        scale: .sequential,
        note: "Small squares: sub-techniques, each in the colour of its own "
          + "count"),
      columns: columns(numbers, domain: technique.domain, own: parent),
      file: technique.figure)
  }

  /// The techniques of a group, software, campaign or report, as they are cited.
  ///
  /// `numbers` has one for each technique to be shown.
  func figure(
    _ title: String, description: String, legend: Legend, numbers: [Int: Int],
    level: (Int) -> Int
  ) -> MatrixFigure {
    let techniques = ledger.knowledge.techniques
    let columns = ledger.knowledge.tactics.indices.compactMap { tactic -> MatrixFigure.Column? in
      let all = ledger.techniquesOfTactic[tactic]
      let cited = all.compactMap { index in numbers[index].map { (index, $0) } }
      guard !cited.isEmpty else { return nil }
      let sorted = cited.sorted { (level($1.1), $1.1, $0.0) < (level($0.1), $0.1, $1.0) }
      let names = Dictionary(grouping: cited) { techniques[$0.0].name }
      return MatrixFigure.Column(
        title: ledger.knowledge.tactics[tactic].name, subtitle: "\(cited.count) of \(all.count)",
        cells: sorted.map { index, number in
          MatrixFigure.Cell(
            name: names[techniques[index].name]?.count == 1
              ? techniques[index].name : "\(techniques[index].name) \(techniques[index].id)",
            path: techniques[index].path, number: number, level: level(number), subs: [])
        })
    }
    return MatrixFigure(
      title: title, description: description, legend: legend, columns: columns, file: nil)
  }

  /// How many parents, or techniques without subs, are seen with one, itself left out.
  func parentsSeen(with index: Int) -> Int {
    let own = ledger.knowledge.techniques[index].parent ?? index
    return counts(of: ledger.reportsOfTechnique[index]).parents.keys.count { $0 != own }
  }
}

extension MatrixMaker {
  /// Reports by technique: its own or those of any of its subs, as a set; and the subs alone.
  private struct Counts {
    var parents: [Int: Int] = [:]
    var subs: [Int: [Int]] = [:]
  }

  private func counts(of reports: [Int]) -> Counts {
    var parents: [Int: Int] = [:]
    var singles: [Int: Int] = [:]
    for report in reports {
      var seen: Set<Int> = []
      for technique in ledger.techniquesOfReport[report] {
        singles[technique, default: 0] += 1
        seen.insert(ledger.knowledge.techniques[technique].parent ?? technique)
      }
      for parent in seen { parents[parent, default: 0] += 1 }
    }
    var subs: [Int: [Int]] = [:]
    for (technique, count) in singles {
      if let parent = ledger.knowledge.techniques[technique].parent {
        subs[parent, default: []].append(count)
      }
    }
    return Counts(parents: parents, subs: subs.mapValues { $0.sorted(by: >) })
  }

  private func columns(_ counts: Counts, domain: Domain, own: Int) -> [MatrixFigure.Column] {
    let knowledge = ledger.knowledge
    return knowledge.tactics.indices.filter { knowledge.tactics[$0].domain == domain }
      .compactMap { tactic in
        let parents = ledger.techniquesOfTactic[tactic].filter {
          knowledge.techniques[$0].parent == nil
        }
        let seen = parents.filter { counts.parents[$0] != nil }
        guard !seen.isEmpty else { return nil }
        let sorted = seen.sorted {
          ($0 == own ? 0 : 1, counts.parents[$1] ?? 0, $0)
            < ($1 == own ? 0 : 1, counts.parents[$0] ?? 0, $1)
        }
        return MatrixFigure.Column(
          title: knowledge.tactics[tactic].name, subtitle: "\(seen.count) of \(parents.count)",
          cells: sorted.map { cell($0, counts, isOwn: $0 == own) })
      }
  }

  private func cell(_ index: Int, _ counts: Counts, isOwn: Bool) -> MatrixFigure.Cell {
    let technique = ledger.knowledge.techniques[index]
    let number = counts.parents[index] ?? 0
    return MatrixFigure.Cell(
      name: technique.name, path: technique.path, number: number,
      level: isOwn ? 0 : ColourScale.count(number),
      subs: (counts.subs[index] ?? []).prefix(9).map(ColourScale.count))
  }
}
