import Text

/// What a site is built with.
package struct BuildSettings: Sendable {
  /// Of the tool.
  package let version: String
  /// Of the site.
  package let title: String
  /// Names and values, in the order in which they are written.
  package let values: [(name: String, value: String)]
  package let inputs: [Input]

  package init(
    version: String, title: String, values: [(name: String, value: String)] = [],
    inputs: [Input] = []
  ) {
    self.version = version
    self.title = title
    self.values = values
    self.inputs = inputs
  }

  /// A bundle that was read.
  package struct Input: Sendable {
    package let role: Role
    /// That of its file, without a folder; `nil` where it is not to be told.
    package let name: String?
    package let length: Int
    /// SHA-256, in hexadecimal digits.
    package let hash: String

    package init(role: Role, name: String?, length: Int, hash: String) {
      self.role = role
      self.name = name
      self.length = length
      self.hash = hash
    }
  }

  package enum Role: String, Sendable {
    /// What the site is of.
    case bundle
    /// What it is compared with.
    case previous
  }
}

extension BuildSettings.Input {
  var json: JSONText {
    .object(
      [(key: "role", value: .text(role.rawValue))] + (name.map { [("name", .text($0))] } ?? [])
        + [("bytes", .integer(length)), ("sha256", .text(hash))])
  }
}
