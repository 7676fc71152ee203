import Attack
import TestSupport
import Testing

struct KnowledgeChangeTests {
  /// Two releases, and what became of the objects of one in the other.
  private struct Comparison {
    let before: Knowledge
    let now: Knowledge
    let change: KnowledgeChange

    init(_ before: [StixObject], _ now: [StixObject]) {
      self.before = .make(before)
      self.now = .make(now)
      change = KnowledgeChange(from: self.before, to: self.now)
    }

    /// `T1003 retired`, `T1001+T1002 T1005`.
    var endings: [String] {
      let old = { (index: Index<Technique>) in before.techniques[index].id.description }
      let own = { (index: Index<Technique>) in now.techniques[index].id.description }
      return change.techniques.ended.map { ending in
        let words =
          switch ending.outcome {
          case .retired: "retired"
          case .gone: "gone"
          case .replaced(let end): "replaced by \(own(end))"
          case .merged(let sources, let end):
            "\(sources.map(old).joined(separator: "+")) merged into \(own(end))"
          case .split(let ends): "split into \(ends.map(own).joined(separator: "+"))"
          }
        return "\(old(ending.index)): \(words)"
      }
    }

    var newTechniques: [String] {
      change.techniques.new.map { new in
        let old = new.predecessors.map { before.techniques[$0].id.description }
        return ([now.techniques[new.index].id.description] + old).joined(separator: " ")
      }
    }

    /// `T1037: persistence, + execution, - impact`.
    var tacticMoves: [String] {
      change.tacticMoves.map { move in
        let kept = move.kept.map { now.tactics[$0].shortname }
        let gained = move.gained.map { "+ \(now.tactics[$0].shortname)" }
        let lost = move.lost.map { "- \(before.tactics[$0].shortname)" }
        return "\(now.techniques[move.technique].id): "
          + (kept + gained + lost).joined(separator: ", ")
      }
    }
  }

  private func named(_ id: String, _ name: String) -> StixObject { .make(id) { $0.name = name } }

  private func revoked(_ id: String) -> StixObject { .make(id) { $0.isRevoked = true } }

  private func technique(_ id: String, _ tactics: String...) -> StixObject {
    .make(id) {
      $0.phases = tactics.map { StixObject.KillChainPhase(chain: "mitre-attack", name: $0) }
    }
  }

  private func tactic(_ id: String, _ shortname: String, _ name: String) -> StixObject {
    .make(id) {
      $0.shortname = shortname
      $0.name = name
    }
  }

  private func matrix(_ tactics: String...) -> StixObject {
    .make("enterprise-attack", "x-mitre-matrix") {
      $0.tacticRefs = tactics.map { StixObject.stixID($0) }
    }
  }

  @Test func `what is new, retired, gone and renamed is told by ids`() {
    let own = Comparison(
      [
        .make("T1001"), named("T1002", "Old name"), .make("T1003"), .make("T1005"), .make("G0001"),
        .make("S0001"),
      ],
      [
        .make("T1001"), named("T1002", "New name"), .make("T1003") { $0.isDeprecated = true },
        .make("T1004"), .make("G0001"), .make("G0002"), .make("C0001"),
      ])
    let (now, change) = (own.now, own.change)
    #expect(own.newTechniques == ["T1004"])
    #expect(own.endings == ["T1003: retired", "T1005: gone"])
    #expect(change.techniques.renamed.map { now.techniques[$0.index].id.description } == ["T1002"])
    #expect(change.techniques.renamed.map(\.nameBefore) == ["Old name"])
    #expect(change.actors.new.map { now.actors[$0.index].id.description } == ["G0002", "C0001"])
    #expect(change.actors.ended.map(\.outcome) == [.gone])
  }

  @Test func `the same twice is no change`() {
    let objects: [StixObject] = [.make("T1001"), .make("T1001.001"), .make("G0001")]
    let change = Comparison(objects, objects).change
    #expect(change.techniques.new.isEmpty && change.techniques.ended.isEmpty)
    #expect(change.techniques.renamed.isEmpty && change.actors.new.isEmpty)
    #expect(change.actors.ended.isEmpty && change.tacticMoves.isEmpty && change.parentMoves.isEmpty)
    #expect(change.tactics.new.isEmpty && change.tactics.removed.isEmpty)
  }

  @Test func `a domain that only one of both has is not compared`() {
    let mobile = StixObject.make("T1401", catalogue: "mitre-mobile-attack") {
      $0.domains = ["mobile-attack"]
    }
    let change = Comparison([.make("T1001")], [mobile]).change
    #expect(change.techniques.new.isEmpty && change.techniques.ended.isEmpty)
    #expect(change.tactics.new.isEmpty && change.tactics.removed.isEmpty)
  }

  @Test func `one for one is replaced, along a chain too; several for one are merged`() {
    let own = Comparison(
      [.make("T1001"), .make("T1002"), .make("T1003")],
      [
        revoked("T1001"), revoked("T1002"), revoked("T1003"), revoked("T1004"), .make("T1005"),
        .make("T1006"), .make("T1001", "revoked-by", "T1005"),
        .make("T1002", "revoked-by", "T1005"), .make("T1003", "revoked-by", "T1004"),
        .make("T1004", "revoked-by", "T1006"),
      ])
    #expect(
      own.endings == [
        "T1001: T1001+T1002 merged into T1005", "T1002: T1001+T1002 merged into T1005",
        "T1003: replaced by T1006",
      ])
    #expect(own.newTechniques == ["T1005 T1001 T1002", "T1006 T1003"])
  }

  @Test func `what becomes part of a technique that was there is merged with it`() {
    let own = Comparison(
      [.make("T1001"), .make("T1002")],
      [revoked("T1002"), .make("T1001"), .make("T1002", "revoked-by", "T1001")])
    #expect(own.endings == ["T1002: T1001+T1002 merged into T1001"])
    #expect(own.newTechniques.isEmpty)
  }

  @Test func `one with several live ends is split; dead ends and circles do not count`() {
    let own = Comparison(
      [.make("T1001"), .make("T1002")],
      [
        revoked("T1001"), revoked("T1002"), revoked("T1003"), .make("T1004"), .make("T1005"),
        .make("T1001", "revoked-by", "T1003"), .make("T1003", "revoked-by", "T1004"),
        .make("T1003", "revoked-by", "T1001"), .make("T1001", "revoked-by", "T1005"),
        .make("T1002", "revoked-by", "T1004"), .make("T1002", "revoked-by", "T1002"),
      ])
    #expect(
      own.endings == ["T1001: split into T1004+T1005", "T1002: replaced by T1004"])
    #expect(own.newTechniques == ["T1004 T1001 T1002", "T1005 T1001"])
  }

  @Test func `tactics are renamed, added and removed by ids, and renaming moves nobody`() {
    let own = Comparison(
      [
        tactic("TA0002", "execution", "Execution"), tactic("TA0005", "evasion", "Evasion"),
        tactic("TA0009", "collection", "Collection"), technique("T1001", "evasion"),
        technique("T1002", "evasion"), technique("T1003", "execution", "collection"),
      ],
      [
        tactic("TA0002", "execution", "Execution"), tactic("TA0005", "stealth", "Stealth"),
        tactic("TA0112", "evasion", "Impairment"), technique("T1001", "stealth"),
        technique("T1002", "stealth", "evasion"), technique("T1003", "execution"),
      ])
    let (before, now, tactics) = (own.before, own.now, own.change.tactics)
    #expect(tactics.new.map { now.tactics[$0].name } == ["Impairment"])
    #expect(tactics.removed.map { before.tactics[$0].name } == ["Collection"])
    #expect(tactics.renamed.map { now.tactics[$0.index].name } == ["Stealth"])
    #expect(tactics.renamed.map(\.nameBefore) == ["Evasion"])
    #expect(own.tacticMoves == ["T1002: stealth, + evasion", "T1003: execution, - collection"])
  }

  @Test func `without ids on one side tactics are matched by short names, and not by place`() {
    let own = Comparison(
      [technique("T1001", "impact"), technique("T1002", "execution")],
      [
        tactic("TA0002", "execution", "Execution"), tactic("TA0040", "impact", "Impact"),
        tactic("TA0042", "resources", "Resources"), matrix("TA0002", "TA0040", "TA0042"),
        technique("T1001", "impact"), technique("T1002", "execution", "resources"),
      ])
    let tactics = own.change.tactics
    #expect(tactics.new.map { own.now.tactics[$0].name } == ["Resources"])
    #expect(tactics.removed.isEmpty && tactics.renamed.isEmpty)
    #expect(tactics.reordered.isEmpty && !tactics.hasOrder)
    #expect(own.tacticMoves == ["T1002: execution, + resources"])
  }

  @Test func `only what has to be moved is in another place, whatever was added`() {
    let all = [("TA0001", "a"), ("TA0002", "b"), ("TA0003", "c"), ("TA0004", "d")]
      .map { tactic($0.0, $0.1, $0.1.uppercased()) }
    let own = Comparison(
      all + [.make("T1001"), matrix("TA0001", "TA0002", "TA0003", "TA0004")],
      all + [
        tactic("TA0005", "e", "E"), .make("T1001"),
        matrix("TA0005", "TA0002", "TA0003", "TA0001", "TA0004"),
      ])
    let reordered = own.change.tactics.reordered
    #expect(reordered.map { own.now.tactics[$0.index].name } == ["A"])
    #expect(reordered.map { [$0.placeBefore, $0.place, $0.count] } == [[1, 3, 4]])
    #expect(own.change.tactics.hasOrder)
  }

  @Test func `a sub-technique of another technique than before`() {
    let objects: [StixObject] = [.make("T1001"), .make("T1002"), .make("T1001.001")]
    let own = Comparison(
      objects, objects + [.make("T1001.001", "subtechnique-of", "T1002")])
    let moves = own.change.parentMoves
    #expect(moves.map { own.now.techniques[$0.technique].id.description } == ["T1001.001"])
    #expect(moves.map { own.before.techniques[$0.before].id.description } == ["T1001"])
    #expect(moves.map { own.now.techniques[$0.now].id.description } == ["T1002"])
  }
}
