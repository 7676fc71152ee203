import Text

/// A kind of page, and what the whole site has to know of it: where its pages are, what leads to
/// them, and what goes with each.
package enum PageKind: CaseIterable, Sendable {
  // The entries of the navigation, in their order.
  case explore, technique, tactic, group, software, campaign, report, subset, cluster, method
  // Pages that belong to one of these entries, or to none.
  case home, compare, map, evaluation, words, changes, evidence, gaps, order, needs, sources,
    search, data,
    guide, missing

  /// The table of all kinds.
  private var row: Row {
    switch self {
    case .explore:
      Row("explore.html", "Explore", entry: self, keepsState: true, isOfSiteAlone: true)
    case .technique:
      Row("techniques/index.html", "Techniques", entry: self, takesNotes: true, hasMarkdown: true)
    case .tactic: Row("tactics/index.html", "Tactics", entry: self, takesNotes: true)
    case .group: Row("groups/index.html", "Groups", entry: self, takesNotes: true)
    case .software: Row("software/index.html", "Software", entry: self, takesNotes: true)
    case .campaign: Row("campaigns/index.html", "Campaigns", entry: self, takesNotes: true)
    case .report: Row("reports/index.html", "Reports", entry: self, takesNotes: true)
    case .subset: Row("subsets/index.html", "Maps", entry: self, figures: "subset-")
    case .cluster: Row("clusters/index.html", "Clusters", entry: self, figures: "cluster-")
    case .method: Row("method.html", "Method", entry: self)
    case .home: Row("index.html", "Home")
    case .compare:
      Row("compare.html", "Compare", entry: .technique, keepsState: true, isOfSiteAlone: true)
    case .map: Row("clusters/map.html", "Map", entry: .cluster)
    case .evaluation: Row("evaluation.html", "Evaluation", entry: .method)
    case .words: Row("words.html", "Words used here", entry: .method)
    case .changes: Row("changes.html", "Changes")
    case .evidence: Row("evidence.html", "Our evidence", entry: .report)
    case .gaps: Row("gaps.html", "What we cannot see")
    case .order: Row("order/index.html", "Before and after", entry: .technique)
    case .needs: Row("needs.html", "Needs and gives", entry: .technique)
    case .sources: Row("sources.html", "Sources")
    case .search: Row("search.html", "Search", keepsState: true, isOfSiteAlone: true)
    case .data: Row("data/index.html", "Data")
    case .guide: Row("pages/index.html", "Guides")
    case .missing: Row("404.html", "Not found", isOfSiteAlone: true)
    }
  }

  /// What is the same for all pages of a kind.
  private struct Row {
    /// Of its only page, or of the list of its pages.
    let path: String
    /// What the navigation and trails call that page.
    let title: String
    /// The entry of the navigation that its pages belong to.
    let entry: PageKind?
    /// Whether the fragment of its address is what a script shows, not an anchor.
    let keepsState: Bool
    /// Whether a team can write notes for the pages of its objects.
    let takesNotes: Bool
    /// Whether the site has the pages of its objects as Markdown too.
    let hasMarkdown: Bool
    /// Whether a folder of Markdown has no use for it: a script fills it, or a server sends it.
    let isOfSiteAlone: Bool
    /// What the names of its figures begin with.
    let figures: String

    init(
      _ path: String, _ title: String, entry: PageKind? = nil, keepsState: Bool = false,
      takesNotes: Bool = false, hasMarkdown: Bool = false, isOfSiteAlone: Bool = false,
      figures: String = ""
    ) {
      self.path = path
      self.title = title
      self.entry = entry
      self.keepsState = keepsState
      self.takesNotes = takesNotes
      self.hasMarkdown = hasMarkdown
      self.isOfSiteAlone = isOfSiteAlone
      self.figures = figures
    }
  }
}

extension PageKind {
  /// The kinds that the navigation leads to, in its order.
  package static let navigation = allCases.filter { $0.entry == $0 }

  /// The entry of the navigation that its pages belong to.
  package var entry: PageKind? { row.entry }

  /// Whether its pages show anything that comes from reports.
  var showsReports: Bool { ![.missing, .words, .search, .guide].contains(self) }

  /// Of its only page, or of the list of its pages.
  package var path: String { row.path }

  /// What the navigation and trails call that page.
  package var title: String { row.title }

  /// A link to it.
  package var link: Link { Link(title, to: path) }

  /// Whether the fragment of its address is what a script shows, not an anchor.
  package var keepsState: Bool { row.keepsState }

  /// Of its pages, and the key of its section in the search index; empty at the root.
  package var folder: Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
  }

  /// The page of one of its objects.
  package func path(of id: String) -> String { "\(folder)/\(id).html" }

  /// A picture beside its objects' pages.
  func picturePath(of name: String) -> String { "\(folder)/\(name)" }

  /// Whether a path is that of a picture beside the pages that a team wrote.
  package static func isTeamPicture(_ path: String) -> Bool {
    path.hasPrefix(guide.folder + "/") && FileName.isPicture(path)
  }

  /// The page with all that the object's own page has no room for.
  package func allPath(of id: String) -> String { path(of: "\(id)-all") }

  /// The file with the numbers of an object.
  package func csv(of id: String) -> String { "\(RecordPath.data)\(folder)/\(id).csv" }

  /// A figure of an object, as a file of its own.
  package func figure(of id: String) -> String {
    FigurePath.path(of: row.figures + id)
  }
}

extension PageKind {
  /// Whether a page can have a team's note.
  static func takesNotes(_ path: String) -> Bool {
    noted.contains { $0.isObject(path) }
  }

  /// Whether the site has a page as Markdown too.
  package static func hasMarkdown(_ path: String) -> Bool {
    markedDown.contains { $0.isObject(path) }
  }

  private static let noted = allCases.filter(\.row.takesNotes)
  private static let markedDown = allCases.filter(\.row.hasMarkdown)

  /// Whether a folder of Markdown has no use for a page.
  package static func isOfSiteAlone(_ path: String) -> Bool {
    allCases.contains { $0.row.isOfSiteAlone && $0.path == path }
  }

  /// Whether a path is that of an object's own page: neither the list of all nor an `-all` page.
  private func isObject(_ path: String) -> Bool {
    let folder = self.folder
    return path.utf8.starts(with: folder.utf8)
      && path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
      && path != self.path && !path.hasSuffix("-all.html")
  }
}
