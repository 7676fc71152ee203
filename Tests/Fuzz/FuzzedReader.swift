import Attack
import Corpora
import Foundation
import Measures
import Records
import Storage
import Text

@testable import Pages
@testable import Website
@testable import attack_relations

/// Something that reads bytes which others wrote.
///
/// An error that it throws is an answer. It must not trap, hang or fill the memory.
struct FuzzedReader: Sendable {
  let name: String
  let read: @Sendable ([UInt8]) -> Void

  init(_ name: String, _ read: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.read = { try? read($0) }
  }

  static let all =
    [bundle, reports] + ReportFormat.allCases.map(reports)
    + [
      coverage, capabilities, settings, template, page, packed, model, question, index, request,
      answer,
    ]
}

extension FuzzedReader {
  /// A bundle, packed or not, up to the reports that it cites.
  private static let bundle = FuzzedReader("bundle") { bytes in
    let bundle = try BundleLoader.bundle(SourceFile(path: "bundle", bytes: bytes), .none)
    _ = Corpus(Knowledge([bundle]))
  }

  /// Reports, whose content tells their format.
  private static let reports = FuzzedReader("reports") { evidence(of: $0, as: nil) }

  /// Reports of one format.
  private static func reports(_ format: ReportFormat) -> FuzzedReader {
    FuzzedReader(format.rawValue) { evidence(of: $0, as: format) }
  }

  /// Reads a file of reports, looks up its techniques, and counts them.
  private static func evidence(of bytes: [UInt8], as format: ReportFormat?) {
    let file = EvidenceLoader.File(
      source: SourceFile(path: "file", bytes: bytes),
      path: EvidencePath(path: "file", format: format), isNamed: false)
    let reading = EvidenceLoader.Reading(file: file, result: EvidenceLoader.read(file))
    _ = Corpus(knowledge, Evidence([reading], resolver), isAlone: true)
  }

  private static let coverage = FuzzedReader("coverage") { bytes in
    _ = Coverage(try CoverageFile.all(bytes, name: "file"), knowledge, resolver)
  }

  /// Capabilities in our own form, or CALDERA's abilities, which are written in ours and read again.
  private static let capabilities = FuzzedReader("capabilities") { bytes in
    guard case .abilities(let abilities, _) = try CapabilityFile(bytes) else { return }
    let written = AbilityImport(abilities).capabilities.yaml
    do {
      _ = try CapabilityFile(Array(written.utf8))
    } catch {
      fatalError("\(error) in what was imported: \(written)")
    }
  }

  /// `site.yml`.
  private static let settings = FuzzedReader("settings") { bytes in
    _ = try SiteFileReader.read(SourceFile(path: "site.yml", bytes: bytes))
  }

  /// The words of a technique's page.
  private static let template = FuzzedReader("template") { bytes in
    guard let text = SourceFile(path: "t", bytes: bytes).text,
      let contents = PageContents.types["technique"]
    else { return }
    _ = Template(
      try TemplateCompiler.parts(of: text, filledBy: contents), filledBy: contents, in: .markdown)
  }

  /// A page that a team wrote, as HTML and for a Git wiki: no script, no broken frame.
  private static let page = FuzzedReader("page") { bytes in
    let folder = SourceFolder(path: "p", files: ["a.md": SourceFile(path: "a.md", bytes: bytes)])
    let texts = try TeamTextReader.read(pages: folder, notes: nil)
    _ = DroppedHTML.notices(texts)
    guard let text = SelfContainedMarkdown.texts(texts).pages.first else { return }
    let html = try MarkdownRenderer().render(text.markdown, exhibits: []) { _, _ in }
    for danger in dangers where [html.head, html.sections].contains(where: { $0.contains(danger) })
    {
      fatalError("the page has \(String(decoding: danger, as: UTF8.self))")
    }
    _ = WikiMarkdown(
      path: "pages/a.html", title: text.title, exhibits: [:],
      on: .folder(pages: [], front: "Home.md", site: nil)
    ).bytes(from: text.markdown)
  }

  private static let packed = FuzzedReader("packed") { _ = try GzipData.unpack($0, limit: 1 << 20) }

  /// What no page may have, in whatever way its writer writes it.
  private static let dangers =
    ["<script", "<iframe", "href=javascript:", "href=\"javascript:", "src=javascript:", "\u{202E}"]
    .map { Array($0.utf8) }

  /// What `model` wrote, which is asked for what goes with one of its techniques.
  private static let model = FuzzedReader("model") { bytes in
    let answers = try AnswerMaker(InferenceModel(bytes: bytes), in: .telling, top: 10, isPlan: true)
    let evidence = try EvidenceReader(["T1047"], notFound: ["T1105"], answers.ids)
    _ = answers.answer(evidence).json(reports: 3).compact
  }

  /// A line of `infer --jsonl`.
  private static let question = FuzzedReader("question") { bytes in
    _ = try LineQuestion(String(decoding: bytes, as: UTF8.self))
  }

  /// The index of all releases.
  private static let index = FuzzedReader("index") { bytes in
    _ = try ReleaseIndex(bytes, at: "index", of: .enterprise).pick(.newest)
  }

  /// What a browser asks of `serve`.
  private static let request = FuzzedReader("request") { bytes in
    guard let end = RequestHead.end(in: bytes), let head = RequestHead(bytes.prefix(end)) else {
      return
    }
    _ = site.answer(to: head)
  }

  /// What a server answers `fetch`.
  private static let answer = FuzzedReader("answer") { bytes in
    guard let head = AnswerHead(String(decoding: bytes, as: UTF8.self)) else { return }
    _ = (head.mark, head.start, head.length, head.patience(), head.isRedirect)
  }
}

extension FuzzedReader {
  /// Of the demo.
  private static let knowledge: Knowledge = {
    guard let demo = ShippedFiles.file("Site/demo/demo-attack.json"),
      let bundle = try? BundleLoader.bundle(demo, .none)
    else { fatalError("the demo's bundle cannot be read") }
    return Knowledge([bundle])
  }()

  private static let resolver = TechniqueResolver(knowledge)

  /// Of one page, in a folder that is gone once it is read.
  private static let site: SiteMemory = {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      for name in ["index.html", SitePath.marker] {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("<p>One page".utf8).write(to: file)
      }
      return try SiteMemory(folder: folder.path())
    } catch {
      fatalError("\(error)")
    }
  }()
}
