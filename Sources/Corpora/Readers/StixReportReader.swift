import Text

/// Reports in STIX 2.0 or 2.1, as OpenCTI, MISP, Unit 42 and others write it.
///
/// A bundle, a bare array of objects, or an object with `objects`. A report is a `report`, a `grouping`, or a case of OpenCTI.
enum StixReportReader: ReportReader {
  static let format = ReportFormat.stix

  static let mark = "a STIX bundle, or a list of objects that have a `type` and an `id` with `--`"

  static func recognises(_ content: ReportContent) -> Bool {
    if content.members?["type"]?.equals("bundle") ?? false { return true }
    // Of a list the first may be broken.
    return content.objects.lazy.filter { $0.kind == .object }.prefix(100).contains { object in
      object["type"]?.text != nil && object["id"]?.text.map(StixIdentifier.isOne) ?? false
    }
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    let store = StixReportObjects(content)
    for container in store.containers {
      if container["revoked"]?.flag ?? false {
        file.remark("a report that was revoked", at: content.place(of: container))
        continue
      }
      let reader = StixContainer(container, store, content)
      file.reports.append(reader.draft)
      file.remarks += reader.remarks
    }
    if store.containers.isEmpty {
      file.remark("no report in it: none of `report`, `grouping` and OpenCTI's cases")
    }
    return file
  }
}
