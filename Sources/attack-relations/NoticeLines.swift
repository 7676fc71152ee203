import Attack
import Measures
import Pages
import Text

/// Notices as the terminal shows them: one line per kind, with the first places.
struct NoticeLines: Codable, Equatable, Sendable {
  let lines: [String]
  /// In the order of the lines.
  let kinds: [Kind]

  /// A kind of notices, and how many of it there are.
  struct Kind: Codable, Equatable, Sendable {
    let name: String
    let count: Int
    let isOrdinary: Bool
  }

  /// The oddities of the demo are one line: they are there to be seen on its pages.
  init(_ notices: [Notice], ofDemo isDemo: Bool = false) {
    let groups = NoticeGroup.groups(of: notices)
    kinds = groups.map {
      Kind(name: $0.kind.name, count: $0.places.count, isOrdinary: $0.kind.isOrdinary)
    }
    let onPurpose = isDemo ? groups.count { $0.kind.isOfDemo } : 0
    let summary = "notice: \(Format.count(onPurpose, "kind")), made so in the demo on purpose"
    lines =
      (onPurpose > 0 ? [summary] : [])
      + groups.filter { !(isDemo && $0.kind.isOfDemo) }.map(Self.line)
  }

  private static func line(_ group: NoticeGroup) -> String {
    let first = group.places.prefix(3).joined(separator: "; ")
    let more = group.places.count > 3 ? "; …" : ""
    return
      "notice: \(group.kind.sentence)\(group.kind.advice): \(group.places.count) (\(first)\(more))"
  }
}

extension Notice.Kind {
  /// Whether the demo has it to show what becomes of it.
  fileprivate var isOfDemo: Bool {
    [
      .unreadableObject, .duplicateObject, .danglingReference, .withoutSuccessor, .uncitedUse,
      .absentFromSubset, .retiredInSubset,
    ].contains(self)
  }

  /// Which option helps, in brackets.
  fileprivate var advice: String {
    switch self {
    case .unknownRelease: " (give it with --release)"
    case .mixedReleases: " (see --previous)"
    default: ""
    }
  }
}
