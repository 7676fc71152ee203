import ArgumentParser
import Attack
import Corpora
import Measures
import Pages
import Records
import Text

/// `layer`: one Navigator layer on standard output.
struct LayerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer",
    abstract:
      "Print the ATT&CK Navigator layer of a technique, group, software, campaign or report.",
    discussion: """
      Example: attack-relations layer --bundle enterprise-attack.json T1047 > T1047.json

      Of several ids it prints a list of their layers, which the Navigator opens together; so it does of an id \
      with techniques in several domains, since a layer is of one.
      """
  )

  @Option(
    name: .customLong("bundle"), help: "An ATT&CK bundle; repeat the option for each file.",
    completion: .bundle)
  var bundles: [String]

  @OptionGroup var team: TeamSite

  @OptionGroup var evidence: EvidenceOptions

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  @Argument(help: "ATT&CK ids (T1047, G0016, S0002, C0024), or reports' ids.")
  var ids: [String]

  func run() async throws {
    try await Console.reporting {
      let knowledge = try BundleLoader.knowledge(bundles, version: release, site: team.site)
      let corpus = try await evidence.corpus(knowledge)
      let associations = await Associations(
        corpus.citations, ids: knowledge.techniqueIDs)
      let files = LayerFiles(knowledge, CountedCorpus(corpus), associations)
      let layers = try ids.distinct.flatMap { id in
        let layers = files.layers(of: id)
        guard !layers.isEmpty else {
          throw CommandError(
            "`\(id)` is no live technique, group, software, campaign or report of these bundles",
            "ids are written as T1059.001, G0016, S0002, C0024; reports' as their pages are named")
        }
        return layers.map { String(decoding: $0, as: UTF8.self) }
      }
      try Console.print(
        layers.count == 1 ? layers[0] : "[" + layers.joined(separator: ",\n") + "]")
    }
  }
}
