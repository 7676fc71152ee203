import Corpora
import Testing

struct ScytheReaderTests {
  private static func threat(_ steps: String...) -> String {
    #"{"threat": {"name": "apt-x", "display_name": "APT X", "script": {\#(steps.joined(separator: ","))}}}"#
  }

  private static func step(_ number: String, _ tags: String...) -> String {
    let all = tags.map { "\"\($0)\"" }.joined(separator: ",")
    return #""\#(number)": {"module": "run", "request": "T1003", "rtags": ["att&ck", \#(all)]}"#
  }

  @Test func `steps run by their numbers, not by their texts`() throws {
    let read = try Reading(
      Self.threat(
        Self.step("10", "att&ck-technique:T1041"), Self.step("9", "ATT&CK-Technique: T1047"),
        Self.step("1", "att&ck-tactic:TA0001", "att&ck-technique:T1566")))
    #expect(read.file.format == .scythe && read.heads == ["APT X"] && read.remarks.isEmpty)
    #expect(read.orders == [.run] && read.pairs == [["T1047>T1041", "T1566>T1047"]])
  }

  @Test func `a step of the implant is no action, and one of a dead technique breaks the chain`()
    throws
  {
    let read = try Reading(
      Self.threat(
        #""0": {"module": "http"}"#, Self.step("1", "att&ck-technique:T1566"),
        #""2": {"module": "loader"}"#, Self.step("3", "att&ck-technique:T1047"),
        Self.step("4", "att&ck-technique:T1064"), Self.step("5", "att&ck-technique:T1041")))
    #expect(read.pairs == [["T1566>T1047"]] && read.techniques == [["T1041", "T1047", "T1566"]])
  }

  @Test func `of several techniques of a step each comes before those of the next`() throws {
    let read = try Reading(
      Self.threat(
        Self.step("1", "att&ck-technique:T1566", "att&ck-technique:T1047"),
        Self.step("2", "att&ck-technique:T1041", "att&ck-technique:T1047"),
        Self.step("x", "att&ck-technique:T1059")))
    #expect(read.pairs == [["T1047>T1041", "T1566>T1041", "T1566>T1047"]])
    #expect(read.remarks == ["1 step not in the order, since nothing says when they ran"])
  }
}
