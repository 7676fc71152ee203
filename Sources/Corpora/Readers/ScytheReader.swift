import Text

/// Threats of SCYTHE: the steps of a script, by their numbers, and tags that say what they are of.
///
/// A step without a tag of a technique is of the implant itself, such as loading a module; it is no action.
enum ScytheReader: ReportReader {
  static let format = ReportFormat.scythe

  static let mark = "an object `threat` with an object `script`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.members?["threat"]?["script"]?.kind == .object
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let threat = content.members?["threat"] else { return file }
    var draft = ReportDraft(at: content.place(of: threat))
    draft.take(title: content.name)
    draft.take(title: threat.cleanText("name"))
    draft.take(title: threat.cleanText("display_name"))
    var steps = RunSteps()
    for (key, step) in threat["script"]?.members?.all ?? [] {
      let tags = step.list("rtags").compactMap { tag in technique(of: tag).map { (tag, $0) } }
      guard !tags.isEmpty else { continue }
      let action = draft.action { draft in
        draft.mentions += tags.map {
          TechniqueMention(.text($0.1), at: content.place(of: $0.0))
        }
      }
      steps.add(action, number: key.text.flatMap(StepNumber.init), moment: nil)
    }
    draft.order = steps.order
    file.remark(unplaced: steps.leftOut, "step")
    file.reports = [draft]
    return file
  }

  /// `T1033` of `att&ck-technique:T1033`.
  private static func technique(of tag: JSONValue) -> String? {
    guard let text = tag.text?.trimmed, text.lowercased().hasPrefix(prefix) else { return nil }
    return String(text.dropFirst(prefix.count))
  }

  private static let prefix = "att&ck-technique:"
}
