import ArgumentParser
import Attack
import Corpora
import Text

/// `check`: what a build would read from files of reports.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a build would read from your files of reports.",
    discussion: """
      Example: attack-relations check --bundle enterprise-attack.json purple-team.csv misp-event.json

      Exit code 1 if no technique of ATT&CK could be read from any of them.
      """)

  enum AnswerFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    name: .customLong("bundle"), help: "An ATT&CK bundle; repeat the option for each file.",
    completion: .bundle)
  var bundles: [String]

  @OptionGroup var team: TeamSite

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  @Option(
    name: .customLong("as"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "A format, and the files that are read as it: \(EvidenceOptions.formats).",
      valueName: "format file"),
    completion: .file())
  var formats: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "CALDERA's abilities, for files that only name them; put files before it.",
      valueName: "path"),
    completion: .file())
  var capabilities: [String] = []

  @Flag(name: .customLong("coverage"), help: "Read the files as what you can detect.")
  var isOfCoverage = false

  @Option(help: "How the answer is written: text or json.")
  var format = AnswerFormat.text

  @Argument(help: "Files or folders of reports.", completion: .file())
  var files: [String] = []

  func validate() throws {
    if let first = formats.first, ReportFormat(rawValue: first) == nil {
      throw ValidationError(
        "--as wants a format first, one of \(EvidenceOptions.formats); found `\(first)`")
    }
    guard files.isEmpty, formats.count < 2 else { return }
    throw ValidationError("check wants files of reports")
  }

  func run() async throws {
    try await Console.reporting {
      let knowledge = try BundleLoader.knowledge(bundles, version: release, site: team.site)
      if isOfCoverage { return try checkCoverage(knowledge) }
      Console.show(progress: "Reading the reports")
      let loader = try EvidenceLoader(EvidencePath.all(reports: files, formats: formats))
      let own = try CapabilityLoader(capabilities)
      Console.show(NoticeLines(own.notices))
      let resolver = TechniqueResolver(knowledge, abilities: AbilityIndex(own.abilities))
      let answer = CheckAnswer(await loader.readings, resolver, knowledge)
      switch format {
      case .text: try Console.print(answer.text)
      case .json: try Console.print(answer.json.compact)
      }
      guard answer.isOfUse else {
        throw CommandError(
          "no technique of \(Format.list(knowledge.releases.map(\.title))) in these files",
          "see what is said of each above")
      }
    }
  }

  private func checkCoverage(_ knowledge: Knowledge) throws {
    let answers = try files.compactMap { path in
      try CoverageLoader([path]).coverage(from: 1, knowledge, TechniqueResolver(knowledge)).map {
        CoverageAnswer(path: path, coverage: $0, techniques: knowledge.techniques)
      }
    }
    switch format {
    case .text: try Console.print(answers.map(\.text).joined(separator: "\n\n"))
    case .json: try Console.print(JSONText.object([("files", .list(answers.map(\.json)))]).compact)
    }
    guard answers.contains(where: { !$0.coverage.techniques(.covered).isEmpty }) else {
      throw CommandError(
        "these files cover no technique of \(Format.list(knowledge.releases.map(\.title)))",
        "a technique is covered where it is enabled and has a score of 1 or more")
    }
  }
}
