import Text

/// The lines of a flow: from which object they lead to which, by the ids of the objects.
struct FlowLines {
  private(set) var all: [Line] = []

  struct Line: Equatable {
    let source: String
    let target: String
    let branch: Branch
  }

  /// Which end of an object a line begins at.
  enum Branch {
    /// The only one, or that of a condition that holds.
    case onward
    /// That of a condition that does not hold.
    case failed
    /// One of a condition, which the file does not tell from the other.
    case untold
  }

  private init() {}
}

extension FlowLines {
  /// Builder 3: an object has anchors, an anchor latches, and a line a latch at each end.
  init(version3 objects: [JSONValue]) {
    let all = objects.compactMap(\.members)
    var latches: [String: [String]] = [:]
    for object in all {
      guard let id = object["instance"]?.text, let ends = object["latches"] else { continue }
      latches[id] = ends.texts
    }
    var ends = Ends()
    for object in all {
      guard let id = object["instance"]?.text, let anchors = object["anchors"]?.members
      else { continue }
      for (name, anchor) in anchors.all {
        let branch = name.equals("branch:False") ? Branch.failed : .onward
        guard let anchor = anchor.text else { continue }
        ends.add(latches[anchor] ?? [], of: anchor, at: id, branch)
      }
    }
    self.all = all.compactMap { ends.line(from: $0["source"]?.text, to: $0["target"]?.text) }
  }

  /// Builder 2: objects, anchors and lines have children; those of an anchor are ends of lines, and so are those of a line.
  init(version2 objects: [JSONValue]) {
    let all = objects.compactMap(Version2Object.init)
    let known = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    var ends = Ends()
    for object in all {
      for anchor in object.children.compactMap({ known[$0] })
      where anchor.template.hasSuffix("anchor") {
        let branch = anchor.template == "false_anchor" ? Branch.failed : .onward
        ends.add(anchor.children, of: anchor.id, at: object.id, branch)
      }
    }
    self.all = all.filter { $0.template.hasPrefix("@__builtin__line_") }.compactMap { line in
      let end = { (template: String) in
        line.children.first { known[$0]?.template == template }
      }
      return ends.line(from: end("@__builtin__line_source"), to: end("@__builtin__line_target"))
    }
  }

  private struct Version2Object {
    let id: String
    let template: String
    let children: [String]

    init?(_ value: JSONValue) {
      guard let members = value.members, let id = members["id"]?.text,
        let template = members["template"]?.text
      else { return nil }
      (self.id, self.template, children) = (id, template, members["children"]?.texts ?? [])
    }
  }

  /// At which object each end of a line is.
  private struct Ends {
    private var all: [String: (object: String, branch: Branch)] = [:]
    private var anchors: Set<String> = []

    /// Takes the ends at an anchor, which is of the first object that names it.
    mutating func add(_ ends: [String], of anchor: String, at object: String, _ branch: Branch) {
      guard anchors.insert(anchor).inserted else { return }
      for end in ends where all[end] == nil { all[end] = (object, branch) }
    }

    func line(from source: String?, to target: String?) -> Line? {
      guard let source, let target, let start = all[source], let end = all[target]
      else { return nil }
      return Line(source: start.object, target: end.object, branch: start.branch)
    }
  }
}

extension FlowLines {
  /// STIX: an object refers to what follows it; Builder 3 writes relationships in place of the branches of a condition.
  init(stix objects: [JSONValue]) {
    for object in objects.compactMap(\.members) {
      if object["type"]?.equals("relationship") ?? false {
        takeRelationship(object)
      } else if let id = object["id"]?.text {
        for (key, branch) in Self.references {
          for target in object[key]?.texts ?? [] {
            all.append(Line(source: id, target: target, branch: branch))
          }
        }
      }
    }
  }

  private static let references: [(StaticString, Branch)] = [
    ("effect_refs", .onward), ("on_true_refs", .onward), ("on_false_refs", .failed),
  ]

  private mutating func takeRelationship(_ object: JSONMembers) {
    guard object["relationship_type"]?.equals("related-to") ?? false,
      !(object["revoked"]?.flag ?? false), let source = object["source_ref"]?.text,
      let target = object["target_ref"]?.text
    else { return }
    let isOfCondition = StixIdentifier.type(of: source) == "attack-condition"
    all.append(Line(source: source, target: target, branch: isOfCondition ? .untold : .onward))
  }
}

extension JSONValue {
  /// The texts of a list; of a text alone it, and of all else none.
  fileprivate var texts: [String] { elements?.compactMap(\.text) ?? text.map { [$0] } ?? [] }
}
