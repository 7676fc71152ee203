import Attack
import Corpora
import Measures
import Text

/// The matrix of a technique: how many of its reports cite each other technique.
struct TechniqueMatrix {
  private let knowledge: Knowledge
  private let index: Index<Technique>
  private let total: Int
  /// For each parent, or technique without subs, the reports that cite it or any sub of it.
  private let counts: MatrixCounts
  /// The same of reports that only the team has.
  private let ours: MatrixCounts

  init(_ knowledge: Knowledge, _ corpus: CountedCorpus, of index: Index<Technique>) {
    self.knowledge = knowledge
    self.index = index
    let rows = corpus.rows(citing: index)
    total = corpus.totals[index]
    counts = MatrixCounts(rows, corpus.whole, knowledge)
    let own = corpus.whole.isMixed ? rows.filter { corpus.whole.isInternal($0) } : []
    ours = MatrixCounts(own, corpus.whole, knowledge)
  }

  /// How many parents, or techniques without subs, are seen with it, itself left out.
  var parentsSeen: Int { counts.parentCount(without: parent) }

  /// Those never seen with it are left out.
  var figure: MatrixFigure {
    let technique = knowledge.techniques[index]
    let all = Format.count(total)
    let reports = total == 1 ? "one report" : "the \(all) reports"
    return MatrixFigure(
      title: "Techniques reported together with \(technique.id) \(technique.name)",
      description:
        "One column for each tactic, the most reported first. Each number: how many of \(reports) cite the "
        + "technique or one of its sub-techniques.",
      legend: Legend(
        title: "Reports that cite both, of \(all)", labels: ColourScale.countLabels,
        scale: .sequential,
        note: "Small squares: sub-techniques, each in the colour of its own "
          + "count" + (hasOurs ? ". ◆ some of the reports are ours" : "")),
      columns: knowledge.tactics.indices.filter { knowledge.tactics[$0].domain == technique.domain }
        .compactMap(column), file: technique.figure)
  }

  /// The technique itself, or its parent.
  private var parent: Index<Technique> { knowledge.techniques[index].parent ?? index }
}

extension TechniqueMatrix {
  private var hasOurs: Bool { ours.parents.contains { $0 > 0 } }

  private func column(_ tactic: Index<Tactic>) -> MatrixFigure.Column? {
    let parents = knowledge.techniquesOfTactic[tactic].filter {
      knowledge.techniques[$0].parent == nil
    }
    let seen = parents.map { (index: $0, count: counts.parents[$0]) }.filter { $0.count > 0 }
    guard !seen.isEmpty else { return nil }
    let parent = parent
    let sorted = seen.sorted {
      ($0.index == parent ? 0 : 1, $1.count, $0.index)
        < ($1.index == parent ? 0 : 1, $0.count, $1.index)
    }
    return MatrixFigure.Column(
      title: knowledge.tactics[tactic].name, subtitle: "\(seen.count) of \(parents.count)",
      cells: sorted.map { cell($0.index, $0.count) })
  }

  private func cell(_ index: Index<Technique>, _ count: Int) -> MatrixFigure.Cell {
    MatrixFigure.Cell(
      name: knowledge.techniques[index].name, path: knowledge.techniques[index].path,
      number: count, ours: ours.parents[index],
      level: index == parent ? 0 : ColourScale.count(count),
      subs: counts.subs[index].prefix(9).map(ColourScale.count))
  }
}
