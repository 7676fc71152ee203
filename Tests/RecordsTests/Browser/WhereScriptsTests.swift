import Attack
import TestSupport
import Testing
@testable import Pages
@testable import Records

struct WhereScriptsTests {
  private let objects: [StixObject] = [
    .make("T1001"), .make("T1002"), .make("T1003"),
    .make("DC1", "x-mitre-data-component") { $0.name = "Process Creation" },
    .make("DC2", "x-mitre-data-component") { $0.name = "File Creation" },
    .make("AN1", "x-mitre-analytic") {
      $0.platforms = ["Windows", "Linux"]
      $0.logSources = [
        LogSourceReference(component: "x-mitre-data-component--DC1", name: "B", channel: "2"),
        LogSourceReference(component: "x-mitre-data-component--DC1", name: "B", channel: "\"1\""),
        LogSourceReference(component: "x-mitre-data-component--DC2", name: "A"),
      ]
    },
    .make("DET1", "x-mitre-detection-strategy") {
      $0.analyticRefs = ["x-mitre-analytic--AN1"]
    },
    .make("x-mitre-detection-strategy--DET1", "detects", "T1002"),
    .make("x-mitre-data-component--DC2", "detects", "T1003"),
  ]

  @Test func `places stand apart from channels, trace by trace`() {
    let scripts = WhereScripts(Knowledge.make(objects)).all.map(\.text)
    #expect(
      scripts[0] == """
        window.attackRelationsWhere={"sourceKind":"log source","platforms":["","Linux","Windows"],\
        "components":["File Creation","Process Creation"],"sources":["","A","B"],\
        "techniques":{"T1002":[1,0,1,1,1,2,2,0,1,2,1,2],"T1003":[0,0,0]}};

        """)
    #expect(
      scripts[1] == #"""
        window.attackRelationsChannels={"T1002":[[],["\"1\"","2"],[],["\"1\"","2"]],"T1003":[[]]};

        """#)
  }

  @Test func `a release before log sources has data sources`() {
    #expect(Knowledge.make(objects).sourceKind == "log source")
    let old = StixObject.make("T1001") { $0.dataSources = ["Process: Process Creation"] }
    #expect(Knowledge.make([old]).sourceKind == "data source")
  }
}
