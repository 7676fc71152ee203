import ArgumentParser

/// The command line.
@main
struct AttackRelations: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "attack-relations",
    abstract: "Which ATT&CK techniques are reported together, and who says so.",
    discussion: "Example: attack-relations build enterprise-attack.json",
    version: version,
    subcommands: [Build.self, Infer.self, Evaluate.self, LayerCommand.self, Serve.self])
}
