import ArgumentParser
import Corpora

/// The options for order and purpose: in which order techniques come, what they need and give.
struct OrderOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Public flows (Attack Flow) and plans, files or folders: which technique comes before which. They are in no count.",
      valueName: "path"),
    completion: .file())
  var flows: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Your own files of what techniques need and give: capabilities (YAML), or CALDERA's abilities.",
      valueName: "path"),
    completion: .file())
  var capabilities: [String] = []

  /// What techniques need and give, for a command without a build: what the team names, and what its site, or
  /// the tool, starts with.
  ///
  /// - Throws: `CommandError`.
  func loader(ofSite site: String?) throws -> (own: CapabilityLoader, starter: Capabilities) {
    let starter = try CapabilityLoader.starter(BuildSources.capabilityFile(ofSite: site))
    return (try CapabilityLoader(capabilities, known: starter.titles.keys), starter)
  }
}
