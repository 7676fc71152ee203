import Attack
import Measures
import Text

/// The partners of a technique that stand out, and how reliable that is.
struct StandoutSection {
  private let techniques: [Technique]
  private let associations: Associations
  private let map: SiteMap
  private let index: Int
  private let standouts: [Association]

  init(
    _ techniques: [Technique], _ findings: Findings, _ map: SiteMap, of index: Int
  ) {
    self.techniques = techniques
    associations = findings.associations
    self.map = map
    self.index = index
    standouts = findings.partners[index].standingOut
  }

  /// The values for the section of `Templates/technique.md`.
  struct Summary: Sendable {
    /// How many are firm and how many possible, and how reliable that is; `nil` if none is.
    let firm: String?
    let possible: String?
    let all: Int
    let isCut: Bool
  }

  /// `nil` if nothing stands out.
  var summary: Summary? {
    guard !standouts.isEmpty else { return nil }
    let firm = standouts.count { $0.grade == .firm }
    return Summary(
      firm: worth(firm, "firm", "twenty"),
      possible: worth(standouts.count - firm, "possible", "three"),
      all: standouts.count, isCut: standouts.count > PageLimits.listed)
  }

  /// `**3 firm**: about one in twenty would be chance`.
  private func worth(_ count: Int, _ grade: String, _ odds: String) -> String? {
    guard count > 0 else { return nil }
    return "**\(Format.count(count)) \(grade)**: "
      + (count == 1
        ? "of \(odds) such, one would be chance" : "about one in \(odds) would be chance")
  }

  /// Why nothing stands out, of a technique that some report cites.
  var whyNothing: String? {
    let total = associations.total(index)
    guard standouts.isEmpty, total > 0 else { return nil }
    if SampleSize(base: total) == .words {
      return "Too few to tell: \(Format.count(total, "report"))."
    }
    return "No partner stands out: \(Format.count(total, "report")) are too few to tell, or they "
      + "follow the general pattern."
  }

  /// `nil` if nothing stands out.
  var exhibit: Exhibit? {
    standouts.isEmpty
      ? nil : .standouts(Standouts(entries: standouts.prefix(PageLimits.listed).compactMap(entry)))
  }

  private func entry(_ association: Association) -> Standouts.Entry? {
    guard let grade = association.grade else { return nil }
    let partner = techniques[association.partner]
    return Standouts.Entry(
      id: partner.id.description, name: partner.name, path: partner.path,
      together: association.together, base: association.base, expected: association.expected,
      partnerReports: associations.total(association.partner), ratio: association.ratio.ratio,
      lower: association.ratio.lower, grade: grade, isSignificant: association.isSignificant,
      evidencePath: map.evidencePath(index, with: association.partner))
  }
}

extension StandoutSection.Summary: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("firm", \.firm),
    .text("possible", \.possible),
    .number("all", \.all),
    .flag("isCut", \.isCut),
  ]
}
