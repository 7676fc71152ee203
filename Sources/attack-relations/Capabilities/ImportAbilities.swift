import ArgumentParser
import Corpora
import Storage

/// `import-abilities`: what abilities of CALDERA need and give, as a file of capabilities.
struct ImportAbilities: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write what abilities of CALDERA need and give as a file of capabilities.",
    discussion: """
      Example: attack-relations import-abilities stockpile/data/abilities --output abilities.yml

      Give all folders at once: what one ability needs depends on what the others give. No command of an \
      ability is in the file.
      """)

  @Argument(
    help: "Folders or files of abilities, YAML; `-` is standard input.",
    completion: .file(extensions: ["yml", "yaml"]))
  var folders: [String]

  @Option(
    name: .shortAndLong, help: "The file, which is replaced; `-` is standard output.",
    completion: .file(extensions: ["yml", "yaml"]))
  var output = "-"

  func run() async throws {
    try await Console.reporting {
      let loader = try CapabilityLoader(folders)
      let target =
        output == "-"
        ? nil : try OutputFile.path(output, notOneOf: loader.files.map(\.path), "abilities")
      Console.show(NoticeLines(loader.notices))
      if let own = loader.own.first {
        throw CommandError(
          "`\(own.path)` is a file of capabilities already, expected CALDERA's abilities",
          "name the folders of the abilities alone")
      }
      guard !loader.abilities.isEmpty else {
        throw CommandError(
          "there are no abilities of CALDERA in these folders",
          "they are YAML files with `technique_id` or `technique`, such as those of its plugin stockpile"
        )
      }
      let yaml = Array(AbilityImport(loader.abilities).capabilities.yaml.utf8)
      guard let target else { return try Console.print(file: yaml) }
      try Disk.replace(target, by: yaml)
    }
  }
}
