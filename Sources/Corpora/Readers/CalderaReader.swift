import Text
import Yams

/// Adversaries of CALDERA: abilities that run one after the other.
///
/// The file has only the ids of the abilities; `AbilityIndex` knows their techniques.
enum CalderaReader: ReportReader {
  static let format = ReportFormat.caldera

  static let mark = "YAML with a list `atomic_ordering`"

  /// What only an adversary has.
  static let key = "atomic_ordering"

  static func recognises(_ content: ReportContent) -> Bool { !adversaries(content).isEmpty }

  private static func adversaries(_ content: ReportContent) -> [Node] {
    content.yamlEntries.filter { $0[key]?.sequence != nil }
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    for adversary in adversaries(content) {
      var draft = ReportDraft(at: adversary.place)
      draft.take(title: content.name)
      draft.take(title: adversary["name"]?.shortText)
      draft.take(id: adversary["id"]?.shortText ?? adversary["adversary_id"]?.shortText)
      let actions = adversary[key]?.array().map { ability in
        draft.action { $0.mention(ability: ability) }
      }
      draft.order = OrderDraft(run: actions ?? [])
      file.remark(unnamed: draft.order, "ability")
      file.reports.append(draft)
    }
    return file
  }
}

extension ReportDraft {
  /// Adds an ability: its id, or a mapping with it.
  fileprivate mutating func mention(ability: Node) {
    guard let id = ability.shortText ?? ability["ability_id"]?.shortText ?? ability["id"]?.shortText
    else { return }
    mentions.append(TechniqueMention(.ability(id), at: ability.place))
  }
}
