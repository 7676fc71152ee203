import Attack
import Pages

/// Notices as the terminal shows them: one line per kind, with the first places.
struct NoticeLines: Codable, Equatable, Sendable {
  let lines: [String]
  /// Of the notices, of which a line sums up many.
  let count: Int

  init(_ notices: [Notice]) {
    count = notices.count
    lines = NoticeGroup.groups(of: notices).map { group in
      let first = group.places.prefix(3).joined(separator: "; ")
      let more = group.places.count > 3 ? "; …" : ""
      return
        "notice: \(group.kind.sentence)\(group.kind.advice): \(group.places.count) (\(first)\(more))"
    }
  }
}

extension Notice.Kind {
  /// Which option helps, in brackets.
  fileprivate var advice: String {
    switch self {
    case .unknownRelease: " (give it with --release)"
    case .mixedReleases: " (see --previous)"
    default: ""
    }
  }
}
