import Attack
import Testing

struct DomainTests {
  @Test(arguments: [
    ("mitre-attack", Domain.enterprise), ("mitre-mobile-attack", .mobile),
    ("mitre-attack-mobile", .mobile), ("mitre-ics-attack", .ics),
    ("mitre-pre-attack", Domain(name: "pre-attack")),
  ])
  func `each of ATT&CK's catalogues is a domain`(catalogue: String, domain: Domain) {
    #expect(Domain(catalogue: catalogue) == domain)
  }

  @Test(arguments: ["capec", "NIST Mobile Threat Catalogue", "", "lockheed-martin"])
  func `no other catalogue is`(catalogue: String) {
    #expect(Domain(catalogue: catalogue) == nil)
  }

  @Test func `an unknown domain is one all the same, after those that are known`() {
    let domains = [Domain(name: "space-attack"), .ics, .mobile, .enterprise].sorted()
    #expect(domains.map(\.title) == ["Enterprise", "Mobile", "ICS", "space-attack"])
  }
}
