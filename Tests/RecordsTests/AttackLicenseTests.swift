import Records
import Testing

struct AttackLicenseTests {
  private func text(_ copyright: [String], _ date: String?) -> String {
    String(decoding: AttackLicense(copyright: copyright, date: date).bytes, as: UTF8.self)
  }

  @Test func `the bundle's own line stands first, then MITRE's terms with the year of the data`() {
    let text = text(["© 2025, MITRE"], "2025-11-13")
    #expect(text.hasPrefix("© 2025, MITRE\n\nLICENSE\n\n"))
    #expect(text.contains("\"© 2025 The MITRE Corporation. This work"))
  }

  @Test func `without a line or a date the licence stands all the same`() {
    let text = text([], nil)
    #expect(text.hasPrefix("LICENSE\n\nThe MITRE Corporation (MITRE) hereby grants"))
    #expect(text.contains("\"© The MITRE Corporation. This work"))
  }
}
