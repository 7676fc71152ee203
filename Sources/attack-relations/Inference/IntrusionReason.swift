import Attack
import Corpora
import Measures
import Records
import Text

/// Why a technique belongs before or after what was seen, in the words of the explorer.
struct IntrusionReason {
  private let part: IntrusionPart
  /// The steps from the technique to what was seen, and from there to it.
  private let onward: [Told]
  private let back: [Told]
  private let book: IntrusionBook

  /// A step, and the id of the technique at its other end.
  private typealias Told = (step: IntrusionStep, id: String)

  init(
    of technique: Index<Technique>, _ part: IntrusionPart, _ seen: [Index<Technique>],
    _ book: IntrusionBook, _ techniques: IndexedList<Technique, InferenceModel.KnownTechnique>
  ) {
    self.part = part
    self.book = book
    let told = { (other: Index<Technique>, step: IntrusionStep?) -> Told? in
      step.map { ($0, techniques[other].id.description) }
    }
    onward = seen.compactMap { told($0, book.steps[technique, $0]) }.sorted { $0.id < $1.id }
    back = seen.compactMap { told($0, book.steps[$0, technique]) }.sorted { $0.id < $1.id }
  }

  /// `nil` where nothing decides.
  var words: String? {
    switch part.basis {
    case .needs: needs
    case .drawn: ordered(by: .drawn)
    case .run: ordered(by: .run)
    case .tactic: "by its tactic alone"
    case nil: nil
    }
  }

  private var isBefore: Bool { part.place == .before }
  /// Those that say what the part says, and the others.
  private var own: [Told] { isBefore ? onward : back }
  private var others: [Told] { isBefore ? back : onward }
  private var opposite: String { isBefore ? "after" : "before" }
}

extension IntrusionReason {
  /// By the fact that most procedures hand on: `gives a password (1 of 2 procedures), which T1047 needs, and 2 more`.
  private var needs: String? {
    let facts = own.flatMap { told in told.step.enabling.map { ($0, told.id) } }
    guard let most = facts.map(\.0.procedures).max(),
      let (edge, id) = facts.first(where: { $0.0.procedures == most })
    else { return nil }
    let fact = book.words[edge.fact] ?? edge.fact.name
    let (given, needed) = (Self.part(edge.given), Self.part(edge.needed))
    let more = facts.count > 1 ? ", and \(facts.count - 1) more" : ""
    return
      (isBefore
      ? "gives \(fact)\(given), which \(id) needs\(needed)"
      : "needs \(fact)\(needed), which \(id) gives\(given)") + more + against
  }

  private static func part(_ part: EnablingPartner.Part) -> String {
    part.count < part.of ? " (\(part.count) of \(Format.count(part.of, "procedure")))" : ""
  }

  /// What flows, plans and logs say against it.
  private var against: String {
    let told = OrderKind.allCases.filter { kind in others.contains { $0.step.sources(of: kind) > 0 }
    }
    .map { "\($0.rawValue) \(opposite) \(Self.names(others, of: $0))" }
    return told.isEmpty ? "" : ", but \(Format.list(told))"
  }

  private func ordered(by kind: OrderKind) -> String {
    let sum = { (told: [Told]) in told.reduce(0) { $0 + $1.step.sources(of: kind) } }
    let but = sum(others) > 0 ? ", but \(opposite) \(Self.names(others, of: kind))" : ""
    return "\(kind.rawValue) \(part.place.rawValue) \(Self.names(own, of: kind))\(but)"
      + (sum(own) == 1 ? " only" : "")
  }

  /// `T1059.001 (2 flows), T1105 (1 flow) and 3 more`: those of most sources first.
  private static func names(_ told: [Told], of kind: OrderKind) -> String {
    let sorted = told.filter { $0.step.sources(of: kind) > 0 }.sorted {
      ($1.step.sources(of: kind), $0.id) < ($0.step.sources(of: kind), $1.id)
    }
    let rest = sorted.count - mostNames
    return Format.list(
      sorted.prefix(mostNames).map { "\($0.id) (\(words($0.step.sources(of: kind), kind)))" }
        + (rest > 0 ? ["\(rest) more"] : []))
  }

  private static let mostNames = 2

  private static func words(_ count: Int, _ kind: OrderKind) -> String {
    switch kind {
    case .drawn: Format.count(count, "flow")
    case .run: Format.count(count, "log or plan", "logs or plans")
    }
  }
}
