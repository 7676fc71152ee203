import Corpora
import Testing

struct TIEReaderTests {
  @Test(arguments: ["reports", "technique_chains", "bags_of_techniques"])
  func `the dataset is read under each of its keys`(key: String) throws {
    let read = try Reading(
      #"{"\#(key)": [{"mitre_techniques": {"T1047": 1, "T1086": 2}}, 7, {"id": 4, "origin_of_data": "TRAM", "references": ["https://x.org/a"], "mitre_techniques": {"T1041": 1}}]}"#
    )
    #expect(read.file.format == .tie && read.techniques == [["T1047", "T1059.001"], ["T1041"]])
    #expect(read.heads == ["sample, report 1", "x.org, a"])
    #expect(read.reports.map(\.kind) == [nil, "TRAM"] && read.reports[1].shownID == "4")
    #expect(read.remarks.count == 1 && read.remarks[0].hasSuffix("without `mitre_techniques`"))
  }

  @Test func `references are texts or objects, and may lack a name`() throws {
    let read = try Reading(
      #"{"reports": [{"id": 1, "references": ["https://x.org/a", {"name": "", "url": " https://x.org/b"}, {"report_title": "Theft", "url": ""}, {"url": "https://attack.mitre.org/x"}], "mitre_techniques": {"T1047": 1}}]}"#
    )
    #expect(read.heads == ["Theft"])
    #expect(read.reports[0].addresses.map(\.url) == ["https://x.org/a", "https://x.org/b"])
  }

  @Test func `keys that are no technique are named`() throws {
    let read = try Reading(
      #"{"reports": [{"id": 1, "mitre_techniques": {"null": 1, "TA0011": 1, "7.A.5": 2, "T1047": 1}}]}"#
    )
    #expect(read.techniques == [["T1047"]] && read.unknown.isEmpty)
    let words = read.remarks.map { $0.drop { $0 != " " }.dropFirst() }
    #expect(words == ["no id of a technique there", "`TA0011` is no id of a technique"])
  }
}
