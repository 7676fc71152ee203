import ArgumentParser
import Records
import Storage
import Text

/// `model`: writes all that `infer` needs into one file, so that it answers at once.
struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Write a file of all that `infer` needs, so that it answers at once.",
    discussion: """
      Example: attack-relations model enterprise-attack.json --output model.json
               attack-relations infer --model model.json T1047 T1059.001

      The answers are those of `infer --bundle`, byte for byte.
      """)

  @Argument(help: "ATT&CK bundles, STIX 2.0 or 2.1; `-` is standard input.", completion: .bundle)
  var bundles: [String]

  @Option(
    name: .shortAndLong, help: "The file, which is replaced; `-` is standard output.",
    completion: .bundle)
  var output = "model.json"

  @OptionGroup var team: TeamSite

  @OptionGroup var evidence: EvidenceOptions

  @OptionGroup var order: OrderOptions

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  func run() async throws {
    try await Console.reporting {
      let target =
        output == "-" ? nil : try OutputFile.path(output, notOneOf: bundles, "bundles")
      let model = try await ModelLoader.model(
        ofBundles: bundles, version: release, site: team.site, own: evidence.paths,
        allowsRed: evidence.allowsRed, order: order)
      let json = model.json(version: ToolVersion.number)
      guard let target else { return try Console.print(json.compact) }
      try Disk.replace(target, by: json.line)
    }
  }
}
