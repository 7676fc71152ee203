internal import Glibc
internal import Text

/// The user's folder of results to be used again, each under a key: the hash of all that it was
/// made from.
///
/// No byte of a site depends on it. A file that is damaged, has another key, or belongs to another
/// user is ignored, and if the folder cannot be written nothing is kept.
package struct CacheFolder: Sendable {
  /// `nil` where the environment has no place for it.
  let path: String?

  /// Results of one kind that stay: the newest.
  private static let capacity = 8
  /// Bytes of the longest file that is read.
  private static let limit = 1 << 28

  /// `$XDG_CACHE_HOME/attack-relations`, or `~/.cache/attack-relations`.
  package init(environment: [String: String]) {
    let absolute = { (name: String) in environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let base = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map { $0 + "/.cache" }
    path = base.map { $0 + "/attack-relations" }
  }

  /// What was kept of a kind under a key, if all of it is there.
  package func read(_ kind: String, key: String) -> [UInt8]? {
    guard let file = path.flatMap({ Self.contents(of: "\($0)/\(kind)-\(key)") }),
      let end = file.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let body = Array(file[(end + 1)...])
    return file[...end].elementsEqual(Self.head(kind, key, body)) ? body : nil
  }

  /// Keeps a result, if the folder can be written.
  ///
  /// It appears whole or not at all, even if others keep the same one just now.
  package func keep(_ body: [UInt8], _ kind: String, key: String) {
    guard let path else { return }
    try? Disk.makeFolders(path)
    try? Disk.replace("\(path)/\(kind)-\(key)", by: Self.head(kind, key, body) + body)
    prune(kind, in: path)
  }
}

extension CacheFolder {
  /// The first line of a file: what it is, and the length and hash of the rest.
  private static func head(_ kind: String, _ key: String, _ body: [UInt8]) -> [UInt8] {
    Array("attack-relations \(kind) \(key) \(body.count) \(SHA256(body).hexadecimal)\n".utf8)
  }

  private static func contents(of file: String) -> [UInt8]? {
    guard let entry = try? Disk.entry(at: file), entry.kind == .file, entry.owner == geteuid(),
      entry.size <= limit
    else { return nil }
    return try? Disk.read(file)
  }

  /// Removes the older results of a kind, and unfinished files of processes that have ended.
  private func prune(_ kind: String, in path: String) {
    let names = ((try? Disk.names(in: path)) ?? []).filter { $0.hasPrefix(kind + "-") }
    let unfinished = names.filter { $0.contains(".") }
    let results = names.filter { !$0.contains(".") }.map { name in
      (modified: (try? Disk.entry(at: "\(path)/\(name)"))??.modified ?? 0, name: name)
    }
    let older = results.sorted { $0 > $1 }.dropFirst(Self.capacity).map(\.name)
    for name in older + unfinished.filter(Self.isAbandoned) {
      try? Disk.remove("\(path)/\(name)")
    }
  }

  /// Whether the process that began a file, `kind-key.PID.number`, has ended.
  private static func isAbandoned(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count == 3, let process = pid_t(parts[1]), process > 0 else { return true }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}
