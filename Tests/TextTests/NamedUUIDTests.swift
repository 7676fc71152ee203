import Testing

@testable import Text

struct NamedUUIDTests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func `SHA-1 is that of the standard's examples`(text: String, digest: String) {
    let digits = SHA1.digest(of: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digits.joined() == digest)
  }

  /// As Python's `uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")` has it.
  @Test func `a name gives the UUID that others make of it`() {
    let id = NamedUUID("python.org", in: .dns)
    #expect(id.description == "886313e1-3b8a-5372-9b90-0c9aee199e5d")
  }

  @Test func `another name gives another UUID, the same name the same`() {
    #expect(NamedUUID("a") == NamedUUID("a"))
    #expect(NamedUUID("a") != NamedUUID("b"))
    #expect(NamedUUID("a") != NamedUUID("a", in: .dns))
  }
}
