import Attack
import Foundation
import Text

/// The list of all releases of a domain, from the index of MITRE's public STIX data.
struct ReleaseIndex {
  struct Entry {
    let domain: Domain
    let number: ReleaseNumber
    /// As it is written.
    let version: String
    /// As the index has it: what is wrong with it is said when it is chosen.
    let address: String
    let modified: String?

    var title: String { "\(domain.title) v\(version)" }
  }

  /// Where it stands.
  private let place: String
  private let domain: Domain
  private let entries: [Entry]

  /// - Throws: `CommandError`.
  init(_ bytes: [UInt8], at place: String, of domain: Domain) throws {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
    } catch {
      let found = ForeignContent(bytes)?.words ?? "no such list"
      throw CommandError(
        "`\(place)` is \(found), expected the JSON index of ATT&CK's releases (`collections`)",
        "see `fetch_from` in site.yml")
    }
    self.place = place
    self.domain = domain
    entries = file.collections.filter { $0.isOf(domain) }.flatMap { $0.versions ?? [] }
      .compactMap { entry in
        ReleaseNumber(entry.version).map {
          Entry(
            domain: domain, number: $0, version: entry.version, address: entry.url,
            modified: entry.modified)
        }
      }
  }

  /// - Throws: `CommandError` where there is none.
  func pick(_ choice: ReleaseChoice) throws -> Entry {
    guard let entry = choice.pick(entries, by: \.number) else {
      let known = entries.sorted { $0.number > $1.number }.prefix(12).map(\.version)
      throw CommandError(
        "`\(place)` has no such release of \(domain.title)",
        known.isEmpty ? "it has none of that domain" : "it has \(known.joined(separator: ", "))")
    }
    return entry
  }
}

extension ReleaseIndex {
  private struct File: Decodable {
    let collections: [Collection]
  }

  private struct Collection: Decodable {
    let id: String?
    let name: String?
    let versions: [Version]?

    func isOf(_ domain: Domain) -> Bool {
      id.flatMap { Domain(collection: $0) } == domain
        || name?.lowercased() == "\(domain.title.lowercased()) att&ck"
    }
  }

  private struct Version: Decodable {
    let version: String
    let url: String
    let modified: String?
  }
}
