import ArgumentParser
import Foundation
internal import Storage

/// The command line.
@main
struct AttackRelations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attack-relations",
    abstract: "Which ATT&CK techniques are reported together, and who says so.",
    discussion: "Example: attack-relations build enterprise-attack.json",
    // To `fetch` this option is the release: there it must not print the tool's version.
    version: CommandLine.arguments.dropFirst().first == "fetch" ? "" : ToolVersion.withCommit,
    subcommands: [
      Fetch.self, Build.self, Check.self, Init.self, Shipped.self, Infer.self, ModelCommand.self,
      Evaluate.self, LayerCommand.self, Diff.self, ImportAbilities.self, SetsCommand.self,
      Serve.self,
    ])

  /// What was given, `--strict` alone being short for `--strict=new`: it must not swallow a bundle.
  static func arguments(_ given: some Sequence<String>) -> [String] {
    let given = Array(given)
    let end = given.firstIndex(of: "--") ?? given.endIndex
    return given.indices.map { index in
      let next = given.indices.contains(index + 1) ? given[index + 1] : ""
      let isShort =
        given[index] == "--strict" && index < end && Strictness.Scope(rawValue: next) == nil
      return isShort ? "--strict=new" : given[index]
    }
  }

  /// Runs the command; wrong usage is printed as every other error is, in a line that starts with `error:`.
  static func main() async {
    signal(SIGXFSZ, SIG_IGN)  // a file longer than the system allows is an error with words
    do {
      var command = try parseAsRoot(Self.arguments(CommandLine.arguments.dropFirst()))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let text = fullMessage(for: error)
      Console.note(text.hasPrefix("Error: ") ? "error: " + text.dropFirst("Error: ".count) : text)
      exit(withError: ExitCode.validationFailure)
    }
  }
}
