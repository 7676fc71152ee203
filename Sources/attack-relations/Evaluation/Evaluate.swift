import Text
import ArgumentParser
import Attack
import Corpora
import Measures

/// `evaluate`: how good the inference, and on request the relations, are on reports not learnt
/// from.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well hidden techniques are found, and whether the percentages hold.",
    discussion: """
      Example: attack-relations evaluate --bundle enterprise-attack.json

      Learn from one release, and be tested on the reports that the next one adds:
               attack-relations evaluate --learn enterprise-17.1.json --test enterprise-18.1.json

      With --reports also whether your own reports make the answers better, asked of ATT&CK's:
               attack-relations evaluate --bundle enterprise-attack.json --reports incidents/

      With --relations also how often what stands out in one half of the reports comes back in \
      the other, and how many pairs chance alone would give.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(
    name: .customLong("bundle"), help: "An ATT&CK bundle; repeat the option for each file.",
    completion: .bundle)
  var bundles: [String] = []

  @Option(
    help: "The bundle of an earlier release, to learn from; with --test.", completion: .bundle)
  var learn: String?

  @Option(
    help: "The bundle of a later release, whose new reports are asked; with --learn.",
    completion: .bundle)
  var test: String?

  @OptionGroup var team: TeamSite

  @OptionGroup var evidence: EvidenceOptions

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  @Option(help: "How the answer is written: text or json.")
  var format = Format.text

  @Flag(help: "Also evaluate what stands out: by halves, and against shuffled reports.")
  var relations = false

  func validate() throws {
    guard (learn == nil) == (test == nil) else {
      throw ValidationError("--learn and --test want each other: an earlier and a later release")
    }
    guard bundles.isEmpty != (learn == nil) else {
      throw ValidationError("give either --bundle, or --learn and --test")
    }
    guard learn == nil || evidence.paths.isEmpty else {
      throw ValidationError("--reports goes with --bundle: it compares with and without them")
    }
    guard learn == nil || !relations else {
      throw ValidationError("--relations goes with --bundle: it halves the reports of one corpus")
    }
  }

  func run() async throws {
    try await Console.reporting {
      let trial =
        if let learn, let test {
          try EvaluationPlan(learning: knowledge([learn]), testing: knowledge([test]))
        } else {
          try EvaluationPlan(knowledge(bundles))
        }
      let gain = try await gain()
      let answer = await EvaluationAnswer(trial, gain, relations: relations)
      switch format {
      case .text: try Console.print(answer.text(width: Console.width))
      case .json: try Console.print(answer.json)
      }
    }
  }

  /// What reports beside ATT&CK's add; `nil` without any.
  private func gain() async throws -> EvidenceGain? {
    guard !evidence.paths.isEmpty else { return nil }
    let knowledge = try BundleLoader.knowledge(bundles, version: release, site: team.site)
    let corpus = try await evidence.corpus(knowledge)
    Console.show(progress: "Asking with and without your reports")
    return await EvidenceGain(corpus, corpus.all, ids: knowledge.techniqueIDs)
  }

  private func knowledge(_ paths: [String]) throws -> Knowledge {
    let knowledge = try BundleLoader.knowledge(paths, version: release, site: team.site)
    Console.show(NoticeLines(knowledge.notices))
    return knowledge
  }
}
