import Attack
import Corpora
import Text

/// The reports that cite a technique, the newest first, and their share of each year's.
struct NewestSection {
  private let techniques: IndexedList<Technique, Technique>
  private let reports: TechniqueReports
  private let trend: Trend
  /// Of the reports that are known by themselves.
  private let total: Int
  private let sets: SetNote?
  /// Those of the ranking.
  private let ten: [Index<Technique>]
  private let isWhole: Bool
  private let location: PageLocation

  init(
    _ knowledge: Knowledge, _ corpus: CountedCorpus, _ map: SiteMap, of index: Index<Technique>,
    ten: [Index<Technique>]
  ) {
    techniques = knowledge.techniques
    reports = TechniqueReports(knowledge, corpus, map, of: index)
    trend = TrendMaker(corpus).trend(
      "Share of each year’s reports that cite it", corpus.rows(citing: index))
    total = corpus.reportsOfTechnique[index].count
    sets = SetNote(corpus, of: index, at: PageLocation(techniques[index].path))
    isWhole = !map.hasAllPage(index)
    location = PageLocation(techniques[index].path)
    self.ten = ten
  }

  /// The values for the section of `Templates/technique.md`.
  struct Note: Sendable {
    let title: String
    /// How many are known by themselves.
    let reports: String
    /// Whether any is known by itself.
    let hasReports: Bool
    /// What weighted sets add, as Markdown; `nil` of none.
    let sets: String?
    /// Whether the years can be drawn.
    let hasTrend: Bool
    /// `ten`, or how many there are; `nil` if no column is about them.
    let ten: String?
    let firstOfTen: String?
    let lastOfTen: String?
  }

  /// `nil` if no report cites the technique.
  var note: Note? {
    guard total > 0 || sets != nil else { return nil }
    return Note(
      title: title, reports: Format.count(total), hasReports: total > 0, sets: sets?.sentence,
      hasTrend: hasTrend,
      ten: PageLimits.name(ofListed: ten.count),
      firstOfTen: ten.first.map { techniques[$0].name },
      lastOfTen: ten.count == PageLimits.listed ? ten.last.map { techniques[$0].name } : nil)
  }

  private var title: String {
    if total == 0 { return "The reports" }
    if isWhole || total <= PageLimits.reports {
      return total == 1 ? "The report" : "The \(total) reports"
    }
    return "The newest \(PageLimits.reports) of \(Format.count(total)) reports"
  }

  var exhibits: [String: Exhibit] {
    guard note != nil else { return [:] }
    var exhibits: [String: Exhibit] = [:]
    if total > 0 {
      exhibits["reports"] = .table(
        isWhole ? reports.all(at: location, ofTheTen: ten) : reports.newest(ofTheTen: ten))
    }
    if hasTrend { exhibits["trend"] = .trend(trend) }
    return exhibits
  }

  /// Whether any of its reports is of the years that are drawn.
  private var hasTrend: Bool { trend.years.contains { $0.count > 0 } }
}

extension NewestSection.Note: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("reports", \.reports),
    .flag("hasReports", \.hasReports),
    .text("sets", \.sets),
    .flag("hasTrend", \.hasTrend),
    .text("ten", \.ten),
    .text("firstOfTen", \.firstOfTen),
    .text("lastOfTen", \.lastOfTen),
  ]
}
