import Attack
import Measures
import Text

/// What a technique's page says of its cluster: the other members, or why there are none.
struct ClusterNote: Sendable {
  /// Markdown.
  let said: String
  /// The other members, each with how it stands to the technique; Markdown.
  let members: String?

  /// `nil` for a technique that no report cites.
  init?(
    _ techniques: [Technique], _ associations: Associations, _ clusters: ClusterCatalogue,
    of technique: Int, at place: PageLocation
  ) {
    let total = associations.total(technique)
    guard total > 0 else { return nil }
    let index = place.href(PageKind.cluster.path)
    if let entry = clusters.entry(of: technique) {
      said = Self.membership(entry, at: place)
      members = entry.cluster.members.filter { $0 != technique }.map { associations[technique, $0] }
        .sorted { ($1.ratio.lower, $0.partner) < ($0.ratio.lower, $1.partner) }
        .map {
          techniques[$0.partner].link.markdown(at: place) + " " + ClusterWords.mark($0)
        }.joined(separator: " · ")
      return
    }
    members = nil
    if total < TechniqueClusters.fewestReports {
      said =
        "In no [cluster](\(index)): \(Format.count(total, "report is", "reports are")) too few, "
        + "below \(TechniqueClusters.fewestReports)."
    } else {
      said =
        "In no [cluster](\(index)): no two techniques stand near enough to it and to each other."
    }
  }

  private static func membership(_ entry: ClusterCatalogue.Entry, at place: PageLocation) -> String
  {
    let words = ClusterWords(entry)
    let title = MarkdownText.link(entry.title, place.href(entry.path))
    let warning = entry.cluster.hasPage ? words.word.map { ", " + $0 } : "; " + ClusterWords.small
    return "One of \(words.size) cited \(words.ratio): \(title)\(warning ?? "")."
  }

  /// A cluster in one line of the front page.
  struct Line: Sendable {
    let title: String
    let path: String
    let note: String

    init(_ entry: ClusterCatalogue.Entry, at place: PageLocation) {
      let words = ClusterWords(entry)
      let reports = entry.findings.reportCount(ofAtLeast: 3)
      title = entry.title
      path = place.href(entry.path)
      note =
        "\(words.size), \(words.ratio); three or more of them in "
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
