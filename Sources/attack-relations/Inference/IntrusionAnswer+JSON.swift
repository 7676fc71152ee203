import Attack
import Measures
import Records
import Text

extension IntrusionAnswer {
  /// The chains for programs, the best first.
  var json: JSONText { .list(chains.map(\.json)) }
}

extension IntrusionAnswer.Chain {
  fileprivate var json: JSONText {
    [
      "direction": .text(direction.rawValue), "score": .number(score),
      "techniques": .list(techniques.map { .text($0.id.description) }),
      "steps": .list(steps.map(\.json)),
    ]
  }
}

extension IntrusionAnswer.Step {
  fileprivate var json: JSONText {
    [
      "from": .text(from), "to": .text(to), "drawn": .list(drawn.map { .text($0) }),
      "run": .list(run.map { .text($0) }), "facts": .list(facts.map { .text($0) }),
      "procedures": .integer(procedures), "together": .integer(together), "firm": .bool(isFirm),
    ]
  }
}

extension IntrusionPart {
  /// `before`, `beside` or `after`, and on what that rests.
  var json: JSONText {
    ["place": .text(place.rawValue), "basis": basis.map { .text($0.rawValue) } ?? .null]
  }
}
