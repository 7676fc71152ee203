import Attack
import Corpora
import Testing
import Text

/// Tables of weighted sets.
struct SetReaderTests {
  private func sets(_ text: String) throws -> TechniqueSets {
    let read = try Reading(text)
    #expect(read.file.format == .sets && read.file.reports.isEmpty)
    return TechniqueSets(read.file.sets, source: "sample", by: Reading.resolver)
  }

  private func ids(_ row: TechniqueSets.Row) -> [String] {
    row.techniques.map { Reading.knowledge.techniques[$0].id.description }
  }

  @Test func `a row is a set, its weight, its source and its dates`() throws {
    let sets = try sets(
      "weight,techniques,source,first_seen,last_seen\n12,T1047 T1041,sensors,2026-01-02,2026-03-04\n1,T1003.001,,,\n"
    )
    #expect(sets.rows.map(\.weight) == [12, 1] && sets.reportCount == 13)
    #expect(sets.rows.map(ids) == [["T1041", "T1047"], ["T1003.001"]])
    #expect(sets.rows.map(\.source) == ["sensors", "sample"])
    #expect(sets.rows[0].firstSeen?.description == "2026-01-02")
    #expect(sets.rows[0].lastSeen?.description == "2026-03-04" && sets.rows[1].lastSeen == nil)
  }

  @Test(arguments: [
    "T1047 T1041", "T1047,T1041", "t1047;T1041 T1047", "T1041|T1047", "T1047\tT1041",
  ])
  func `ids are parted by blanks, commas, semicolons or bars, and count once`(cell: String) throws {
    let sets = try sets("weight;techniques\n3;\"\(cell)\"\n")
    #expect(sets.rows.map(ids) == [["T1041", "T1047"]])
  }

  @Test func `revoked ids are followed, and what is unknown is named once`() throws {
    let sets = try sets(
      "weight,techniques\n2,T1086 T1059.001\n3,T1064 T9999\n4,T9999 T1047\n5,host7 T1041\n")
    #expect(sets.rows.map(ids) == [["T1059.001"], ["T1047"], ["T1041"]])
    #expect(sets.followed.keys.sorted() == ["T1086"])
    #expect(sets.unknown.map { "\($0.place) \($0.technique.text)" } == ["3:3 T1064", "3:3 T9999"])
    #expect(
      sets.remarks.map { "\($0.place?.description ?? "") \($0.text)" } == [
        "3:3 a set of 3 without a technique that is known", "5:3 no id of a technique there",
      ])
  }

  @Test(arguments: ["0", "-1", "x", "1.5", "", "9999999999", "99999999999999999999"])
  func `a weight is a whole number from 1 on`(weight: String) throws {
    let read = try Reading("weight,techniques\n\(weight),T1047\n7.0,T1041\n")
    #expect(read.file.sets.map(\.weight) == [7])
    #expect(
      read.remarks == [
        "2:1 the weight `\(weight)` is no whole number from 1 to 1,000,000,000"
      ])
  }

  @Test func `a row without techniques, and a date that is none, are remarked`() throws {
    let read = try Reading("techniques,weight,last_seen\n,2,\nT1047,2,soon\n")
    #expect(read.file.sets.count == 1)
    #expect(
      read.remarks == [
        "2:1 a set without a technique",
        "3:1 the date `soon` cannot be read; expected a day such as 2026-03-14",
      ])
  }

  @Test func `a table without weights stays one of reports`() throws {
    #expect(try Reading("report,techniques\nA,T1047 T1041\n").file.format == .csv)
  }
}
