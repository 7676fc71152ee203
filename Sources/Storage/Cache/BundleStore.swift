internal import Foundation
internal import Text

/// The user's folder of bundles that were fetched: each a file by its release and hash, with a record.
///
/// A bundle is only used if it is, byte for byte, what its record says.
package struct BundleStore: Sendable {
  private let folder: String

  /// `bundles` in the cache folder; `nil` where the environment has no place for one.
  package init?(environment: [String: String]) {
    guard let cache = CacheFolder(environment: environment).path else { return nil }
    folder = cache + "/bundles"
  }

  /// What an earlier run may have left of the file at an address.
  package func part(of address: String) throws(SiteFolderError) -> PartialFile {
    try Disk.makeFolders(folder)
    Disk.removeAbandoned(in: folder)
    let name = SHA256(Array(address.utf8)).hexadecimal.prefix(16)
    return try PartialFile(at: "\(folder)/\(name).part")
  }

  /// Those of a domain, in no order.
  package func kept(_ domain: String) -> [KeptBundle] {
    let names = ((try? Disk.names(in: folder)) ?? []).filter { $0.hasSuffix(".record") }
    return names.compactMap { name in
      (try? Disk.read("\(folder)/\(name)")).flatMap {
        try? JSONDecoder().decode(KeptBundle.self, from: Data($0))
      }
    }.filter { $0.domain == domain && FileName.isSafe($0.name) }
  }

  /// The bytes of one, if they are whole.
  package func bytes(of bundle: KeptBundle) -> [UInt8]? {
    let path = "\(folder)/\(bundle.name).json"
    guard let entry = try? Disk.entry(at: path), entry.size == bundle.size,
      let bytes = try? Disk.read(path), SHA256(bytes).hexadecimal == bundle.sha256
    else { return nil }
    return bytes
  }

  /// Keeps a bundle, and then its record.
  package func keep(_ bytes: [UInt8], as bundle: KeptBundle) throws(SiteFolderError) {
    if self.bytes(of: bundle) == nil {
      try Disk.replace("\(folder)/\(bundle.name).json", by: bytes)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let record = try? encoder.encode(bundle) else { return }
    try Disk.replace("\(folder)/\(bundle.name).record", by: Array(record))
  }
}

/// What is known of a bundle in the cache.
package struct KeptBundle: Codable, Equatable, Sendable {
  /// `enterprise-attack`.
  package let domain: String
  /// As the index writes it.
  package let version: String
  package let address: String
  /// When the index says that it was changed.
  package let modified: String?
  /// The server's own mark of these bytes.
  package let mark: String?
  package let size: Int
  package let sha256: String

  package init(
    _ bytes: [UInt8], domain: String, version: String, address: String, modified: String?,
    mark: String?
  ) {
    (self.domain, self.version, self.address) = (domain, version, address)
    (self.modified, self.mark) = (modified, mark)
    size = bytes.count
    sha256 = SHA256(bytes).hexadecimal
  }

  /// Of its files, without their endings.
  var name: String { "\(domain)-\(version)-\(sha256.prefix(16))" }
}
