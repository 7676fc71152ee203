import Text

/// ATTiRe: a log of the procedures that were executed, and when.
///
/// They run by their `order`, and by the time of their first step where two have the same.
enum AttireReader: ReportReader {
  static let format = ReportFormat.attire

  static let mark = "an object with `procedures`, and `attire-version` or `execution-data`"

  static func recognises(_ content: ReportContent) -> Bool {
    guard let members = content.members else { return false }
    return members["procedures"]?.kind == .array
      && (members["attire-version"] != nil || members["execution-data"]?.kind == .object)
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let root = content.document?.root else { return file }
    var draft = ReportDraft(at: content.place(of: root))
    draft.take(title: content.name)
    if let data = root["execution-data"] { describe(&draft, by: data) }
    var steps = RunSteps()
    for procedure in root.list("procedures") { take(procedure, &draft, &steps, content) }
    draft.order = steps.order
    file.remark(unplaced: steps.leftOut, "procedure")
    file.remark(unnamed: draft.order, "procedure")
    file.reports = [draft]
    return file
  }

  private static func take(
    _ procedure: JSONValue, _ draft: inout ReportDraft, _ steps: inout RunSteps,
    _ content: ReportContent
  ) {
    let action = draft.action { draft in
      if let id = procedure["mitre-technique-id"] { draft.mention(id, content) }
    }
    let order = procedure["order"]
    let number = order?.text ?? order?.integer.map(String.init)
    let times = procedure.list("steps").compactMap { $0["time-start"]?.text.flatMap(Moment.init) }
    steps.add(action, number: number.flatMap(StepNumber.init), moment: times.min())
  }

  private static func describe(_ draft: inout ReportDraft, by data: JSONValue) {
    draft.take(title: data.cleanText("execution-source"))
    draft.take(id: data["execution-id"]?.text)
    draft.date = data.cleanText("time-generated").flatMap(DateText.date)
  }
}
