import Foundation
import Records
import Text

/// A bundle that a build reads: its hash, and what a site tells of it.
struct BundleInput: Sendable {
  /// As it was named, which says where it lies on this machine.
  private let path: String
  private let role: BuildSettings.Role
  private let hash: String
  /// A public site keeps names to itself, and what is no release.
  let shown: BuildSettings.Input?

  init(_ file: SourceFile, as role: BuildSettings.Role, onPublicSite isPublic: Bool) {
    let bytes = file.bytes ?? []
    let hash = SHA256(bytes).hexadecimal
    let name = file.path.split(separator: "/").last.map(String.init)
    path = file.path
    self.role = role
    self.hash = hash
    shown =
      isPublic && !Self.isRelease(bytes)
      ? nil
      : BuildSettings.Input(
        role: role, name: isPublic ? nil : name, length: bytes.count, hash: hash)
  }

  /// What the fingerprint of a build takes in.
  var fingerprint: (label: String, text: String) { ("\(role.rawValue) \(path)", hash) }

  /// Whether there is a collection, by which ATT&CK's releases since v9 name themselves.
  private static func isRelease(_ bytes: [UInt8]) -> Bool {
    Data(bytes).range(of: Data("\"x-mitre-collection\"".utf8)) != nil
  }
}
