import Attack

/// Arranges numbers of techniques on the ATT&CK matrix.
struct MatrixMaker: Sendable {
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// The techniques of a group, software, campaign or report, as they are cited.
  ///
  /// `numbers` has one for each technique to be shown.
  func figure(
    _ title: String, description: String, legend: Legend, numbers: [Index<Technique>: Int],
    level: (Int) -> Int
  ) -> MatrixFigure {
    MatrixFigure(
      title: title, description: description, legend: legend,
      columns: knowledge.tactics.indices.compactMap { column($0, numbers, level) }, file: nil)
  }

  private func column(
    _ tactic: Index<Tactic>, _ numbers: [Index<Technique>: Int], _ level: (Int) -> Int
  ) -> MatrixFigure.Column? {
    let techniques = knowledge.techniques
    let all = knowledge.techniquesOfTactic[tactic]
    let cited = all.compactMap { index in numbers[index].map { (index, $0) } }
    guard !cited.isEmpty else { return nil }
    let sorted = cited.sorted { (level($1.1), $1.1, $0.0) < (level($0.1), $0.1, $1.0) }
    let names = Dictionary(grouping: cited) { techniques[$0.0].name }
    return MatrixFigure.Column(
      title: knowledge.tactics[tactic].name, subtitle: "\(cited.count) of \(all.count)",
      cells: sorted.map { index, number in
        MatrixFigure.Cell(
          name: names[techniques[index].name]?.count == 1
            ? techniques[index].name : "\(techniques[index].name) \(techniques[index].id)",
          path: techniques[index].path, number: number, level: level(number), subs: [])
      })
  }
}
