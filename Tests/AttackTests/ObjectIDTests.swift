import Attack
import Testing

struct ObjectIDTests {
  @Test func `a prefix and four digits are an id`() {
    #expect(ObjectID("TA0002", prefix: "TA")?.description == "TA0002")
    #expect(ObjectID("G0016", prefix: "G")?.description == "G0016")
  }

  @Test(arguments: ["", "G", "G016", "G00160", "g0016", "TA0016", "G００１６", "G0016 ", "../0016"])
  func `anything else is none`(text: String) {
    #expect(ObjectID(text, prefix: "G") == nil)
  }
}
