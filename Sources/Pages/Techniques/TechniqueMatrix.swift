import Attack
import Corpora
import Text

/// The matrix of a technique: how many of its reports cite each other technique.
struct TechniqueMatrix {
  private let knowledge: Knowledge
  private let index: Int
  private let counts: Counts

  init(_ knowledge: Knowledge, _ corpus: CountedCorpus, of index: Int) {
    self.knowledge = knowledge
    self.index = index
    counts = Counts(corpus, of: index, knowledge.techniques)
  }

  /// How many parents, or techniques without subs, are seen with it, itself left out.
  var parentsSeen: Int { counts.parents.keys.count { $0 != parent } }

  /// Those never seen with it are left out.
  var figure: MatrixFigure {
    let technique = knowledge.techniques[index]
    let total = Format.count(counts.reports)
    let reports = counts.reports == 1 ? "one report" : "the \(total) reports"
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
      columns: knowledge.tactics.indices.filter { knowledge.tactics[$0].domain == technique.domain }
        .compactMap(column), file: technique.figure)
  }

  /// The technique itself, or its parent.
  private var parent: Int { knowledge.techniques[index].parent ?? index }
}

extension TechniqueMatrix {
  /// Reports by technique: its own or those of any of its subs, as a set; and the subs alone.
  private struct Counts {
    let reports: Int
    private(set) var parents: [Int: Int] = [:]
    let subs: [Int: [Int]]

    init(_ corpus: CountedCorpus, of index: Int, _ techniques: [Technique]) {
      let reports = corpus.reportsOfTechnique[index]
      self.reports = reports.count
      var singles: [Int: Int] = [:]
      for report in reports {
        var seen: Set<Int> = []
        for technique in corpus.whole.techniquesOfReport[report] {
          singles[technique, default: 0] += 1
          seen.insert(techniques[technique].parent ?? technique)
        }
        for parent in seen { parents[parent, default: 0] += 1 }
      }
      subs = singles.reduce(into: [Int: [Int]]()) { subs, single in
        if let parent = techniques[single.key].parent {
          subs[parent, default: []].append(single.value)
        }
      }.mapValues { $0.sorted(by: >) }
    }
  }

  private func column(_ tactic: Int) -> MatrixFigure.Column? {
    let parents = knowledge.techniquesOfTactic[tactic].filter {
      knowledge.techniques[$0].parent == nil
    }
    let seen = parents.compactMap { index in
      counts.parents[index].map { (index: index, count: $0) }
    }
    guard !seen.isEmpty else { return nil }
    let sorted = seen.sorted {
      ($0.index == parent ? 0 : 1, $1.count, $0.index)
        < ($1.index == parent ? 0 : 1, $0.count, $1.index)
    }
    return MatrixFigure.Column(
      title: knowledge.tactics[tactic].name, subtitle: "\(seen.count) of \(parents.count)",
      cells: sorted.map { cell($0.index, $0.count) })
  }

  private func cell(_ index: Int, _ count: Int) -> MatrixFigure.Cell {
    let technique = knowledge.techniques[index]
    return MatrixFigure.Cell(
      name: technique.name, path: technique.path, number: count,
      level: index == parent ? 0 : ColourScale.count(count),
      subs: (counts.subs[index] ?? []).prefix(9).map(ColourScale.count))
  }
}
