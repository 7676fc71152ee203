import ArgumentParser

@main
struct AttackRelations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attack-relations", subcommands: [Serve.self])
}
