import Attack

/// The techniques that files of coverage name with a score that is high enough, looked up.
struct CoverageTechniques {
  private(set) var covered: Set<Index<Technique>> = []
  /// Old ids, and the live techniques that they lead to.
  private(set) var followed: [String: Index<Technique>] = [:]
  /// What is no live technique, and where it is named.
  private(set) var unknown: [(name: String, TeamReport.Unknown)] = []

  init(_ files: [CoverageFile], from least: Double, _ resolver: TechniqueResolver) {
    for file in files {
      for entry in file.entries where entry.score.map({ $0 >= least }) ?? false {
        for id in TechniqueText(entry.text, resolver.patterns).found {
          switch resolver.resolve(id) {
          case .live(let index): covered.insert(index)
          case .followed(let old, let index):
            covered.insert(index)
            followed[old] = index
          case .unknown(let technique):
            unknown.append((file.name, .init(technique: technique, place: entry.place)))
          }
        }
      }
    }
  }
}
