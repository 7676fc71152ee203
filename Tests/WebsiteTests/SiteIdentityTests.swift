import Testing
import Website

struct SiteIdentityTests {
  @Test(arguments: ["logo.svg", "Team logo.PNG", "a.b.webp"])
  func `a logo that ends as a picture does is one`(logo: String) {
    #expect(SiteIdentity.isPicture(logo))
  }

  @Test(arguments: ["ACME hunts", "acme.example", "svg", ""])
  func `another logo is a text`(logo: String) {
    #expect(!SiteIdentity.isPicture(logo))
  }
}
