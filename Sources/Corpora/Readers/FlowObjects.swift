import Text

/// The objects of a flow, one by one: the report that they make up, and its graph.
struct FlowObjects {
  private let content: ReportContent
  private var draft: ReportDraft
  private var graph = FlowGraph()
  /// Whether it is a tree of what an attacker might do, which has no order.
  private var isTree = false
  private var remarks = ReportFile(FlowReader.format)
  /// All objects of STIX by their ids, for the markings of a flow.
  private lazy var objects = StixReportObjects(content)

  init(_ content: ReportContent, at place: TextPlace) {
    self.content = content
    draft = ReportDraft(at: place)
    draft.take(title: content.name)
  }

  /// The report, once all objects and lines were taken.
  var file: ReportFile {
    var (file, report) = (remarks, draft)
    if isTree {
      file.remark("a flow whose scope is `attack-tree` is no sequence, and gives no order")
    } else {
      report.order = graph.order
      if report.order == nil { file.remark("a flow whose lines are too entangled for an order") }
    }
    file.reports = [report]
    return file
  }

  /// Takes an object of the Builder: its properties are pairs of a name and a value.
  ///
  /// - Parameters:
  ///   - object: any of the file.
  ///   - kind: the key that says what it is.
  ///   - id: the key of its id.
  mutating func take(_ object: JSONValue, kind: StaticString, id: StaticString) {
    guard let name = object[kind]?.text else { return }
    switch name {
    case "flow": describe(by: object)
    case "action":
      let properties = FlowProperties(object["properties"])
      let chosen = FlowProperties(properties["ttp"])["technique"]
      // Where a field for an id is there and empty, a reference is left over from an earlier choice.
      let hasFields = properties["ttp"] != nil || properties["technique_id"] != nil
      take(
        technique: [chosen, properties["technique_id"]],
        hasFields ? nil : properties["technique_ref"], id: object[id]?.text)
    case "condition", "and", "or", "AND_operator", "OR_operator":
      graph.addJunction(id: object[id]?.text)
    default: break
    }
  }

  private mutating func describe(by flow: JSONValue) {
    let properties = FlowProperties(flow["properties"])
    draft.take(title: properties.text("name"))
    draft.shownID = flow.cleanText("instance") ?? flow.cleanText("id")
    draft.ownID = draft.shownID
    let created = properties["created"]?.cleanText("time") ?? properties.text("created")
    take(created: created, scope: properties.text("scope"))
    for (_, reference) in FlowProperties(properties["external_references"]).pairs {
      draft.take(address: FlowProperties(reference).text("url"))
    }
  }

  private mutating func take(created: String?, scope: String?) {
    draft.date = created.flatMap(DateText.date)
    draft.isDateOfAdding = draft.date != nil
    if scope == "attack-tree" { isTree = true }
  }

  /// Takes an object of STIX.
  mutating func take(stix object: JSONValue) {
    switch object["type"]?.text {
    case "attack-flow":
      draft.take(title: object.cleanText("name"))
      draft.shownID = object.cleanText("id")
      draft.ownID = draft.shownID.map(StixIdentifier.uuid)
      take(created: object.cleanText("created"), scope: object.cleanText("scope"))
      let markings = StixMarkings(of: object, in: objects)
      draft.tlp = markings.tlp
      remarks.remarks += markings.remarks(in: content)
      for reference in object.list("external_references") {
        draft.take(address: reference.cleanText("url"))
      }
    case "attack-action":
      take(
        technique: [object["technique_id"]], object["technique_ref"], id: object["id"]?.text)
    case "attack-condition", "attack-operator": graph.addJunction(id: object["id"]?.text)
    default: break
    }
  }

  /// Takes an action; its technique is the first id that is written, else the object that it refers to.
  private mutating func take(technique ids: [JSONValue?], _ reference: JSONValue?, id: String?) {
    let action = draft.action { [content] draft in
      if let id = ids.compactMap(\.self).first(where: { !($0.text?.isBlank ?? true) }) {
        draft.mention(id, content)
      } else if let reference, let object = reference.text, !object.isBlank {
        draft.mentions.append(
          TechniqueMention(.object(id: object, name: nil), at: content.place(of: reference)))
      }
    }
    graph.add(action, id: id)
  }

  /// Takes the lines between the objects, all of which are known by now.
  mutating func connect(_ lines: FlowLines) {
    var isUntold = false
    for line in lines.all where graph.connect(line) {
      isUntold = isUntold || line.branch == .untold
    }
    guard isUntold else { return }
    remarks.remark(
      "the file does not say which branch of a condition is the failed one: none is taken for it")
  }
}
