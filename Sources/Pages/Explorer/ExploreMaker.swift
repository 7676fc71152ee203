import Attack
import Corpora
import Measures
import Text

/// Makes the explorer: its words, its controls, and one worked example of this site.
struct ExploreMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let inference: CalibratedInference
  /// `nil` if no technique is cited.
  let example: Estimate?
  /// `nil` if it was not measured.
  let absences: AbsenceWorth?
  /// Whether the team says what it covers.
  var hasCoverage = false
  /// Whether anything says which technique comes before which.
  var hasSteps = false

  /// The values for `Templates/explore.md`.
  struct Contents: Sendable {
    /// Whether any report is cited for a technique.
    let isCited: Bool
    let reports: String
    let isSmall: Bool
    let hasSteps: Bool
    /// What it would be worth to hold absences against reports.
    let absences: String?
  }

  func page() -> Page {
    var exhibits: [String: Exhibit] = [:]
    if let example {
      exhibits["explorer"] = .explorer(controls(example.vote.evidence))
      exhibits["next"] = .suggestions(suggestions(example))
      for part in [ExplorerPart.informative, .looks, .files] {
        exhibits[part.rawValue] = .explorerPart(part)
      }
    }
    return Page(
      kind: .explore, path: PageKind.explore.path, template: "explore",
      title: "Explore from what you have seen",
      summary: "Which techniques to look for after several were seen, where, and who says so",
      contents: contents(isCited: example != nil), exhibits: exhibits,
      scripts: ["model.js"] + (hasSteps ? StepScripts.code + ["pairs.js"] : [])
        + ["explore-state.js", "have.js", "explore-list.js"]
        + (hasSteps ? ["explore-steps.js"] : [])
        + ["explore-sources.js", "explore-look.js", "plan.js", "export.js"],
      dataScripts: [
        DataScriptName.explorer, DataScriptName.detections, DataScriptName.channels,
        DataScriptName.addresses,
      ] + (hasSteps ? StepScripts.data + [DataScriptName.pairs] : []))
  }
}

extension ExploreMaker {
  private func controls(_ evidence: [Index<Technique>]) -> Explorer {
    Explorer(
      observed: evidence.map { index in
        let technique = knowledge.techniques[index]
        return .init(id: technique.id.description, name: technique.name, path: technique.path)
      },
      tactics: knowledge.tactics.map(\.name),
      platforms: Set(knowledge.techniques.flatMap(\.platforms)).sorted(),
      origins: corpus.whole.originNames, hasCoverage: hasCoverage, hasSteps: hasSteps)
  }

  private func suggestions(_ estimate: Estimate) -> Suggestions {
    let evidence = estimate.vote.evidence
    return Suggestions(
      observed: evidence.map { knowledge.techniques[$0].link },
      command: evidence.map { knowledge.techniques[$0].id.description }.joined(separator: " "),
      reportCount: corpus.count, reportsWithAll: estimate.counts.reportsWithAll,
      entries: SuggestionOrder.telling.ranking(estimate.vote).prefix(Self.listLength).map {
        entry($0, estimate)
      })
  }

  private func entry(_ index: Index<Technique>, _ estimate: Estimate) -> Suggestions.Entry {
    let technique = knowledge.techniques[index]
    let vote = estimate.vote
    let says = inference.says(of: index, in: vote)
    let others = says.dropFirst(Self.mostReports)
    let bounds = estimate.bounds(of: index)
    return Suggestions.Entry(
      id: technique.id.description, name: technique.name, path: technique.path,
      tactics: knowledge.tacticNames(index), raw: vote.probabilities[index],
      probability: estimate.shown[index], low: bounds.low, high: bounds.high,
      usual: vote.baseRates[index], times: estimate.times(index),
      counts: CountWords.counts(estimate.counts, of: index),
      reports: says.prefix(Self.mostReports).map(report),
      others: (others.count, others.reduce(0) { $0 + $1.share }),
      baseTerm: vote.baseTerm(of: index))
  }

  private func report(_ say: CalibratedInference.Say) -> Suggestions.Report {
    let report = corpus.report(say.report)
    return .init(
      share: say.share, published: report.published.map { "\($0)" } ?? "", title: report.title,
      path: report.path, reason: ShareWords.reason(say))
  }

  private func contents(isCited: Bool) -> Contents {
    let count = corpus.count
    return Contents(
      isCited: isCited, reports: Format.count(count, "report"), isSmall: count < Self.fewReports,
      hasSteps: hasSteps,
      absences: absences?.sentence)
  }

  private static let listLength = 20
  private static let mostReports = 5
  /// A corpus of fewer reports is small.
  private static let fewReports = 200
}

extension ExploreMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .flag("isCited", \.isCited),
    .text("reports", \.reports),
    .flag("isSmall", \.isSmall),
    .flag("hasSteps", \.hasSteps),
    .text("absences", \.absences),
  ]
}
