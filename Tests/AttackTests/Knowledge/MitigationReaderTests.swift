import Attack
import TestSupport
import Testing

struct MitigationReaderTests {
  private static let type = "course-of-action"

  private func mitigation(
    _ id: String, _ change: (inout StixObject) -> Void = { _ in }
  ) -> StixObject {
    .make(id, Self.type, change)
  }

  private func mitigates(_ id: String, _ target: String = "T1001") -> StixObject {
    .make(StixObject.stixID(id, Self.type), "mitigates", target)
  }

  /// `T1001 M1038 Name of M1038`.
  private func words(_ objects: [StixObject]) -> [String] {
    let knowledge = Knowledge.make([.make("T1001"), .make("T1002")] + objects)
    return zip(knowledge.techniques, knowledge.mitigations).flatMap { technique, mitigations in
      mitigations.map { "\(technique.id) \($0.id) \($0.name)" }
    }
  }

  @Test func `a technique has its mitigations by id, each once`() {
    #expect(
      words([
        mitigation("M1038"), mitigation("M1018"), mitigates("M1038"), mitigates("M1018"),
        .make(
          StixObject.stixID("M1018", Self.type), "mitigates", "T1001", id: "again"),
      ]) == ["T1001 M1018 Name of M1018", "T1001 M1038 Name of M1038"])
  }

  @Test func `what is dead, or of an old release under a technique's id, is left out`() {
    #expect(
      words([
        mitigation("M1001") { $0.isRevoked = true }, mitigates("M1001"),
        mitigation("M1002") { $0.isDeprecated = true }, mitigates("M1002"),
        mitigation("T1001"), mitigates("T1001"),
        mitigation("M1003"),
        .make(StixObject.stixID("M1003", Self.type), "mitigates", "T1001") {
          $0.isDeprecated = true
        },
        mitigation("M1004") { $0.name = " " }, mitigates("M1004"),
      ]).isEmpty)
  }

  @Test func `a revoked technique hands its mitigations on, a deprecated one does not`() {
    let objects: [StixObject] = [
      .make("T1008") { $0.isRevoked = true }, .make("T1008", "revoked-by", "T1002"),
      .make("T1009") { $0.isDeprecated = true },
      mitigation("M1038"), mitigates("M1038", "T1008"), mitigates("M1038", "T1009"),
    ]
    #expect(words(objects) == ["T1002 M1038 Name of M1038"])
  }

  @Test func `a mitigation that no bundle holds is told`() {
    let knowledge = Knowledge.make([.make("T1001"), mitigates("M1038")])
    #expect(knowledge.mitigations == [[]])
    #expect(
      knowledge.noticesInWords == [
        "danglingReference `relationship--course-of-action--M1038-mitigates-T1001`: "
          + "`course-of-action--M1038`"
      ])
  }
}
