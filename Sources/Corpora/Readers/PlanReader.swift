import Text
import Yams

/// Adversary emulation plans of the Center for Threat-Informed Defense: steps in the order of a list.
///
/// What a step was modelled on (`cti_source`) is no address of the plan.
enum PlanReader: ReportReader {
  static let format = ReportFormat.plan

  static let mark = "a list of YAML with `emulation_plan_details`"

  /// What tells a plan from a list of abilities, whose entries are the same.
  static let key = "emulation_plan_details"

  static func recognises(_ content: ReportContent) -> Bool { details(content) != nil }

  private static func details(_ content: ReportContent) -> Node? {
    content.yamlEntries.lazy.compactMap { $0[key] }.first
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let details = details(content) else { return file }
    var draft = ReportDraft(at: details.place)
    draft.take(title: content.name)
    draft.take(title: details["adversary_name"]?.shortText)
    draft.take(id: details["id"]?.shortText)
    let steps = content.yamlEntries.filter { $0.mapping != nil && $0[key] == nil }
    let actions = steps.map { step in draft.action { $0.mention(step["technique"]?["attack_id"]) } }
    draft.order = OrderDraft(run: actions)
    file.remark(unnamed: draft.order, "step")
    file.reports = [draft]
    return file
  }
}

extension ReportDraft {
  /// Adds what a value of YAML names; `x` says that it names none.
  fileprivate mutating func mention(_ value: Node?) {
    guard let value, let text = value.shortText, text.lowercased() != "x" else { return }
    mentions.append(TechniqueMention(.text(text), at: value.place))
  }
}
