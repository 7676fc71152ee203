import Attack
import Text

/// Procedures with their techniques looked up.
struct ResolvedProcedures {
  private(set) var byTechnique: [Index<Technique>: [EnablingProcedure]] = [:]
  /// What they name, and the live techniques that this stands for.
  private(set) var techniques: [String: Index<Technique>] = [:]
  private(set) var followed: [String: Index<Technique>] = [:]
  private(set) var unknown: [(procedure: EnablingProcedure, TeamReport.Unknown)] = []

  init(_ procedures: [EnablingProcedure], _ resolver: TechniqueResolver) {
    for procedure in procedures { take(procedure, resolver) }
  }

  private mutating func take(_ procedure: EnablingProcedure, _ resolver: TechniqueResolver) {
    guard let id = TechniqueText(procedure.technique, resolver.patterns).found.first else {
      return leaveOut(
        procedure,
        UnknownTechnique(
          text: procedure.technique, kind: .typingError,
          suggestion: resolver.suggestion(for: procedure.technique)))
    }
    switch resolver.resolve(id) {
    case .live(let index): add(procedure, to: index)
    case .followed(let old, let index):
      add(procedure, to: index)
      followed[old] = index
    case .unknown(let technique): leaveOut(procedure, technique)
    }
  }

  private mutating func add(_ procedure: EnablingProcedure, to index: Index<Technique>) {
    byTechnique[index, default: []].append(procedure)
    techniques[procedure.technique] = index
  }

  private mutating func leaveOut(_ procedure: EnablingProcedure, _ technique: UnknownTechnique) {
    unknown.append((procedure, .init(technique: technique, place: procedure.place)))
  }
}
