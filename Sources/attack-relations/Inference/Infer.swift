import Text
import ArgumentParser
import Attack
import Measures
import Pages
import Records

extension SuggestionOrder: ExpressibleByArgument {}

/// `infer`: what to look for next, given what was seen.
struct Infer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank what to look for next, given the techniques that were seen.",
    discussion: """
      Example: attack-relations infer --bundle enterprise-attack.json T1047 T1059.001

      With what you can detect, what is not covered first:
               attack-relations infer --bundle enterprise-attack.json --format markdown --coverage detections.json --gaps first T1047

      As a hunt plan for a ticket, with the log sources to look in:
               attack-relations infer --bundle enterprise-attack.json --format markdown --have WinEventLog:Security T1047

      Many questions at once, from a file that `model` wrote:
               attack-relations infer --model model.json --jsonl < sets.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, layer
  }

  @Option(
    name: .customLong("bundle"), help: "An ATT&CK bundle; repeat the option for each file.",
    completion: .bundle)
  var bundles: [String] = []

  @Option(
    help: "In place of bundles: a file that `model` wrote, which is read at once.",
    completion: .bundle)
  var model: String?

  @OptionGroup var team: TeamSite

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  @Option(
    help: """
      How the answer is written: text, json, markdown (a hunt plan), or layer (for the ATT&CK \
      Navigator). (default: text)
      """)
  var format: Format?

  @Flag(
    name: .customLong("jsonl"),
    help: """
      Read sets from standard input, a line each (T1047 T1059.001, or {"seen": ["T1047"], "not": \
      ["T1105"]}), and answer each with a line of JSON.
      """)
  var readsLines = false

  @Option(
    help: "The order: telling (times the usual counts too) or likely (by the chance alone).")
  var order = SuggestionOrder.telling

  @Option(help: "How many techniques to rank (default: 20, or 10 in a hunt plan).")
  var top: Int?

  @Option(
    name: .customLong("have"),
    help: ArgumentHelp(
      "A log source that you collect, by ATT&CK's name, or Linux/NAME for one platform; may be repeated.",
      valueName: "name"))
  var held: [String] = []

  @Option(
    name: .customLong("not"),
    help: ArgumentHelp(
      "A technique that was looked for and not found; may be repeated.", valueName: "id"))
  var absent: [String] = []

  @Option(help: "How many reports stand with each technique in JSON.")
  var reports = 10

  @Option(
    name: .customLong("own"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Reports of your own, as `build --reports` reads them; with --bundle.", valueName: "path"),
    completion: .file())
  var own: [String] = []

  @Flag(
    name: .customLong("allow-tlp-red"),
    help: "Take reports of --own that are marked TLP:RED, which are refused otherwise.")
  var allowsRed = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What you can detect: Navigator layers, or DeTT&CT's YAML; with --bundle.",
      valueName: "layer"),
    completion: .file())
  var coverage: [String] = []

  @OptionGroup var steps: OrderOptions

  @Option(
    help: "In a hunt plan, where what is not covered comes: first (to hunt) or last (to verify).")
  var gaps: GapOrder?

  @Argument(help: "The techniques that were seen, by their ids.")
  var seen: [String] = []

  func validate() throws {
    guard top ?? 1 >= 1 else { throw ValidationError("--top wants a number of 1 or more") }
    guard reports >= 0 else { throw ValidationError("--reports wants a number of 0 or more") }
    guard bundles.isEmpty != (model == nil) else {
      throw ValidationError("infer wants either --bundle FILE or --model FILE")
    }
    try validateModel()
    guard gaps == nil || !coverage.isEmpty && format == .markdown else {
      throw ValidationError("--gaps orders a hunt plan: it wants --coverage and --format markdown")
    }
    guard readsLines else {
      guard !seen.isEmpty else {
        throw ValidationError(
          (own + coverage + steps.flows + steps.capabilities).isEmpty
            ? "infer wants the ids of techniques that were seen, such as T1047"
            : "infer wants ids such as T1047; put `--` between the paths of an option and the ids")
      }
      return
    }
    guard seen.isEmpty, absent.isEmpty, format ?? .json == .json else {
      throw ValidationError(
        "--jsonl reads ids from standard input and answers in JSON: give it no ids, --not or --format"
      )
    }
  }

  /// A model has all that bundles would be read with.
  private func validateModel() throws {
    guard model != nil else { return }
    guard team.site == nil else {
      throw ValidationError("--site belongs to --bundle: a model knows its forms of ids")
    }
    guard release == nil else {
      throw ValidationError("--release belongs to --bundle: a model knows its releases")
    }
    guard coverage.isEmpty else {
      throw ValidationError("--coverage belongs to --bundle")
    }
    guard steps.flows.isEmpty && steps.capabilities.isEmpty else {
      throw ValidationError(
        "--flows and --capabilities belong to --bundle: `model` takes them into a model")
    }
    guard own.isEmpty else {
      throw ValidationError("--own belongs to --bundle: `model --reports` takes them into a model")
    }
  }

  func run() async throws {
    try await Console.reporting {
      let model = try await readModel()
      let inference = try AnswerMaker(
        model, in: order, top: top ?? (format == .markdown ? 10 : 20),
        isPlan: format == .markdown, having: held)
      if readsLines { return try LineAnswers(inference, reports: reports).run() }
      let evidence = try EvidenceReader(seen, notFound: absent, inference.ids)
      Console.show(NoticeLines(evidence.notices + inference.uncited(evidence)))
      let answer = inference.answer(evidence)
      switch format ?? .text {
      case .text: try Console.print(answer.text(width: Console.width))
      case .json: try Console.print(answer.json(reports: reports).compact)
      case .markdown: try Console.print(answer.markdown(gaps))
      case .layer: try Console.print(answer.layer)
      }
    }
  }

  private func readModel() async throws -> InferenceModel {
    if let model { return try ModelLoader.model(inFile: model) }
    return try await ModelLoader.model(
      ofBundles: bundles, version: release, site: team.site,
      own: EvidencePath.all(reports: own, formats: []), allowsRed: allowsRed,
      coverage: CoverageLoader(coverage), order: steps)
  }
}
