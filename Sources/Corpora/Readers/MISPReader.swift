import Text

/// Events of MISP as JSON: one, several in a list, or the answer of a search.
///
/// A technique counts as the id at the end of a tag or of a galaxy's cluster, on the event, its attributes, its objects and its
/// reports, and as an object `attack-pattern`.
enum MISPReader: ReportReader {
  static let format = ReportFormat.misp

  static let mark = "an `Event`, or an object with `uuid` and `info`"

  static func recognises(_ content: ReportContent) -> Bool {
    !events(content).isEmpty
  }

  /// The events of a file, of a list, or of a search's answer.
  private static func events(_ content: ReportContent) -> [JSONValue] {
    let answer = content.members?["response"].map { $0.elements ?? [$0] }
    return (answer ?? content.entries).compactMap { entry in
      if let event = entry["Event"], event.kind == .object { return event }
      return entry["info"]?.text != nil && entry["uuid"]?.text != nil ? entry : nil
    }
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    for event in events(content) {
      let reader = MISPEvent(event, content)
      file.reports.append(reader.draft)
      file.remarks += reader.remarks
    }
    return file
  }
}
