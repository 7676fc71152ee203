import Foundation
import Storage

/// Keeps the records of builds in the user's cache folder, so that no site is built twice.
struct BuildCache {
  private let folder: CacheFolder
  /// Of the sources and the tool; if there is none, nothing is kept.
  private let fingerprint: String?

  private static let kind = "site"

  init(_ fingerprint: String?, in folder: CacheFolder = .ofUser) {
    self.folder = folder
    self.fingerprint = fingerprint
  }

  /// What an earlier build of the same sources left.
  var record: BuildRecord? {
    fingerprint.flatMap { folder.read(Self.kind, key: $0) }
      .flatMap { try? JSONDecoder().decode(BuildRecord.self, from: Data($0)) }
  }

  func keep(_ record: BuildRecord) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let fingerprint, let body = try? encoder.encode(record) else { return }
    folder.keep(Array(body), Self.kind, key: fingerprint)
  }
}

extension CacheFolder {
  /// The one that the environment names.
  static var ofUser: CacheFolder { CacheFolder(environment: ProcessInfo.processInfo.environment) }
}
