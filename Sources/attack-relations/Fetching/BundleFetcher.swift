import Attack
import Foundation
import Storage
import Text

/// Finds a release in the index and in the cache, and fetches what the cache does not have.
struct BundleFetcher {
  typealias Bundle = (kept: KeptBundle, bytes: [UInt8])

  /// What a look at the index tells.
  enum Found {
    case kept(Bundle)
    case new(ReleaseIndex.Entry)
  }

  let domain: Domain
  let choice: ReleaseChoice
  let store: BundleStore

  private static let longestIndex = 16 << 20
  private static let longestBundle = 1 << 30

  /// What the cache has, without any network.
  func kept() throws -> Bundle {
    let newestFirst = store.kept(domain.name).sorted { $0.modified ?? "" > $1.modified ?? "" }
    let all = newestFirst.compactMap { kept in
      ReleaseNumber(kept.version).map { (number: $0, kept: kept) }
    }
    guard let found = choice.pick(all, by: \.number)?.kept else {
      let known = all.sorted { $0.number > $1.number }.map(\.kept.version)
      throw CommandError(
        "the cache has no such release of \(domain.title)",
        known.isEmpty ? "it has none of that domain" : "it has \(known.joined(separator: ", "))",
        "fetch it without --offline once")
    }
    guard let bytes = store.bytes(of: found) else {
      throw CommandError(
        "\(domain.title) v\(found.version) is damaged in the cache", "fetch it without --offline")
    }
    return (found, bytes)
  }

  /// Looks into the index, whose last answer is kept so that it only comes again once it has changed.
  func look(_ address: FetchAddress, _ curl: Curl, _ plan: RetryPlan) throws -> Found {
    let key = SHA256(Array(address.text.utf8)).hexadecimal
    let kept = CacheFolder.ofUser.read("index", key: key)?
      .split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let known = kept.map { String(decoding: $0[0], as: UTF8.self) }
    Console.show(progress: "Looking into the index of releases")
    let part = try store.part(of: address.text)
    let outcome = try Download(
      name: "the index of ATT&CK's releases", address: address, part: part,
      known: known == "" ? nil : known, limit: Self.longestIndex, curl: curl, plan: plan
    ).run()
    defer { part.remove() }
    let bytes = outcome == .unchanged ? kept.map { Array($0[1]) } ?? [] : try part.body()
    let index = try ReleaseIndex(bytes, at: address.text, of: domain)
    if outcome == .whole {
      CacheFolder.ofUser.keep(Array("\(part.mark ?? "")\n".utf8) + bytes, "index", key: key)
    }
    let entry = try index.pick(choice)
    guard let target = FetchAddress(entry.address), address.mayLead(to: target) else {
      throw CommandError(
        "`\(address.text)` has \(entry.title) at `\(entry.address)`, \(FetchAddress.rule)")
    }
    return whole(entry).map(Found.kept) ?? .new(entry)
  }

  /// Fetches a release that a look has found, checks it, and keeps it.
  func fetch(_ entry: ReleaseIndex.Entry, _ curl: Curl, _ plan: RetryPlan) throws -> Bundle {
    guard let address = FetchAddress(entry.address) else {
      throw CommandError("`\(entry.address)`: \(FetchAddress.rule)")
    }
    let part = try store.part(of: address.text)
    // Another run may have fetched it while we waited for it.
    if let bundle = whole(entry) { return bundle }
    let old = store.kept(domain.name).filter {
      $0.address == address.text && $0.version == entry.version
    }.lazy.compactMap { kept in store.bytes(of: kept).map { (kept: kept, bytes: $0) } }.first
    let download = Download(
      name: entry.title, address: address, part: part, known: old?.kept.mark,
      limit: Self.longestBundle, curl: curl, plan: plan)
    if try download.run() == .unchanged, let old {
      return try keep(old.bytes, entry, mark: old.kept.mark)
    }
    defer { part.remove() }
    if part.isJoined {
      if let bundle = try? checked(part, entry) { return bundle }
      // What came before was of another file.
      try part.restart(mark: nil)
      _ = try download.run()
    }
    return try checked(part, entry)
  }

  /// What the cache has of an entry, if the index has not changed that since.
  private func whole(_ entry: ReleaseIndex.Entry) -> Bundle? {
    guard entry.modified != nil else { return nil }
    let same = store.kept(domain.name).filter {
      $0.address == entry.address && $0.version == entry.version && $0.modified == entry.modified
    }
    return same.lazy.compactMap { kept in store.bytes(of: kept).map { (kept, $0) } }.first
  }

  /// Keeps what has come if it is the release that was promised.
  private func checked(_ part: PartialFile, _ entry: ReleaseIndex.Entry) throws -> Bundle {
    let bytes = try part.body()
    Console.show(progress: "Checking \(entry.title)")
    let file = SourceFile(path: entry.address, bytes: bytes)
    let found = Knowledge([try BundleLoader.bundle(file, .none)]).releases.first
    let number = found?.version.flatMap { ReleaseNumber($0) }
    guard found?.domain == domain, number == entry.number else {
      throw CommandError(
        "`\(entry.address)` holds \(found?.title ?? "no release"), but the index promises \(entry.title)",
        "nothing was replaced; choose another release with `--version`, or see `fetch_from` in site.yml"
      )
    }
    return try keep(bytes, entry, mark: part.mark)
  }

  private func keep(
    _ bytes: [UInt8], _ entry: ReleaseIndex.Entry, mark: String?
  ) throws -> Bundle {
    let kept = KeptBundle(
      bytes, domain: domain.name, version: entry.version, address: entry.address,
      modified: entry.modified, mark: mark)
    try store.keep(bytes, as: kept)
    return (kept, bytes)
  }
}
