import TestSupport
import Testing

@testable import Attack

struct SourceNamesTests {
  /// A technique for each list of log sources; each trace is of Linux unless `name@platform` says so.
  private func standards(_ lists: [String]...) -> [[String]] {
    let traces = lists.map { names in
      names.map { text in
        let parts = text.split(separator: "@").map(String.init)
        return Detection(
          platform: parts.count > 1 ? parts[1] : "Linux", component: "Flow", source: parts[0])
      }
    }
    let names = SourceNames(IndexedList(traces))
    return traces.map { $0.map { names.standard($0).source } }
  }

  @Test func `capitals and signs make no other name, and the one most used stands for all`() {
    #expect(
      standards(["NSM:FLow", "linux:syslog"], ["NSM:Flow"], ["NSM:Flow", "linuxsyslog"])
        == [["NSM:Flow", "linux:syslog"], ["NSM:Flow"], ["NSM:Flow", "linux:syslog"]])
  }

  @Test(arguments: [
    ("linus:syslog", true), ("linu:syslog", true), ("linuxx:syslog", true), ("xlinux:syslog", true),
    ("lnuxx:syslog", false), ("linux:syslogd", false), ("linus:other", false), ("linus", false),
    ("linus:syslog@macOS", false),
  ])
  func `a letter before the colon is a slip, on the same platform`(name: String, isSlip: Bool) {
    let own = String(name.prefix { $0 != "@" })
    #expect(
      standards(["linux:syslog"], ["linux:syslog"], [name])
        == [["linux:syslog"], ["linux:syslog"], [isSlip ? "linux:syslog" : own]])
  }

  @Test func `what several techniques have is no slip, nor is anything one for what one has`() {
    let twice = [["esxi:a"], ["esxi:a"], ["esxis:a"], ["esxis:a"]]
    #expect(standards(["esxi:a"], ["esxi:a"], ["esxis:a"], ["esxis:a"]) == twice)
    #expect(standards(["esxi:a"], ["esxis:a"]) == [["esxi:a"], ["esxis:a"]])
  }

  @Test func `the spelling stays beside the name, and signs alone are a name`() {
    let traces = ["a:b", "A:B", "--"].map { Detection(component: "c", source: $0) }
    let names = SourceNames(IndexedList([[traces[0]], [traces[0]], [traces[1], traces[2]]]))
    let told = traces.map(names.standard)
    #expect(told.map(\.source) == ["a:b", "a:b", "--"])
    #expect(told.map(\.spelling) == ["a:b", "A:B", "--"])
  }
}
