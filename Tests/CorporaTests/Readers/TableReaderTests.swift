import Corpora
import Testing

struct TableReaderTests {
  @Test func `rows of one name are one report, in the order of the file`() throws {
    let read = try Reading(
      "report,technique,date\nB,T1047,2026-03-15\nA,T1059,2026-03-14\nB,T1041,2026-03-13\n")
    #expect(read.file.format == .csv)
    #expect(read.heads == ["B, 2026-03-13", "A, 2026-03-14"])
    #expect(read.techniques == [["T1041", "T1047"], ["T1059"]] && read.remarks.isEmpty)
  }

  @Test(arguments: [
    "technique\nT1047\nT1059.001\n", "\u{FEFF}Technique\r\nT1047\r\nT1059.001\r\n",
    "Technique\rT1047\rT1059.001\r", "technique\n\n  \n\"T1047, t1059.001\"\n\n",
    "technique;x\nT1047;\"a,b\"\nT1059/001;\n", "x\ttechnique\n,,\tT1047\n\tT1059.001",
    "Technique ID\nWindows Management Instrumentation - T1047\nPowerShell (T1059.001)\n",
    "MITRE_ID\nT1047\nT1086\n", "x_mitre_id\nT1047 T1059.001\n", "Attack-ID\nT1047\nT1059.001\n",
    "mitre id\n\"T1047\nT1059.001\"\n", "sep=;\r\ntechnique;date\r\nT1047;\r\nT1059.001;\r\n",
    "  \n technique \n T1047 \n\"T1059.001\" \n",
  ])
  func `a table is read however it is written`(text: String) throws {
    let read = try Reading(text)
    #expect(read.techniques == [["T1047", "T1059.001"]] && read.heads == ["sample"])
    #expect(read.unknown.isEmpty && read.remarks.isEmpty)
  }

  @Test func `a column of ids comes before one of names, and a sub-technique before its parent`()
    throws
  {
    let read = try Reading(
      """
      Tactic,Technique,Technique ID,Sub-technique ID
      Execution,Command Interpreter,T1059,T1059.001
      Execution,WMI,T1047,
      Execution,WMI,T1041,n/a
      """)
    #expect(read.techniques == [["T1041", "T1047", "T1059.001"]] && read.remarks.isEmpty)
  }

  @Test func `the log of Invoke-AtomicRedTeam is a report of its file`() throws {
    let read = try Reading(
      """
      "Execution Time (UTC)","Execution Time (Local)","Technique","Test Number","Test Name","Hostname","IP Address","Username","GUID","ProcessId","ExitCode"
      "2024-05-03T10:00:00Z","2024-05-03T12:00:00Z","T1059.001","1","Mimikatz T1003","HOST","10.0.0.1","user","f3132740","100","0"
      "2024-05-02T10:00:00Z","2024-05-02T12:00:00Z","T1047","2","WMI","HOST","10.0.0.1","user","f3132741","101","0"
      """, name: "Invoke-AtomicTest-ExecutionLog")
    #expect(read.heads == ["Invoke-AtomicTest-ExecutionLog, 2024-05-02"])
    #expect(read.techniques == [["T1047", "T1059.001"]])
  }

  @Test func `what a row does not give is said with its place`() throws {
    let read = try Reading(
      "report,technique,date,tlp\n"
        + "\"a\nb\",T1047,soon,\n" + "a b,,2026-01-01,\n" + "a b,PISHING (T10003),2026-01-01,pink\n"
        + "a b,T1059.1 T9999,03/04/2026,TLP:AMBER; PAP:RED\n")
    #expect(
      read.remarks == [
        "2:1 the date `soon` cannot be read; expected a day such as 2026-03-14",
        "4:1 a row without a technique",
        "5:1 the marking `pink` is unknown, and so taken for TLP:RED; expected RED, AMBER+STRICT, AMBER, "
          + "GREEN or CLEAR",
        "6:1 the date `03/04/2026` cannot be read; expected a day such as 2026-03-14",
        "5:5 `T10003` is no id of a technique; did you mean T1003?",
        "6:5 `T1059.1` was read as T1059",
      ])
    #expect(read.unknown == ["6:5 T9999"])
    #expect(read.heads == ["a b", "a b, 2026-01-01, red"])
  }

  @Test func `titles are a line without what must not be shown`() throws {
    let read = try Reading(
      "report,technique\n\"a\u{202E}b\u{0}\nc\u{7}\",T1047\n\(String(repeating: "x", count: 400)),T1047\n"
    )
    #expect(read.reports[0].title == "ab c")
    #expect(read.reports[1].title == String(repeating: "x", count: 299) + "…")
    let file = try Reading("technique\nT1047\n", name: "x\u{202E}\u{1B}[2J\ny")
    #expect(file.heads == ["x[2J y"])
  }

  @Test func `a path of Windows is no half of a surrogate pair`() throws {
    let read = try Reading("technique,note\nT1047,C:\\users\\ud83d\\udc00\n")
    #expect(read.techniques == [["T1047"]])
  }

  @Test(arguments: [
    (
      "a,b\n1,2\n",
      "is of no format that is known: it is a table whose first row is `a`, `b`; a table needs a column "
        + "`technique`"
    ),
    ("technique\n\"T1047\n", "has a quotation mark at line 2, column 1 that is never closed"),
    (
      "technique\nT1047,\"a\n\nb\n", "has a quotation mark at line 2, column 7 that is never closed"
    ),
    ("", "is empty"), ("\u{FEFF} \r\n", "is empty"),
  ])
  func `a table that cannot be read is an error in words`(text: String, words: String) {
    let error = #expect(throws: ReportError.self) { try Reading(text) }
    #expect(error?.words == words)
  }

  @Test func `what is no UTF-8 has a place`() {
    let bytes = Array("technique\nT1047,caf".utf8) + [0xE9, 0x0A]
    let error = #expect(throws: ReportError.self) { try Reading(bytes: bytes) }
    #expect(
      error?.words == "is not valid text: at line 2, column 10 is byte 0xe9, which is no UTF-8")
  }

  @Test func `the format that was asked for is told what is missing`() {
    let error = #expect(throws: ReportError.self) { try Reading("a\nT1047\n", as: .csv) }
    #expect(error?.words.hasPrefix("is no table (CSV): expected a column `technique`") ?? false)
    #expect(throws: ReportError.self) { try Reading("technique\nT1047\n", as: .stix) }
    #expect(throws: ReportError.self) { try Reading("[]", as: .csv) }
  }
}
