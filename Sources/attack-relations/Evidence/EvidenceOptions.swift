import ArgumentParser
import Attack
import Corpora

/// The options for reports beside ATT&CK's, of all commands that count reports.
struct EvidenceOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Reports of your own, in files or folders; the content tells the format.",
      valueName: "path"),
    completion: .file())
  var reports: [String] = []

  @Option(
    name: .customLong("as"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "A format, and the paths that are read as it: \(Self.formats).", valueName: "format path"),
    completion: .file())
  var formats: [String] = []

  @Flag(
    name: .customLong("allow-tlp-red"),
    help: "Take reports marked TLP:RED, which are refused otherwise.")
  var allowsRed = false

  static let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    guard let first = formats.first, ReportFormat(rawValue: first) == nil else { return }
    throw ValidationError("--as wants a format first, one of \(Self.formats); found `\(first)`")
  }

  /// The reports of some bundles, with those of the options, whose notices are shown.
  ///
  /// - Throws: `CommandError`.
  func corpus(_ knowledge: Knowledge) async throws -> Corpus {
    let own = try await EvidenceLoader.evidence(
      paths, TechniqueResolver(knowledge), allowsRed: allowsRed)
    let corpus = Corpus(knowledge, own)
    Console.show(NoticeLines(knowledge.notices + corpus.notices))
    return corpus
  }

  /// What they name, in its order.
  var paths: [EvidencePath] { EvidencePath.all(reports: reports, formats: formats) }
}
