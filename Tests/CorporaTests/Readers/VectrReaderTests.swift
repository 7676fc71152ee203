import Corpora
import Testing

struct VectrReaderTests {
  private static let header = "AssessmentGroup,Campaign,MitreID,Status,Outcome,Start Time\r\n"

  @Test func `only completed test cases count, whatever their outcome`() throws {
    let read = try Reading(
      Self.header + "Q1,Phish,T1566.001,Completed,NotDetected,2017-01-18T21:26:44.930Z\r\n"
        + "Q1,Phish,T1047,COMPLETED,Detected,2017-01-16T21:26:44.930Z\r\n"
        + "Q1,Phish,T1059,NotPerformed,,\r\nQ1,Phish,T1041,InProgress,,\r\n"
        + "Q1,Phish,T1071.001,NotPerformed,,\r\nQ1,Phish,T1003,,,\r\n")
    #expect(read.file.format == .vectr)
    #expect(read.techniques == [["T1047", "T1566.001"]])
    #expect(read.heads == ["Q1 / Phish, 2017-01-16"])
    #expect(
      read.remarks == [
        "1 test case left out, whose status is `InProgress`",
        "2 test cases left out, whose status is `NotPerformed`",
        "1 test case left out, whose status is `no status`",
      ])
  }

  @Test func `a campaign run twice in a group is one report, in two groups it is two`() throws {
    let read = try Reading(
      Self.header + "Q1,A,T1047,Completed,,\r\nQ2,A,T1047,Completed,,\r\nQ1,A,T1059,Completed,,\r\n"
        + "Q1,A,T1047,Completed,,\r\n,,T1041,Completed,,\r\n")
    #expect(read.heads == ["Q1 / A", "Q2 / A", "sample"])
    #expect(read.reports.map(\.details.runs) == [2, 1, 1])
    #expect(read.techniques == [["T1047", "T1059"], ["T1047"], ["T1041"]])
  }

  @Test func `a test case without an id is counted, and a date that is none is named`() throws {
    let read = try Reading(
      Self.header + "Q1,A, ,Completed,,\r\nQ1,A,T1047,Completed,,\"bare\nline\"\r\n")
    #expect(
      read.remarks == [
        "3:1 the date `bare line` cannot be read; expected a day such as 2026-03-14",
        "1 test case left out, without a `MitreID`",
      ])
  }

  @Test func `an export without groups is told by its outcomes, and plans do not count`() throws {
    let read = try Reading(
      "Campaign,MitreID,Status,Outcome\nA,T1047,NotPerformed,TBD\nA,T1059,Completed,Blocked\n")
    #expect(read.file.format == .vectr && read.techniques == [["T1059"]])
  }
}
