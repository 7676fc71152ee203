import Attack
import Pages
import Text

/// `data/notices.json`: how many notices of each kind the build gave; nothing of where.
struct NoticeRecord {
  let notices: [Notice]

  /// The kind of each.
  var edits: [String] { notices.map(\.kind.name) }

  var json: [UInt8] {
    let kinds = NoticeGroup.groups(of: notices).map { group -> JSONText in
      ["kind": .text(group.kind.name), "count": .integer(group.places.count)]
    }
    let value: JSONText = ["notices": .list(kinds)]
    return value.line
  }
}
