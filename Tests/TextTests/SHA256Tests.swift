import Testing
import Text

struct SHA256Tests {
  /// Source: NIST, *Example Values: SHA-256*, and FIPS 180-2, appendix B.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `the published examples come out`(text: String, hash: String) {
    #expect(SHA256(Array(text.utf8)).hexadecimal == hash)
  }

  /// Python: `h = sha256(); [h.update(sha256(bytes((i * i + n) % 256 for i in range(n))).digest())
  /// for n in range(300)]; h.hexdigest()`.
  @Test func `every length up to several blocks is hashed as Python hashes it`() {
    var all = SHA256()
    for length in 0..<300 {
      all.update(SHA256((0..<length).map { UInt8(truncatingIfNeeded: $0 * $0 + length) }).digest)
    }
    #expect(all.hexadecimal == "93e41dbd7fe8af4a932e975985b011847b05a4fac1f28ded25c78df8403bfa03")
  }

  @Test func `the processor's instructions and those in Swift give the same`() {
    for length in 0..<300 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ length) }
      var hash = SHA256.inSwift
      hash.update(bytes)
      #expect(hash.digest == SHA256(bytes).digest, "\(length)")
    }
  }

  @Test func `it does not matter in which parts the bytes come`() {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for length in [1, 7, 63, 64, 65, 200] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: length) {
        hash.update(Array(bytes[start...].prefix(length)))
      }
      #expect(hash.digest == SHA256(bytes).digest, "\(length)")
    }
  }
}
