import Attack
import Corpora
import Measures
import TestSupport
import Testing

/// What an actor has, worked out anew from the relations as they are written.
struct ActorRepertoireTests {
  private static let groups = ["G0001", "G0002", "G0003"]
  private static let software = ["S0001", "S0002", "S0003", "S0004"]
  private static let campaigns = ["C0001", "C0002", "C0003"]
  private static let techniques = (1...6).flatMap { number in
    ["", ".001", ".002"].map { "T100\(number)\($0)" }
  }

  /// Relations at random: who uses whom or what, and whose a campaign is.
  private static func relations(seed: UInt64) -> [(source: String, type: String, target: String)] {
    var random = SplitMix64(seed: seed)
    var relations: [(source: String, type: String, target: String)] = []
    for actor in groups + software + campaigns {
      for technique in techniques where random.index(below: 9) == 0 {
        relations.append((actor, "uses", technique))
      }
      guard !actor.hasPrefix("S") else { continue }
      for tool in software where random.index(below: 4) == 0 {
        relations.append((actor, "uses", tool))
      }
    }
    for campaign in campaigns where random.index(below: 3) > 0 {
      relations.append((campaign, "attributed-to", groups[random.index(below: groups.count)]))
    }
    return relations
  }

  @Test(arguments: UInt64(1)...12)
  func `it is what the actor, its software, its campaigns and theirs are listed with`(
    seed: UInt64
  ) throws {
    let relations = Self.relations(seed: seed)
    let knowledge = Knowledge.make(
      (Self.groups + Self.software + Self.campaigns + Self.techniques).map { .make($0) }
        + relations.map { .make($0.source, $0.type, $0.target, citing: ["r"]) })
    let corpus = Corpus(knowledge)
    let citations = IndexedList(for: knowledge.actors.indices) {
      ActorCitations(corpus, corpus.all, of: $0)
    }
    for (index, actor) in knowledge.actors.indexed() {
      let own = "\(actor.id)"
      func targets(of source: String, _ prefix: String) -> [String] {
        relations.filter { $0.source == source && $0.type == "uses" }.map(\.target)
          .filter { $0.hasPrefix(prefix) }
      }
      let runs = relations.filter { $0.type == "attributed-to" && $0.target == own }.map(\.source)
      let owners = ([own] + runs).flatMap { [$0] + targets(of: $0, "S") }
      let listed = Set(owners.flatMap { targets(of: $0, "T") })
      let near = Self.techniques.filter { id in
        listed.contains(id) || listed.contains { $0.hasPrefix(id + ".") }
          || listed.contains(String(id.prefix(5)))
      }
      let repertoire = ActorRepertoire(knowledge, citations, of: index)
      func ids(_ techniques: Set<Index<Technique>>) -> Set<String> {
        Set(techniques.map { knowledge.techniques[$0].id.description })
      }
      #expect(ids(repertoire.techniques) == listed)
      #expect(ids(repertoire.families) == Set(near))
      #expect(ids(Set(repertoire.reports.keys)) == Set(targets(of: own, "T")))
    }
  }
}
