import Text
import Attack
import Measures
import Pages
import Storage
import Website
import Yams

/// Reads `site.yml`; whatever it does not know, or of another type, is an error with its line.
struct SiteFileReader {
  private let path: String
  /// The file's own forms of ids.
  private var patterns = IDPatterns.none

  private init(path: String) { self.path = path }

  /// A team's file over the tool's own: the keys that it does not have are as shipped, but for the
  /// bundles, so that nobody who forgets them builds the demo.
  ///
  /// - Throws: `CommandError`.
  static func read(_ file: SourceFile?) throws -> SiteFile {
    var site = SiteFile()
    if let shipped = ShippedFiles.file("Site/site.yml") { site = try read(shipped, over: site) }
    guard let file else { return site }
    site.bundles = []
    return try read(file, over: site)
  }

  private static func read(_ file: SourceFile, over site: SiteFile) throws -> SiteFile {
    var reader = SiteFileReader(path: file.path)
    return try reader.parse(file, over: site)
  }

  /// The forms of ids in the folder of a team's site, without which that is `Site`, if it is there:
  /// for commands that need nothing else of it.
  ///
  /// - Throws: `CommandError`.
  static func patterns(ofSite folder: String?) throws -> IDPatterns {
    try file(ofSite: folder).idPatterns
  }

  /// The index that such a folder names, else MITRE's own.
  ///
  /// - Throws: `CommandError`.
  static func index(ofSite folder: String?) throws -> FetchAddress {
    guard let index = try file(ofSite: folder).index ?? .attackIndex else {
      throw CommandError("there is no index of releases; see `fetch_from` in site.yml")
    }
    return index
  }

  private static func file(ofSite folder: String?) throws -> SiteFile {
    let path = (folder ?? "Site") + "/site.yml"
    let file = SourceReader.file(path)
    guard file.bytes != nil else {
      guard let folder else { return SiteFile() }
      throw CommandError("`\(folder)` has no `site.yml`, expected the folder of a team's site")
    }
    return try read(file, over: SiteFile())
  }

  private mutating func parse(_ file: SourceFile, over site: SiteFile) throws -> SiteFile {
    guard let text = file.text else {
      throw CommandError(notText: file.path, found: file.otherContent)
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw CommandError("`\(path)` is not valid YAML: \(Self.reason(error, in: text))")
    }
    guard let root else { return site }
    return try self.site(
      YAMLField(root, key: "", path: path).fields(known: [
        "title", "logo", "bundles", "fetch_from", "base_url", "public", "footer", "banner",
        "colours", "releases", "reports", "evidence", "flows", "capabilities", "evaluation",
        "id_patterns", "subsets", "clusters",
      ]), over: site)
  }

  private static func reason(_ error: YamlError, in text: String) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "line \(mark.line), column \(mark.column): \(problem)"
    case .duplicatedKeysInMapping(let keys, _):
      keys.map { key in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
          .filter { $1.drop { $0 == " " || $0 == "-" }.hasPrefix("\(key):") }.map {
            "\($0.offset + 1)"
          }
        return "the key `\(key)` stands twice"
          + (lines.count > 1 ? ", in lines \(Format.list(lines))" : "")
      }.joined(separator: "; ")
    default: "it cannot be read"
    }
  }

  private mutating func site(
    _ fields: [String: YAMLField], over base: SiteFile
  ) throws -> SiteFile {
    var site = base
    if let forms = fields["id_patterns"] { site.idPatterns = try idPatterns(forms) }
    patterns = site.idPatterns
    if let title = try fields["title"]?.text() { site.title = title }
    if let bundles = try fields["bundles"]?.list() {
      site.bundles = try bundles.map { try $0.filePath() }
    }
    if let index = fields["fetch_from"] { site.index = try indexAddress(index) }
    if let address = fields["base_url"] { site.baseURL = try folderAddress(address) }
    if let isPublic = try fields["public"]?.bool() { site.isPublic = isPublic }
    if let logo = try fields["logo"]?.text() { site.logo = logo }
    if let footer = try fields["footer"]?.text() { site.footer = footer }
    if let banner = try fields["banner"]?.text() { site.banner = banner }
    if let evaluation = try fields["evaluation"]?.bool() { site.evaluation = evaluation }
    if let colours = fields["colours"] { site.colours = try self.colours(colours) }
    if let releases = try fields["releases"]?.list() {
      site.olderSites = try releases.map(olderSite)
    }
    if let reports = fields["reports"] { site.leftOut = try leftOut(reports) }
    if let evidence = fields["evidence"] { site.evidence = try self.evidence(evidence) }
    if let flows = try fields["flows"]?.list() { site.flows = try flows.map { try $0.filePath() } }
    if let capabilities = try fields["capabilities"]?.list() {
      site.capabilities = try capabilities.map { try $0.filePath() }
    }
    if let subsets = try fields["subsets"]?.list() {
      site.subsets = try subsets.map(subset)
      try refuseTwins(subsets, site.subsets)
    }
    if let clusters = fields["clusters"] {
      site.clusterTitles = try ClusterTitleReader.read(clusters, patterns)
    }
    return site
  }

  private func idPatterns(_ field: YAMLField) throws -> IDPatterns {
    let fields = try field.list()
    let texts = try fields.map { try $0.text() }
    do throws(IDPatternError) {
      return try IDPatterns(texts)
    } catch {
      let text = texts[error.index]
      throw fields[error.index].complaint(
        error.isTooWide
          ? "`\(text)` takes texts of one or two characters, expected a form of ids"
          : "`\(text)` is no form of ids, expected one such as `ACME-T\\d{4}`: letters, digits, `-`, `_`, "
            + "`\\.`, `\\d`, `[A-Z]`, `{4}`, `{3,5}`, `?`, `|` and parentheses")
    }
  }

  private func address(_ field: YAMLField) throws -> String {
    let text = try field.text()
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw field.complaint("expected an address that begins with https:// or http://")
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// An address that paths can be put after.
  private func folderAddress(_ field: YAMLField) throws -> String {
    let text = try address(field)
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>?#\\`".utf8.contains($0) }) else {
      throw field.complaint("expected an address of plain characters, without ? and #")
    }
    return text
  }

  private func indexAddress(_ field: YAMLField) throws -> FetchAddress {
    let text = try field.text()
    guard let address = FetchAddress(text) else {
      throw field.complaint("\(FetchAddress.rule), found `\(text)`")
    }
    return address
  }

  private func olderSite(_ field: YAMLField) throws -> SiteIdentity.OlderSite {
    let fields = try field.fields(known: ["title", "url"])
    guard let title = try fields["title"]?.text(), let url = fields["url"] else {
      throw field.complaint("expected a `title` and a `url`")
    }
    return SiteIdentity.OlderSite(title: title, url: try address(url))
  }

  private func colours(_ field: YAMLField) throws -> ThemeColours {
    let themes = try field.fields(known: ["light", "dark"])
    return ThemeColours(
      light: try themes["light"].map(theme) ?? [:], dark: try themes["dark"].map(theme) ?? [:])
  }

  private func theme(_ field: YAMLField) throws -> [String: String] {
    try field.fields(known: ThemeColours.names).mapValues { field in
      let text = try field.text()
      guard ThemeColours.isColour(text) else {
        throw field.complaint("expected a colour such as \"#1f5a96\", found `\(text)`")
      }
      return text
    }
  }

  private func refuseTwins(_ fields: [YAMLField], _ subsets: [SubsetDefinition]) throws {
    var seen: Set<String> = []
    for (field, subset) in zip(fields, subsets) {
      // With subs it may have two pages.
      for name in [subset.name] + (subset.withSubs ? [subset.name + "-all"] : [])
      where !seen.insert(name).inserted {
        throw field.complaint("a second subset of the name `\(name)`")
      }
    }
  }
}

extension SiteFileReader {
  private static let selections = ["techniques", "tactic", "platform", "group", "random"]

  private func subset(_ field: YAMLField) throws -> SubsetDefinition {
    let fields = try field.fields(
      known: ["name", "title", "domain", "optional", "with_subs"] + Self.selections)
    guard let name = try fields["name"]?.text(), FileName.isSafe(name), name != "index",
      name.utf8.count <= 60
    else {
      throw (fields["name"] ?? field).complaint(
        "expected a `name` of letters, digits, `.`, `_` and `-`: it becomes a file name")
    }
    let given = Self.selections.filter { fields[$0] != nil }
    guard given.count == 1, let selection = given.first, let chosen = fields[selection] else {
      throw field.complaint(
        "expected one of \(Self.selections.map { "`\($0)`" }.joined(separator: ", ")), found "
          + (given.isEmpty ? "none" : given.map { "`\($0)`" }.joined(separator: ", ")))
    }
    return SubsetDefinition(
      name: name, title: try fields["title"]?.text() ?? name,
      domain: try fields["domain"].map(domain), isOptional: try fields["optional"]?.bool() ?? false,
      withSubs: try fields["with_subs"]?.bool() ?? false,
      selection: try self.selection(selection, chosen), source: chosen.location)
  }

  private func domain(_ field: YAMLField) throws -> Domain {
    let text = try field.text()
    let known = ["enterprise": Domain.enterprise, "mobile": .mobile, "ics": .ics]
    guard let domain = known[text.lowercased().replacing("-attack", with: "")] else {
      throw field.complaint("expected enterprise, mobile or ics, found `\(text)`")
    }
    return domain
  }

  private func selection(
    _ name: String, _ field: YAMLField
  ) throws -> SubsetDefinition.Selection {
    switch name {
    case "techniques": .techniques(try field.list().map(choice))
    case "platform": .platform(try field.text())
    case "group": .group(try field.text())
    case "tactic": try field.text() == "each" ? .eachTactic : .tactic(try field.text())
    default: try random(field)
    }
  }

  private func choice(_ field: YAMLField) throws -> SubsetDefinition.Choice {
    let text = try field.text()
    guard let id = TechniqueID(text, patterns) else {
      throw field.complaint("expected a technique's id such as `T1047`, found `\(text)`")
    }
    return SubsetDefinition.Choice(id, source: field.location)
  }

  private func random(_ field: YAMLField) throws -> SubsetDefinition.Selection {
    let fields = try field.fields(known: ["seed", "count", "references"])
    return .random(
      seed: UInt64(try fields["seed"]?.number() ?? 0),
      count: try fields["count"]?.number() ?? 20,
      references: try fields["references"]?.number() ?? 20)
  }
}
