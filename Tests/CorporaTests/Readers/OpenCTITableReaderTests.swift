import Corpora
import Testing

struct OpenCTITableReaderTests {
  private static let header =
    "\"created\";\"entity_type\";\"name\";\"objectMarking\";\"published\";\"standard_id\";\"x_mitre_id\"\n"

  @Test func `the row of the report names it, wherever it is`() throws {
    let read = try Reading(
      Self.header
        + "\"2026-03-01\";\"Attack-Pattern\";\"a\nT1041\";\"TLP:RED\";\"\";\"attack-pattern--1\";\"T1047\"\n"
        + "\"2026-03-02\";\"Report\";\"Theft\";\"PAP:RED,TLP:AMBER+STRICT,TLP:GREEN\";\"2026-03-14T00:00:00.000Z\";\"report--AB\";\"\"\n"
        + "\"2026-03-03\";\"Malware\";\"T1003\";\"\";\"\";\"\";\"T1003\"\n"
        + "\"2026-03-04\";\"Attack-Pattern\";\"b\";\"\";\"\";\"\";\"\"\n")
    #expect(read.file.format == .openCTITable)
    #expect(read.heads == ["Theft, 2026-03-14, amber+strict"] && read.techniques == [["T1047"]])
    #expect(read.remarks == ["6:1 an attack pattern without `x_mitre_id`"])
    #expect(read.reports[0].key.text == "own:ab")
  }

  @Test func `without a date of publication that of adding is taken, and called so`() throws {
    let read = try Reading(
      Self.header + "2026-03-02;Case-Incident;Theft;;;;\n;Attack-Pattern;a;;;;T1047\n")
    #expect(read.heads == ["Theft, 2026-03-02*"])
  }

  @Test func `of several reports none names the table`() throws {
    let read = try Reading(
      Self.header + ";Report;One;TLP:GREEN;;;\n;Report;Two;TLP:RED;;;\n;Attack-Pattern;a;;;;T1047\n"
    )
    #expect(read.heads == ["sample, red"] && read.techniques == [["T1047"]])
    #expect(
      read.remarks == ["2:1 2 reports in one table, which is read as one; export each by itself"])
  }

  @Test func `a list of attack patterns alone is a report of its file`() throws {
    let read = try Reading("entity_type,name,x_mitre_id\nAttack-Pattern,a,T1047\n")
    #expect(read.file.format == .openCTITable && read.heads == ["sample"])
  }
}
