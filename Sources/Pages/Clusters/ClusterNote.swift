import Attack
import Measures
import Text

/// What a technique's page shows of its cluster: the other members, or why there are none.
struct ClusterNote: Sendable {
  /// Markdown.
  let said: String
  /// The other members, each with its ratio to the technique; Markdown.
  let members: String?

  /// `nil` for a technique that no report cites.
  init?(
    _ techniques: IndexedList<Technique, Technique>, _ associations: Associations,
    _ clusters: ClusterCatalogue,
    of technique: Index<Technique>, at location: PageLocation
  ) {
    let total = associations.total(technique)
    guard total > 0 else { return nil }
    let index = location.href(PageKind.cluster.path)
    if let entry = clusters.entry(of: technique) {
      said = Self.membership(entry, at: location)
      members = entry.cluster.members.filter { $0 != technique }.map { associations[technique, $0] }
        .sorted { ($1.ratio.lower, $0.partner) < ($0.ratio.lower, $1.partner) }
        .map {
          techniques[$0.partner].link.markdown(at: location) + " " + ClusterWords.mark($0)
        }.joined(separator: " · ")
      return
    }
    members = nil
    if total < ClusterRules.fewestReports {
      said =
        "It is in no [cluster](\(index)): \(Format.count(total, "report is", "reports are")) too "
        + "few, since \(ClusterRules.fewestReports) are needed."
    } else {
      said =
        "It is in no [cluster](\(index)): no two techniques are near enough to it and to each other."
    }
  }

  private static func membership(_ entry: ClusterCatalogue.Entry, at location: PageLocation)
    -> String
  {
    let words = ClusterWords(entry)
    let title = MarkdownText.link(entry.title, location.href(entry.path))
    let warning = entry.cluster.hasPage ? words.word.map { ", " + $0 } : "; " + ClusterWords.small
    return "One of \(words.size) cited \(words.ratio): \(title)\(warning ?? "")."
  }

  /// A cluster in one line of the front page.
  struct Line: Sendable {
    let title: String
    let path: String
    let note: String

    init(_ entry: ClusterCatalogue.Entry, at location: PageLocation) {
      let words = ClusterWords(entry)
      let reports = entry.findings.reportCount(ofAtLeast: 3)
      title = entry.title
      path = location.href(entry.path)
      note =
        "\(words.size), \(words.ratio); three or more of them are in "
        + Format.count(reports, "report")
    }
  }
}

extension ClusterNote: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("said", \.said),
    .text("members", \.members),
  ]
}

extension ClusterNote.Line: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("path", \.path),
    .text("note", \.note),
  ]
}
