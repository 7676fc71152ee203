import ArgumentParser
import Attack
import Corpora
import Foundation
import Measures

/// `infer`: what to look for next, given what was seen.
struct Infer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank what to look for next, given the techniques that were seen.",
    discussion: """
      Example: attack-relations infer --bundle enterprise-attack.json T1047 T1059.001

      As a hunt plan for a ticket, with the log sources to look in:
               attack-relations infer --bundle enterprise-attack.json --format markdown --top 10 T1047
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(name: .customLong("bundle"), help: "An ATT&CK bundle; once a file.")
  var bundles: [String]

  @Option(help: "The release of bundles that do not say it (STIX 2.0).")
  var release: String?

  @Option(help: "How the answer is written: text, json, or markdown (a hunt plan).")
  var format = Format.text

  @Option(help: "How many techniques are ranked.")
  var top = 20

  @Argument(help: "The techniques that were seen, by their ids.")
  var seen: [String]

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top wants a number of 1 or more") }
  }

  func run() async throws {
    try await Console.reporting {
      let knowledge = try BundleLoader.knowledge(bundles, version: release)
      let evidence = try EvidenceReader(seen, knowledge)
      Console.tell(knowledge.notices + evidence.notices)
      let answer = await InferenceAnswer(evidence, knowledge, Corpus(knowledge), top: top)
      switch format {
      case .text: Console.print(answer.text(width: width))
      case .json: Console.print(answer.json)
      case .markdown: Console.print(answer.markdown)
      }
    }
  }

  /// Of the terminal, as the shell tells it; 80 where it does not.
  private var width: Int {
    let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    return min(max(told, 80), 120)
  }
}
