import Attack
import Corpora
import Measures
import Pages
import Records
import Storage
import Text

/// Makes what an inference needs from bundles, or reads the file that `model` wrote.
enum ModelLoader {
  /// From bundles, whose notices are shown.
  ///
  /// - Throws: `CommandError`.
  static func model(
    ofBundles bundles: [String], version: String?, site: String?, own paths: [EvidencePath],
    allowsRed: Bool, coverage: CoverageLoader = CoverageLoader(), order: OrderOptions
  ) async throws -> InferenceModel {
    let knowledge = try BundleLoader.knowledge(bundles, version: version, site: site)
    let capabilities = try order.loader(ofSite: site)
    let resolver = TechniqueResolver(
      knowledge, abilities: AbilityIndex(capabilities.own.abilities))
    let evidence = try await EvidenceLoader.evidence(paths, resolver, allowsRed: allowsRed)
    let corpus = Corpus(knowledge, evidence)
    Console.show(NoticeLines(knowledge.notices + corpus.notices))
    guard !corpus.reports.isEmpty else {
      throw CommandError(
        "no report of these bundles is cited for a technique: nothing to infer from")
    }
    var model = await InferenceModel(knowledge, corpus, learning: LearntInference.kept)
    model.coverage = try coverage.coverage(from: 1, knowledge, resolver)
    Console.show(NoticeLines(model.coverage?.notices ?? []))
    let inputs = try await OrderInputs(
      EvidenceLoader(order.flows.map { EvidencePath(path: $0) }), capabilities.own,
      startingWith: capabilities.starter, evidence, knowledge, resolver)
    Console.show(NoticeLines(inputs.notices))
    model.intrusions =
      inputs.findings(knowledge, PairRatios(corpus.citations(of: corpus.all)))?.intrusions
    return model
  }

  /// From a file.
  ///
  /// - Throws: `CommandError`.
  static func model(inFile path: String) throws -> InferenceModel {
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try SourceReader.bytes(of: SourceFile.path(path))
    } catch {
      throw CommandError(error, of: path, expected: "a model that `model` wrote")
    }
    do throws(InferenceModelError) {
      return try InferenceModel(bytes: bytes)
    } catch {
      throw CommandError(error, in: path)
    }
  }
}

extension CommandError {
  fileprivate init(_ fault: InferenceModelError, in file: String) {
    let advice = "make it again: attack-relations model BUNDLE --output \(file)"
    switch fault {
    case .foreign(let content):
      self.init(
        "`\(file)` is \(content.words), expected a model that `model` wrote",
        content.advice(for: file))
    case .brokenText(let fault): self.init(fault, in: file, advice)
    case .brokenJSON(let fault): self.init(fault, in: file, advice)
    case .otherFile:
      self.init(
        "`\(file)` is no model, expected a file that `model` wrote",
        "for an ATT&CK bundle use --bundle")
    case .otherSchema(let found):
      self.init(
        "`\(file)` has the schema \(found), expected \(InferenceModel.schema)", advice)
    case .content(let reason):
      self.init("`\(file)` is an incomplete model: \(reason)", advice)
    }
  }
}
