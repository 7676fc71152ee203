import Attack
import Text

extension Release {
  /// What a bundle holds, as our files say it.
  var json: JSONText {
    [
      "domain": .text(domain.name), "version": version.map { .text($0) } ?? .null,
      "date": date.map { .text($0) } ?? .null,
    ]
  }
}
