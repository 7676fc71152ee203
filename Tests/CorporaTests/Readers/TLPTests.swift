import Corpora
import Testing

struct TLPTests {
  @Test(
    arguments: [
      ("tlp:red", TLP.red), ("TLP:AMBER+STRICT", .amberStrict), (" TLP: Amber ", .amber),
      ("TLP:WHITE", .white), ("tlp:clear", .clear), ("TLP RED", .red), ("TLP-GREEN", .green),
      ("tlp:amber strict", .amberStrict), ("PAP:RED", nil), ("red", nil), ("tlp:", nil),
      ("tlp:ex:chr", nil), ("tlpred", nil), ("xtlp:red", nil), ("", nil),
    ] as [(String, TLP?)])
  func `a tag is one of the protocol's or none`(tag: String, tlp: TLP?) {
    #expect(TLP(tag: tag) == tlp)
  }

  @Test func `each is stricter than those before it`() {
    #expect(
      [TLP.red, .clear, .amberStrict, .green, .amber].sorted()
        == [.clear, .green, .amber, .amberStrict, .red])
    #expect(!(TLP.white < .clear) && !(TLP.clear < .white))
  }

  @Test(
    arguments: [
      ("PAP:RED,TLP:GREEN; TLP:AMBER", TLP.amber), ("TLP:GREEN\nTLP:RED", .red), ("PAP:RED", nil),
      ("", nil),
    ] as [(String, TLP?)])
  func `of a list the strictest counts`(list: String, tlp: TLP?) {
    #expect(TLP(strictestOf: list) == tlp)
  }
}
