import Corpora
import Testing

/// The order that a table's steps, or the times of its rows, give.
struct TableOrderTests {
  @Test func `numbers of steps count by value, each report by itself`() throws {
    let read = try Reading(
      """
      report,technique,step
      A,T1041,10
      A,T1047,9
      B,T1059,2
      A,T1566, 2.1
      B,T1047,1
      A,T1003,2.10
      """)
    #expect(read.orders == [.run, .run] && read.remarks.isEmpty)
    #expect(
      read.pairs == [["T1003>T1047", "T1047>T1041", "T1566>T1003"], ["T1047>T1059"]])
  }

  @Test func `rows of one step are one action`() throws {
    let read = try Reading(
      "technique,step\nT1566,1\nT1041,2\nT1047,1\nT1059,3\n\"T1041 T1047\",3\n")
    #expect(
      read.pairs == [["T1041>T1047", "T1041>T1059", "T1047>T1041", "T1566>T1041"]])
  }

  @Test func `a step may be a time, in any zone`() throws {
    let read = try Reading(
      """
      technique;step
      T1041;2026-03-14 10:00
      T1047;2026-03-14T09:30:00+02:00
      T1566;13.03.2026 23:59:59.9
      """)
    #expect(read.pairs == [["T1047>T1041", "T1566>T1047"]])
  }

  @Test func `the log of Invoke-AtomicRedTeam runs by its times, then as it was written`() throws {
    let read = try Reading(
      """
      "Execution Time (UTC)","Execution Time (Local)","Technique","Test Number"
      "2024-05-03T10:00:00Z","2024-05-03T12:00:00Z","T1059.001","1"
      "2024-05-03T10:00:00Z","2024-05-03T12:00:00Z","T1041","1"
      "2024-05-02T10:00:00Z","2024-05-02T12:00:00Z","T1047","2"
      """)
    #expect(read.orders == [.run] && read.pairs == [["T1047>T1059.001", "T1059.001>T1041"]])
  }

  @Test func `a row without a technique breaks the chain, and one without a step is left out`()
    throws
  {
    let read = try Reading(
      """
      technique,step
      T1566,1
      ,2
      T1047,3
      T1041,4
      T1059,
      T1003,soon
      T1064,5
      T1566,6
      """)
    #expect(read.pairs == [["T1047>T1041"]])
    #expect(
      read.remarks == [
        "3:1 a row without a technique", "7:1 the step `soon` is neither a number nor a time",
        "2 rows not in the order, since nothing says when they ran",
      ])
  }

  @Test(arguments: [
    "technique,date\nT1566,2026-03-13\nT1047,2026-03-14\n", "technique,step\nT1047,\n",
  ])
  func `a table that does not say when its rows ran has no order`(text: String) throws {
    let read = try Reading(text)
    #expect(read.orders == [nil] && read.pairs == [[]] && read.remarks.isEmpty)
  }
}
