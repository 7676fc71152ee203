import Corpora
import Testing

struct LayerReaderTests {
  private static func layer(_ entries: String, _ frame: String = #""domain": "enterprise-attack""#)
    -> String
  {
    #"{"name": "APT", \#(frame), "techniques": [\#(entries)]}"#
  }

  @Test(arguments: [
    #""version": "2.2", "domain": "mitre-enterprise""#, #""version": "3.0""#,
    #""version": "4.3", "domain": "mitre-enterprise""#, #""versions": {"layer": "4.0"}"#,
    #""versions": {"attack": "18", "navigator": "5.1.0", "layer": "4.5"}"#,
  ])
  func `a layer of any version is a report`(frame: String) throws {
    let read = try Reading(Self.layer(#"{"techniqueID": "T1047", "score": 1}"#, frame))
    #expect(read.file.format == .layer && read.heads == ["APT"] && read.techniques == [["T1047"]])
    #expect(read.reports[0].key.text == "own:layer:sample")
  }

  @Test func `an entry counts that is enabled and has a score, or a mark without one`() throws {
    let read = try Reading(
      Self.layer(
        """
        {"techniqueID": "T1047", "score": 0.5, "tactic": "execution"},
        {"techniqueID": "T1047", "score": 1, "tactic": "persistence"},
        {"techniqueID": "T1003", "score": 0, "color": "#fff", "comment": "seen"},
        {"techniqueID": "T1003.001", "score": 1, "enabled": false},
        {"techniqueID": "T1041", "color": "#e60d0d"}, {"techniqueID": "T1059", "comment": "x"},
        {"techniqueID": "T1566", "color": "", "comment": " ", "showSubtechniques": true},
        {"techniqueID": "T1566.001", "score": null, "enabled": true},
        {"techniqueID": "T1204.002", "score": "3"}, {"techniqueID": "T1071.001", "score": -1}
        """))
    #expect(read.techniques == [["T1041", "T1047", "T1059", "T1204.002"]])
    #expect(read.remarks.isEmpty)
  }

  @Test func `an entry without an id is named`() throws {
    let read = try Reading(
      Self.layer("{\"techniqueID\": null, \"score\": 1},\n{\"techniqueID\": null}"))
    #expect(read.remarks == ["1:63 an entry without `techniqueID`"] && read.techniques == [[]])
  }

  @Test func `layers in a list are told apart by their number`() throws {
    let read = try Reading(
      "[" + Self.layer(#"{"techniqueID": "T1047", "score": 1}"#) + ", 1, "
        + Self.layer(#"{"techniqueID": "T1041", "score": 1}"#) + "]")
    #expect(read.reports.map(\.key.text) == ["own:layer:sample-1", "own:layer:sample-3"])
    #expect(read.techniques == [["T1047"], ["T1041"]])
    #expect(read.remarks.map { $0.drop { $0 != " " } } == [" an element that is no layer"])
  }

  @Test func `what a team wrote on the layer is its date, marking and address`() throws {
    let read = try Reading(
      Self.layer(
        #"{"techniqueID": "T1047", "score": 1}"#,
        #""domain": "x", "metadata": [{"name": "Date", "value": "2026-03-14"}, {"name": "TLP", "value": "Amber"}], "links": [{"label": "r", "url": "https://x.org/r"}]"#
      ))
    #expect(read.heads == ["APT, 2026-03-14, amber"] && read.reports[0].key.text == "x.org/r")
  }

  @Test(arguments: [("layer", "sample"), (" ", "sample"), ("Layer of Q3", "Layer of Q3")])
  func `a layer that nobody named has the name of its file`(name: String, title: String) throws {
    #expect(try Reading(#"{"name": "\#(name)", "domain": "x", "techniques": []}"#).heads == [title])
  }
}
