import Attack
import Text

extension Release {
  /// What a bundle holds, as our files say it; a team's own collections only where there are some.
  var json: JSONText {
    let release: [(String, JSONText)] = [
      ("domain", .text(domain.name)), ("version", version.map { .text($0) } ?? .null),
      ("date", date.map { .text($0) } ?? .null),
    ]
    guard !collections.isEmpty else { return .object(release) }
    return .object(
      release + [
        ("collections", .list(collections.map(\.json))), ("teams_own", .bool(isTeamsOwn)),
      ])
  }
}

extension TeamCollection {
  fileprivate var json: JSONText {
    ["id": .text(id), "name": .text(name), "version": version.map { .text($0) } ?? .null]
  }
}
