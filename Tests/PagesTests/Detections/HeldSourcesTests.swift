import Attack
import TestSupport
import Testing

@testable import Pages

struct HeldSourcesTests {
  private static func trace(
    _ source: String, _ channel: String, _ component: String = "Process Creation"
  ) -> Detection {
    Detection(platform: "Windows", component: component, source: source, channel: channel)
  }

  @Test func `without any told, all can be seen`() {
    let traces = [Self.trace("Sysmon", "1"), Self.trace("", "")]
    let places = HeldSources([:], []).places(traces)
    #expect(places.map(\.trace) == traces && places.allSatisfy { !$0.isLikely })
  }

  @Test(.enabled(if: RealReleases.areHere))
  func `what shows a component elsewhere likely shows it here`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let held = HeldSources(["WinEventLog:Security": nil], knowledge.traces)
    let sysmon = Self.trace("WinEventLog:Sysmon", "EventCode=1")
    let own = Self.trace("WinEventLog:Security", "EventCode=4697", "Service Creation")
    #expect(held.places([sysmon, own]).map(\.trace) == [own])
    let likely = held.places([sysmon])
    #expect(likely.map(\.trace) == [Self.trace("WinEventLog:Security", "EventCode=4688")])
    #expect(likely.map(\.isLikely) == [true])
    let elsewhere = Detection(
      platform: "Linux", component: "Process Creation", source: "auditd:SYSCALL")
    #expect(held.places([elsewhere]).isEmpty)
  }

  @Test func `the place to name is of the source that shows most, an event with a code first`() {
    let one = [
      Self.trace("Sysmon", "process creation"), Self.trace("Sysmon", "EventCode=1"),
      Self.trace("EDR", "EventCode=9"),
    ]
    let traces = [one, [Self.trace("Sysmon", "EventCode=11", "File Creation")]]
    let sources = SourceCoverage(traces, by: \.source)
    let components = SourceCoverage(traces, by: \.component)
    #expect(HeldSources.all(one).best(sources, components)?.trace == one[1])
    #expect(HeldSources.all([]).best(sources, components) == nil)
  }
}
