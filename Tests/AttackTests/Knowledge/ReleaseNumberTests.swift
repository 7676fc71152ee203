import Attack
import Testing

struct ReleaseNumberTests {
  @Test func `noughts at the end say nothing, but nought is a number`() throws {
    #expect(
      ReleaseNumber("18.0") == ReleaseNumber("18") && ReleaseNumber("18.0.1") != ReleaseNumber("18")
    )
    #expect(ReleaseNumber("0.0") == ReleaseNumber("0"))
    #expect(try #require(ReleaseNumber("0")).major == 0)
  }

  @Test func `a release comes behind its betas, and these by their numbers`() throws {
    let texts = ["9.1", "11.0-beta.2", "11.0-beta.10", "11.0", "11.0.1", "11.3"]
    let numbers = try texts.map { try #require(ReleaseNumber($0)) }
    #expect(numbers.reversed().sorted() == numbers)
  }
}
