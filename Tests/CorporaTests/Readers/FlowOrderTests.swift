import Corpora
import Testing

/// The order of a flow, in each of its three shapes.
struct FlowOrderTests {
  private static func pairs(_ flow: FlowSample, _ shape: FlowSample.Shape) throws -> [String] {
    let read = try Reading(flow.text(shape))
    #expect(read.file.format == .flow && read.orders == [.drawn] && read.remarks.isEmpty)
    return read.pairs[0]
  }

  @Test(arguments: FlowSample.Shape.allCases)
  func `from an action lines lead through conditions and operators to the next actions`(
    shape: FlowSample.Shape
  ) throws {
    let flow = FlowSample(
      objects: [
        ("a", "T1566"), ("c", "condition"), ("o", "or"), ("n", "and"), ("b", "T1047"),
        ("d", "T1041"), ("e", "T1059"),
      ],
      lines: [
        .init("a", "c"), .init("c", "o", "True"), .init("o", "n"), .init("n", "b"),
        .init("o", "d"), .init("b", "e"),
      ])
    #expect(try Self.pairs(flow, shape) == ["T1047>T1059", "T1566>T1041", "T1566>T1047"])
  }

  @Test(arguments: FlowSample.Shape.allCases)
  func `what only a failed branch leads to is said`(shape: FlowSample.Shape) throws {
    let flow = FlowSample(
      objects: [
        ("a", "T1566"), ("c", "condition"), ("d", "condition"), ("x", "T1047"), ("y", "T1041"),
        ("z", "T1059"),
      ],
      lines: [
        .init("a", "c"), .init("c", "d", "False"), .init("c", "x", "True"),
        .init("d", "x", "True"), .init("d", "y", "True"), .init("a", "z"), .init("c", "z", "False"),
      ])
    #expect(try Self.pairs(flow, shape) == ["T1566>T1041!", "T1566>T1047", "T1566>T1059"])
  }

  @Test(arguments: FlowSample.Shape.allCases)
  func `lines through assets lead nowhere, nor does an action without a technique`(
    shape: FlowSample.Shape
  ) throws {
    let flow = FlowSample(
      objects: [
        ("a", "T1566"), ("s", "asset"), ("b", "T1047"), ("n", ""), ("r", "T1064"), ("d", "T1041"),
        ("e", "T1059"),
      ],
      lines: [
        .init("a", "s"), .init("s", "b"), .init("a", "n"), .init("n", "d"), .init("a", "r"),
        .init("r", "e"), .init("a", "nowhere"),
      ])
    #expect(try Self.pairs(flow, shape).isEmpty)
  }

  @Test(arguments: FlowSample.Shape.allCases)
  func `circles end, and a technique is never before itself`(shape: FlowSample.Shape) throws {
    let flow = FlowSample(
      objects: [
        ("a", "T1047"), ("c", "condition"), ("d", "condition"), ("b", "T1047"), ("e", "T1086"),
        ("f", "T1059.001"),
      ],
      lines: [
        .init("a", "c"), .init("c", "d", "True"), .init("d", "c", "False"), .init("d", "a", "True"),
        .init("d", "b", "False"), .init("b", "e"), .init("e", "b"), .init("e", "f"),
        .init("f", "f"),
      ])
    #expect(try Self.pairs(flow, shape) == ["T1047>T1059.001", "T1059.001>T1047"])
  }

  @Test(arguments: FlowSample.Shape.allCases)
  func `a tree of attacks is no sequence`(shape: FlowSample.Shape) throws {
    let flow = FlowSample(
      objects: [("a", "T1566"), ("b", "T1047")], lines: [.init("a", "b")], scope: "attack-tree")
    let read = try Reading(flow.text(shape))
    #expect(read.techniques == [["T1047", "T1566"]] && read.orders == [nil] && read.pairs == [[]])
    #expect(
      read.remarks == ["a flow whose scope is `attack-tree` is no sequence, and gives no order"])
  }

  @Test func `relationships of Builder 3 stand for the branches of a condition`() throws {
    let read = try Reading(
      #"""
      {"type": "bundle", "objects": [{"type": "attack-flow", "id": "attack-flow--1"},
        {"type": "attack-action", "id": "attack-action--a", "technique_id": "T1566", "effect_refs": "attack-condition--c"},
        {"type": "attack-condition", "id": "attack-condition--c"},
        {"type": "attack-action", "id": "attack-action--b", "technique_id": "T1047"},
        {"type": "attack-action", "id": "attack-action--d", "technique_id": "T1041"},
        {"type": "attack-action", "id": "attack-action--e", "technique_id": "T1059"},
        {"type": "relationship", "relationship_type": "related-to", "source_ref": "attack-condition--c", "target_ref": "attack-action--b"},
        {"type": "relationship", "relationship_type": "related-to", "source_ref": "attack-action--b", "target_ref": "attack-action--d"},
        {"type": "relationship", "relationship_type": "uses", "source_ref": "attack-action--d", "target_ref": "attack-action--e"},
        {"type": "relationship", "relationship_type": "related-to", "revoked": true, "source_ref": "attack-action--d", "target_ref": "attack-action--e"},
        {"type": "relationship", "relationship_type": "related-to", "source_ref": "attack-action--d", "target_ref": "tool--x"}]}
      """#)
    #expect(read.pairs == [["T1047>T1041", "T1566>T1047"]])
    #expect(
      read.remarks == [
        "the file does not say which branch of a condition is the failed one: none is taken for it"
      ])
  }

  @Test func `of objects with one id the first counts`() throws {
    let read = try Reading(
      #"""
      {"type": "bundle", "objects": [{"type": "attack-flow", "id": "attack-flow--1"},
        {"type": "attack-action", "id": "x", "technique_id": "T1566", "effect_refs": ["y", 1]},
        {"type": "attack-action", "id": "x", "technique_id": "T1059"},
        {"type": "attack-action", "id": "y", "technique_id": "T1047"},
        {"type": "attack-action", "technique_id": "T1041"}]}
      """#)
    #expect(read.pairs == [["T1566>T1047"]])
  }

  @Test func `lines that no analyst can have drawn give no order, and end`() throws {
    let ids = (0..<400).map { "\"j\($0)\"" }
    let references = ids.joined(separator: ", ")
    let operators = ids.map {
      #"{"type": "attack-operator", "id": \#($0), "effect_refs": [\#(references)]}"#
    }
    let actions = (0..<8).map {
      #"{"type": "attack-action", "id": "a\#($0)", "technique_id": "T1566", "effect_refs": ["j0"]}"#
    }
    let read = try Reading(
      #"""
      {"type": "bundle", "objects": [{"type": "attack-flow", "id": "attack-flow--1"},
        \#(actions.joined(separator: ",\n")),
        \#(operators.joined(separator: ",\n"))]}
      """#)
    #expect(read.techniques == [["T1566"]] && read.orders == [nil])
    #expect(read.remarks == ["a flow whose lines are too entangled for an order"])
  }
}
