package import Attack
import Text

/// Which technique gives what another needs, fact by fact, with how many procedures say so.
package struct EnablingGraph: Sendable {
  /// What each technique needs, by fact.
  package let needs: IndexedList<Technique, [Need]>
  /// What each technique gives, by fact.
  package let gives: IndexedList<Technique, [Gift]>
  /// Ordered by the one that gives, the one that needs, and the fact; none leads to itself.
  package let edges: [Edge]
  /// What some technique needs and no procedure of any gives: the intruder brings it along.
  package let unmet: [EnablingFact]
  /// Techniques that in the end need what they give themselves, in groups, each ascending.
  package let loops: [[Index<Technique>]]
  /// What procedures name, and the live techniques that this stands for.
  private let techniques: [String: Index<Technique>]
  /// Old ids of procedures, and the live techniques that they lead to.
  package let followed: [String: Index<Technique>]
  /// Procedures of what is no live technique, and what they name.
  package let unknown: [(procedure: EnablingProcedure, TeamReport.Unknown)]

  /// A fact that a technique needs.
  package struct Need: Equatable, Sendable {
    package let fact: EnablingFact
    package let part: EnablingPartner.Part
    /// Other techniques that give it, ascending.
    package let givers: [EnablingPartner]
    /// Whether another procedure of the technique gives it.
    package let isGivenByItself: Bool
  }

  /// A fact that a technique gives.
  package struct Gift: Equatable, Sendable {
    package let fact: EnablingFact
    package let part: EnablingPartner.Part
    /// Other techniques that need it, ascending.
    package let takers: [EnablingPartner]
    /// Whether another procedure of the technique needs it.
    package let isNeededByItself: Bool
  }

  /// `from` gives a fact that `to` needs.
  package struct Edge: Equatable, Sendable {
    package let from: Index<Technique>
    package let to: Index<Technique>
    package let fact: EnablingFact
    package let given: EnablingPartner.Part
    package let needed: EnablingPartner.Part

    package init(
      from: Index<Technique>, to: Index<Technique>, fact: EnablingFact,
      given: EnablingPartner.Part, needed: EnablingPartner.Part
    ) {
      self.from = from
      self.to = to
      self.fact = fact
      self.given = given
      self.needed = needed
    }

    /// Independent ones that say so: as many as can be paired, one that gives with one that needs.
    package var procedures: Int { min(given.count, needed.count) }

    /// Whether only the team says so.
    package var isOwn: Bool { given.ours == given.count || needed.ours == needed.count }
  }

  /// - Parameters:
  ///   - capabilities: the procedures of all files.
  ///   - knowledge: the techniques.
  ///   - resolver: of the same releases.
  package init(
    _ capabilities: Capabilities, _ knowledge: Knowledge, _ resolver: TechniqueResolver
  ) {
    let procedures = ResolvedProcedures(capabilities.procedures, resolver)
    let indices = knowledge.techniques.indices
    let needed = FactPartners(procedures.byTechnique, \.needs)
    let given = FactPartners(procedures.byTechnique, \.gives)
    needs = IndexedList(for: indices) { index in
      needed.parts(of: index).map { fact, part in
        let (givers, isOne) = given.partners(of: fact, beside: index)
        return Need(fact: fact, part: part, givers: givers, isGivenByItself: isOne)
      }
    }
    gives = IndexedList(for: indices) { index in
      given.parts(of: index).map { fact, part in
        let (takers, isOne) = needed.partners(of: fact, beside: index)
        return Gift(fact: fact, part: part, takers: takers, isNeededByItself: isOne)
      }
    }
    edges = gives.indexed().flatMap(Self.edges)
    unmet = needs.flatMap(\.self).filter { $0.givers.isEmpty && !$0.isGivenByItself }
      .map(\.fact).distinct.sorted()
    loops =
      StrongComponents(
        gives.mapValues { $0.flatMap { $0.takers.map(\.technique) }.distinct.sorted() }
      ).groups
    techniques = procedures.techniques
    followed = procedures.followed
    unknown = procedures.unknown
  }

  private static func edges(of from: Index<Technique>, _ gifts: [Gift]) -> [Edge] {
    let edges = gifts.flatMap { gift in
      gift.takers.map {
        Edge(from: from, to: $0.technique, fact: gift.fact, given: gift.part, needed: $0.part)
      }
    }
    return edges.sorted { ($0.to, $0.fact) < ($1.to, $1.fact) }
  }

  /// The live technique of a procedure; `nil` if there is none.
  package func technique(of procedure: EnablingProcedure) -> Index<Technique>? {
    techniques[procedure.technique]
  }

  /// The pairs of techniques that edges join, each once.
  package var pairs: [(from: Index<Technique>, to: Index<Technique>)] {
    edges.indices.filter { index in
      index == 0
        || (edges[index - 1].from, edges[index - 1].to) != (edges[index].from, edges[index].to)
    }.map { (edges[$0].from, edges[$0].to) }
  }
}
