import Attack
import TestSupport
import Testing

@testable import Pages

struct PlatformsTests {
  private func names(_ platforms: [String]...) -> [String] {
    let objects = platforms.enumerated().map { index, platforms in
      StixObject.make("T100\(index)") { $0.platforms = platforms }
    }
    return Platforms(of: Knowledge.make(objects).techniques.map(\.platforms)).names
  }

  @Test func `one looks where all that was seen runs, or else any of it`() {
    #expect(names(["Windows"], ["macOS", "Windows"]) == ["Windows"])
    #expect(names(["Windows"], ["PRE"]) == ["Windows"])
    #expect(names(["Windows", "Linux"], ["macOS"]) == ["Linux", "Windows", "macOS"])
  }

  @Test func `before an intrusion any platform may follow`() {
    #expect(names(["PRE"]).isEmpty && names(["None"]).isEmpty)
    let any = Detection(component: "a")
    let mac = Detection(platform: "macOS", component: "a")
    #expect(Platforms("Windows").filter([any, mac]) == [any])
    #expect(Platforms(of: []).filter([any, mac]) == [any, mac])
  }
}
