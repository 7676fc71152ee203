import Attack
import Corpora
import Pages
import Text

/// What was read from a file of coverage, for `check --coverage`.
struct CoverageAnswer {
  let path: String
  let coverage: Coverage
  let techniques: IndexedList<Technique, Technique>

  private func ids(_ state: Coverage.State) -> [String] {
    coverage.techniques(state).map { techniques[$0].id.description }
  }

  private var notices: [String] {
    coverage.unknown.map { "\($0.1.place): \($0.1.technique)" }
      + [coverage.warning].compactMap(\.self)
  }

  /// For programs.
  var json: JSONText {
    [
      "file": .text(TextCleaner.clean(path)), "format": "coverage", "reports": [],
      "coverage": [
        "layers": .list(coverage.names.map { .text($0) }),
        "attack": coverage.attack.map { .text($0) } ?? .null,
        "covered": .list(ids(.covered).map { .text($0) }),
        "parent_only": .list(ids(.parentOnly).map { .text($0) }),
        "followed": .object(
          coverage.followed.sorted { $0.key < $1.key }.map {
            ($0.key, .text(techniques[$0.value].id.description))
          }),
      ],
      "notices": .list(notices.map { .text($0) }),
    ]
  }

  /// For the terminal.
  var text: String {
    let head =
      "\(path): “\(coverage.names.joined(separator: "”, “"))”, "
      + Format.count(ids(.covered).count, "technique") + " covered"
    let parents = ids(.parentOnly)
    return
      ([head, "  " + ids(.covered).joined(separator: " ")]
      + (parents.isEmpty ? [] : ["  only the parent is covered: " + parents.joined(separator: " ")])
      + notices.map { "  not counted: \($0)" }).joined(separator: "\n")
  }
}
