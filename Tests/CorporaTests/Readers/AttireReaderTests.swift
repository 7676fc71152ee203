import Corpora
import Testing

struct AttireReaderTests {
  private static func log(_ procedures: String...) -> String {
    #"""
    {"attire-version": "1.1", "execution-data": {"execution-source": "Our range", "execution-id": "AbC",
      "execution-command": "x T1566", "target": {"host": "HOST"}, "time-generated": "2021-10-27T02:00:57.439Z"},
      "procedures": [\#(procedures.joined(separator: ",\n"))]}
    """#
  }

  private static func procedure(_ id: String, _ order: String, _ times: String...) -> String {
    let steps = times.map { #"{"time-start": "\#($0)", "output": [{"content": "T1003"}]}"# }
    return
      #"{"mitre-technique-id": "\#(id)", "order": \#(order), "steps": [\#(steps.joined(separator: ","))]}"#
  }

  @Test func `procedures run by their order, whatever their places in the file`() throws {
    let read = try Reading(
      Self.log(
        Self.procedure("t1047", "10"), Self.procedure("T1566", "\"2\""),
        Self.procedure("T1041", "9", "2000-01-01T00:00:00Z")))
    #expect(read.file.format == .attire && read.heads == ["Our range, 2021-10-27"])
    #expect(read.orders == [.run] && read.pairs == [["T1041>T1047", "T1566>T1041"]])
    #expect(read.reports[0].shownID == "AbC" && read.reports[0].key.text == "own:abc")
    #expect(read.remarks.isEmpty && read.techniques == [["T1041", "T1047", "T1566"]])
  }

  @Test func `of one order the first time of their steps tells, in any zone`() throws {
    let read = try Reading(
      Self.log(
        Self.procedure("T1041", "1", "2021-10-27T03:00:00Z", "2021-10-27T00:30:00Z"),
        Self.procedure("T1047", "1", "2021-10-27T02:00:00+02:00"),
        Self.procedure("T1566", "1", "2021-10-26T23:50:00.5-01:00")))
    #expect(read.pairs == [["T1041>T1566", "T1047>T1041"]])
  }

  @Test func `what nothing tells apart is one action`() throws {
    let read = try Reading(
      Self.log(
        Self.procedure("T1566", "1"), Self.procedure("T1041", "2"), Self.procedure("T1047", "2"),
        Self.procedure("T1059", "3")))
    #expect(read.pairs == [["T1041>T1059", "T1047>T1059", "T1566>T1041", "T1566>T1047"]])
  }

  @Test func `a procedure without a technique breaks the chain`() throws {
    let read = try Reading(
      Self.log(
        Self.procedure("T1566", "1"), Self.procedure("", "2"), Self.procedure("T1047", "3"),
        Self.procedure("T9999", "4"), Self.procedure("T1059", "5"), Self.procedure("T1064", "6"),
        Self.procedure("T1086", "7"), Self.procedure("T1041", "8")))
    #expect(read.pairs == [["T1059.001>T1041"]])
    #expect(read.remarks == ["1 procedure without a technique, where the order is broken"])
  }

  @Test func `without any order the times tell, and what has none is left out`() throws {
    let read = try Reading(
      Self.log(
        Self.procedure("T1047", "null", "2021-10-27T03:00:00Z"),
        Self.procedure("T1566", "null", "2021-10-27T02:00:00Z"),
        Self.procedure("T1041", "null", "soon")))
    #expect(read.pairs == [["T1566>T1047"]] && read.techniques == [["T1041", "T1047", "T1566"]])
    #expect(
      read.remarks == ["1 procedure not in the order, since nothing says when they ran"])
  }
}
