import Attack
import Measures
import Pages
import Storage
import Text
import Website

extension CommandError {
  /// The error of any stage; `nil` for one that no stage throws.
  init?(of error: any Error) {
    switch error {
    case let complaint as CommandError: self = complaint
    case let error as SubsetError: self.init(error)
    case let error as TemplateError: self.init(error)
    case let error as AssetError: self.init(error)
    case let error as TeamTextError: self.init(error)
    case let error as BrokenLinks: self.init(error)
    case let error as SiteFolderError: self.init(error.text)
    case let error as SiteServer.Refusal: self.init(error.text)
    default: return nil
    }
  }
}

/// What a build reads.
extension CommandError {
  init(_ error: SourceError, of path: String, expected: String = "an ATT&CK STIX bundle") {
    switch error {
    case .missing: self.init("`\(path)` does not exist, expected \(expected)")
    case .folder: self.init("`\(path)` is a folder, expected the file of \(expected)")
    case .noFolder: self.init("`\(path)` is not a folder")
    case .unreadable: self.init("`\(path)` cannot be read; look at its permissions")
    case .tooLarge:
      self.init(
        "`\(path)` has more than \(SourceReader.limit >> 30) GiB, the most that is read of a file",
        "expected \(expected)")
    }
  }

  /// A file that should be text.
  init(notText path: String, found: String) {
    self.init("`\(path)` is \(found), expected UTF-8 text", "save it as UTF-8")
  }

  init(_ fault: TextError, in file: String, _ advice: String) {
    self.init(
      "`\(file)` is not valid text: at line \(fault.line), column \(fault.column) is \(fault.found)",
      advice)
  }

  init(_ fault: JSONError, in file: String, _ advice: String) {
    self.init(
      "`\(file)` is not valid JSON: at line \(fault.line), column \(fault.column) \(fault.found)"
        + " where JSON does not allow it", advice)
  }

  init(_ fault: StixError, in file: String) {
    let advice = "download the release again: one file of ATT&CK as STIX 2.0 or 2.1"
    switch fault {
    case .empty:
      self.init("`\(file)` is empty, expected an ATT&CK STIX bundle", advice)
    case .foreign(let content):
      self.init(
        "`\(file)` is \(content.words), expected the JSON of an ATT&CK STIX bundle",
        content.advice(for: file))
    case .brokenText(let fault): self.init(fault, in: file, advice)
    case .brokenJSON(let fault): self.init(fault, in: file, advice)
    case .notABundle(let found):
      self.init("`\(file)` holds \(found), expected a STIX bundle (`\"type\": \"bundle\"`)", advice)
    case .withoutTechniques(let objects):
      self.init(
        "`\(file)` is a STIX bundle without techniques: \(objects) objects, no `attack-pattern`",
        advice)
    case .otherCatalogue(let techniques, let ids, let sources):
      let count = Format.count(techniques, "attack pattern has", "attack patterns have")
      let found =
        ids.isEmpty
        ? "no id" : "ids such as \(Self.quoted(ids)), of \(Self.quoted(sources))"
      self.init(
        "`\(file)` is not ATT&CK: its \(count) \(found)",
        "expected ids such as T1059 or T1059.001, of `mitre-attack`",
        "forms of your own stand under `id_patterns` in site.yml")
    case .olderThanMobile3:
      self.init(
        "`\(file)` is Mobile ATT&CK older than v3, whose ids (`MOB-T…`) later ones do not continue",
        "give a release of v3 or later")
    }
  }

  init(_ fault: TemplateError) {
    switch fault {
    case .missing(let folder, let name): self.init("`\(folder)` has no template `\(name)`")
    case .overridesNothing(let path, let name, let known):
      let near = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
      self.init(
        "`\(path)` is no template of the tool, and no page would show it",
        near ?? "the tool has: \(known.joined(separator: ", "))")
    case .unreadable(let path): self.init("`\(path)` cannot be read as a file")
    case .notText(let path, let found): self.init(notText: path, found: found)
    case .broken(let path, let reason): self.init("`\(path)` is no Mustache template: \(reason)")
    case .layout(let path, let part, let count):
      self.init(
        "template `\(path)` holds `\(part)` \(count == 0 ? "nowhere" : "\(count) times"), expected once: "
          + "every page would lack its content")
    case .unknownTag(let path, let line, let tag, let known):
      let near = Suggestion.nearest(to: tag, among: known).map { "did you mean `\($0)`?" }
      self.init(
        "template tag `\(tag)` is filled by nothing", "--> \(path):\(line)",
        near ?? "known here: \(known.joined(separator: ", "))")
    case .markdown(let path, .unknownExhibit(let name, let known)):
      self.init(
        "template `\(path)` shows exhibit `\(name)`, which its page does not have",
        "this page has: \(known.joined(separator: ", "))")
    case .markdown(let path, .unknownDirective(let text)):
      self.init(
        "template `\(path)` has the comment `\(text)`, which is no `section`, `fold`, `hint` or `end`"
      )
    case .markdown(let path, .unbalancedFold(let text)):
      self.init(
        "template `\(path)` has `<!-- \(text) -->` without its counterpart",
        "`fold` and `end` stand in pairs, within one section")
    }
  }

  init(_ fault: AssetError) {
    switch fault {
    case .missing(let path): self.init("`\(path)` is missing; every page needs it")
    case .unreadable(let path):
      self.init("`\(path)` cannot be read as a file", "assets stand side by side, in no folders")
    }
  }

  init(_ fault: TeamTextError) {
    switch fault {
    case .badName(let path):
      self.init(
        "`\(path)` cannot be the name of a page or a picture: expected letters, digits, `.`, `_` and `-`,"
          + " and for a page not `index`", "rename it: the site uses this name")
    case .unreadable(let path): self.init("`\(path)` cannot be read as a file")
    case .notText(let path, let found): self.init(notText: path, found: found)
    }
  }
}

extension CommandError {
  init(_ fault: GzipError, in file: String) {
    switch fault {
    case .cut: self.init("`\(file)` is gzip data that ends too early", "download it again")
    case .damaged: self.init("`\(file)` is damaged gzip data", "download it again")
    case .tooLarge:
      self.init(
        "`\(file)` is gzip data of more than \(Format.count(GzipData.limit >> 20)) MB, which is no bundle"
      )
    }
  }

  private static func quoted(_ texts: [String]) -> String {
    texts.map { "`\($0)`" }.joined(separator: ", ")
  }
}

/// What it measures.
extension CommandError {
  init(_ fault: SubsetError) {
    switch fault {
    case .missing(let missing, let subset, let source):
      self.init(
        "subset `\(subset)` wants \(missing), which is in none of the bundles", "--> \(source)",
        "mend it, or say `optional: true`")
    case .twin(let subset, let source):
      self.init(
        "a second subset of the name `\(subset)`", "--> \(source)",
        "give it another name; one of each tactic has the tactic's id")
    }
  }
}

/// What it writes.
extension CommandError {
  /// The first that a text of the team's has is named with its line.
  init(_ links: BrokenLinks, in texts: TeamTexts = TeamTexts()) {
    let count = Format.count(links.links.count, "broken link or anchor", "broken links or anchors")
    let own = links.links.lazy.compactMap { link in
      link.pages.lazy.compactMap { texts.place(ofLink: link.text, on: $0) }.first
        .map { (link: link, place: $0) }
    }.first
    let first = own?.link ?? links.links.first
    self.init(
      "the site would have \(count); nothing was changed",
      first.map { "first: `\($0.text)` on \($0.pages.joined(separator: ", "))" } ?? "",
      own.map { "--> \($0.place)" } ?? "mend the template or page that makes it")
  }
}
