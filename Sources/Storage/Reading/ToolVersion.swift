internal import CShipped

/// Which version of the tool this is, and which commit it was built from.
package enum ToolVersion {
  /// As the file `VERSION` of the project has it: `0.1.0`.
  package static let number = String(
    String(cString: shipped_version()).prefix { !$0.isNewline })

  /// For people, and never in the bytes of a site: `0.1.0 (050fa2c)`, or the number alone where no
  /// commit was known.
  package static let withCommit: String = {
    let commit = String(cString: shipped_commit())
    return commit.isEmpty ? number : "\(number) (\(commit))"
  }()
}
