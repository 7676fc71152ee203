import Text
import ArgumentParser
import Attack
import Corpora
import Measures

extension SuggestionOrder: ExpressibleByArgument {}

/// `infer`: what to look for next, given what was seen.
struct Infer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank what to look for next, given the techniques that were seen.",
    discussion: """
      Example: attack-relations infer --bundle enterprise-attack.json T1047 T1059.001

      As a hunt plan for a ticket, with the log sources to look in:
               attack-relations infer --bundle enterprise-attack.json --format markdown --have WinEventLog:Security T1047
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(
    name: .customLong("bundle"), help: "An ATT&CK bundle; once a file.", completion: .bundle)
  var bundles: [String]

  @Option(help: "The release of bundles that do not say it (STIX 2.0).")
  var release: String?

  @Option(help: "How the answer is written: text, json, or markdown (a hunt plan).")
  var format = Format.text

  @Option(
    help: "The order: telling (times the usual counts too) or likely (by the chance alone).")
  var order = SuggestionOrder.telling

  @Option(help: "How many techniques to rank (default: 20, or 10 in a hunt plan).")
  var top: Int?

  @Option(
    name: .customLong("have"),
    help: ArgumentHelp(
      "A log source that you collect, by ATT&CK's name; may be repeated.", valueName: "name"))
  var held: [String] = []

  @Option(
    name: .customLong("not"),
    help: ArgumentHelp(
      "A technique that was looked for and not found; may be repeated.", valueName: "id"))
  var absent: [String] = []

  @Option(help: "How many reports stand with each technique in JSON.")
  var reports = 10

  @Argument(help: "The techniques that were seen, by their ids.")
  var seen: [String]

  func validate() throws {
    guard top ?? 1 >= 1 else { throw ValidationError("--top wants a number of 1 or more") }
    guard reports >= 0 else { throw ValidationError("--reports wants a number of 0 or more") }
  }

  func run() async throws {
    try await Console.reporting {
      let knowledge = try BundleLoader.knowledge(bundles, version: release)
      let evidence = try EvidenceReader(seen, notFound: absent, knowledge)
      let corpus = Corpus(knowledge)
      let silent = evidence.techniques.filter { corpus.reportsOfTechnique[$0].isEmpty }
        .map { Notice(.uncitedEvidence, at: knowledge.techniques[$0].id.description) }
      Console.show(NoticeLines(knowledge.notices + evidence.notices + silent))
      guard !corpus.reports.isEmpty else {
        throw CommandError(
          "no report of these bundles is cited for a technique: nothing to infer from")
      }
      let isPlan = format == .markdown
      let answer = try await InferenceAnswer(
        evidence, knowledge, corpus, in: order, top: top ?? (isPlan ? 10 : 20), isPlan: isPlan,
        having: HeldNames(held, knowledge).names)
      switch format {
      case .text: try Console.print(answer.text(width: Console.width))
      case .json: try Console.print(answer.json(reports: reports))
      case .markdown: try Console.print(answer.markdown)
      }
    }
  }
}
