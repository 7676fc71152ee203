/// A small flow, written in the three shapes of Attack Flow.
struct FlowSample {
  /// The objects by their ids: what each is, or the technique of an action.
  let objects: [(id: String, what: String)]
  let lines: [Line]
  var scope = "incident"

  /// A line; `branch` is `True` or `False` where it begins at a branch of a condition.
  struct Line {
    let from: String
    let to: String
    var branch: String?

    init(_ from: String, _ to: String, _ branch: String? = nil) {
      (self.from, self.to, self.branch) = (from, to, branch)
    }
  }

  enum Shape: CaseIterable { case version3, version2, stix }

  func text(_ shape: Shape) -> String {
    switch shape {
    case .version3: version3
    case .version2: version2
    case .stix: stix
    }
  }

  private static let junctions = ["condition", "and", "or"]

  private static func isAction(_ what: String) -> Bool {
    !junctions.contains(what) && what != "asset"
  }
}

extension FlowSample {
  var version3: String {
    let flow = #"{"id": "flow", "instance": "f", "properties": [["scope", "\#(scope)"]]}"#
    let all = objects.flatMap { id, what in
      let kind =
        Self.isAction(what)
        ? "action" : what == "and" || what == "or" ? "\(what.uppercased())_operator" : what
      let anchors = lines.enumerated().flatMap { number, line in
        (line.from == id ? [(line.branch.map { "branch:\($0)" } ?? "0", "s\(number)")] : [])
          + (line.to == id ? [("90", "t\(number)")] : [])
      }
      let byName = Dictionary(grouping: anchors, by: \.0).sorted { $0.key < $1.key }
      let members = byName.map { #""\#($0.key)": "\#(id)-\#($0.key)""# }.joined(separator: ", ")
      let latches = byName.map { name, ends in
        let ids = ends.map { "\"\($0.1)\"" }.joined(separator: ", ")
        return #"{"id": "vertical_anchor", "instance": "\#(id)-\#(name)", "latches": [\#(ids)]}"#
      }
      return [
        #"{"id": "\#(kind)", "instance": "\#(id)", "properties": [["ttp", [["technique", "\#(what)"]]]], "anchors": {\#(members)}}"#
      ] + latches
    }
    let drawn = lines.indices.map {
      #"{"id": "dynamic_line", "instance": "l\#($0)", "source": "s\#($0)", "target": "t\#($0)"}"#
    }
    return #"{"schema": "attack_flow_v2", "objects": ["#
      + ([flow] + drawn + all).joined(separator: ",\n") + "]}"
  }

  var version2: String {
    let flow = #"{"id": "f", "template": "flow", "properties": [["scope", "\#(scope)"]]}"#
    let all = objects.flatMap { id, what in
      let kind = Self.isAction(what) ? "action" : what
      let ends = lines.enumerated().flatMap { number, line in
        (line.from == id
          ? [
            (line.branch.map { "\($0.lowercased())_anchor" } ?? "@__builtin__anchor", "s\(number)")
          ]
          : []) + (line.to == id ? [("@__builtin__anchor", "t\(number)")] : [])
      }
      let children = ends.map { "\"a\($0.1)\"" }.joined(separator: ", ")
      let anchors = ends.map {
        #"{"id": "a\#($0.1)", "template": "\#($0.0)", "children": ["\#($0.1)"]}"#
      }
      return [
        #"{"id": "\#(id)", "template": "\#(kind)", "properties": [["technique_id", "\#(what)"]], "children": [\#(children)]}"#
      ] + anchors
    }
    let drawn = lines.indices.flatMap {
      [
        #"{"id": "l\#($0)", "template": "@__builtin__line_vertical_elbow", "children": ["t\#($0)", "h\#($0)", "s\#($0)"]}"#,
        #"{"id": "s\#($0)", "template": "@__builtin__line_source", "children": []}"#,
        #"{"id": "t\#($0)", "template": "@__builtin__line_target", "children": []}"#,
        #"{"id": "h\#($0)", "template": "@__builtin__line_handle", "children": []}"#,
      ]
    }
    return #"{"version": "2.1.0", "id": "1", "objects": ["#
      + ([flow] + drawn + all).joined(separator: ",\n") + "]}"
  }

  var stix: String {
    let types = Dictionary(
      uniqueKeysWithValues: objects.map { id, what in
        let type =
          what == "and" || what == "or" ? "operator" : Self.isAction(what) ? "action" : what
        return (id, "attack-\(type)--\(id)")
      })
    let flow = #"{"type": "attack-flow", "id": "attack-flow--f", "scope": "\#(scope)"}"#
    let all = objects.map { id, what in
      let keys = [("effect_refs", nil), ("on_true_refs", "True"), ("on_false_refs", "False")]
      let references = keys.map { key, branch in
        let ids = lines.filter { $0.from == id && $0.branch == branch }.map {
          "\"\(types[$0.to] ?? "")\""
        }
        return #""\#(key)": [\#(ids.joined(separator: ", "))]"#
      }
      let type = (types[id] ?? "").split(separator: "--").first ?? ""
      return
        #"{"type": "\#(type)", "id": "\#(types[id] ?? "")", "technique_id": "\#(what)", \#(references.joined(separator: ", "))}"#
    }
    return #"{"type": "bundle", "objects": ["# + ([flow] + all).joined(separator: ",\n") + "]}"
  }
}
