import Text

/// How far an object of STIX may be passed on, by its markings, else by its labels.
struct StixMarkings {
  /// The strictest of all; `nil` where none is of the Traffic Light Protocol.
  let tlp: TLP?
  /// The references to markings that are neither in the file nor known, so that nobody can tell what they ask for.
  let undefined: [JSONValue]

  init(of object: JSONValue, in store: StixReportObjects) {
    // A marking of one of its parts counts for the whole: pages do not show the parts apart.
    let references =
      object.list("object_marking_refs")
      + object.list("granular_markings").compactMap { $0["marking_ref"] }
    let markings = references.compactMap(\.text).compactMap { id in
      store[id].flatMap { Self.tlp(of: $0.value) } ?? TLP(marking: id)
    }
    undefined = references.filter { reference in
      reference.text.map { store[$0] == nil && TLP(marking: $0) == nil } ?? false
    }
    let labels = object.list("labels").compactMap(\.text).compactMap { TLP(tag: $0) }
    tlp = (markings.isEmpty ? labels : markings).max()
  }

  /// What is not known of it.
  func remarks(in content: ReportContent) -> [ReportFile.Remark] {
    undefined.map { reference in
      let id = TextCleaner.line(reference.text ?? "", limit: 80)
      return ReportFile.Remark(
        "the marking `\(id)` is not in the file, so what it asks for is not known",
        at: content.place(of: reference))
    }
  }

  /// By its definition, as STIX has it and as older versions of OpenCTI write it; by its name; by its extension for
  /// version 2 of the protocol.
  private static func tlp(of marking: JSONValue) -> TLP? {
    let definition = marking["definition"]
    let extensions = marking["extensions"]?.members?.all.map(\.value) ?? []
    let colours =
      [definition?.cleanText("tlp"), definition?.cleanText("TLP")]
      + extensions.map { $0.cleanText("tlp_2_0") }
    let names = [marking.cleanText("name"), marking.cleanText("x_opencti_definition")]
    return colours.lazy.compactMap(\.self).compactMap { TLP(colour: $0) ?? TLP(tag: $0) }.first
      ?? names.lazy.compactMap(\.self).compactMap { TLP(tag: $0) }.first
  }
}
