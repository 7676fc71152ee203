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

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  func run() async throws {
    try await Console.reporting {
      let target = output == "-" ? nil : try file()
      let model = try await ModelLoader.model(
        ofBundles: bundles, version: release, site: team.site, own: evidence.paths,
        allowsRed: evidence.allowsRed)
      let json = model.json(version: ToolVersion.number)
      guard let target else { return try Console.print(json.compact) }
      try Disk.replace(target, by: json.line)
    }
  }

  /// The file to write, behind any links.
  ///
  /// - Throws: `CommandError` for what is there and no file, and for one of the bundles.
  private func file() throws -> String {
    guard let entry = try Disk.entry(at: output, followingLinks: true) else {
      guard try Disk.entry(at: output) == nil else {
        throw CommandError("`\(output)` is a link that leads nowhere, expected a file to write")
      }
      return output
    }
    guard entry.kind == .file else {
      throw CommandError(
        "`\(output)` is not a file, and stays as it is", "`-` is standard output")
    }
    let bundles = try bundles.compactMap { try Disk.entry(at: $0, followingLinks: true) }
    guard !bundles.contains(where: { ($0.device, $0.inode) == (entry.device, entry.inode) }) else {
      throw CommandError("`\(output)` is one of the bundles, and stays as it is")
    }
    return Disk.realPath(output) ?? output
  }
}
