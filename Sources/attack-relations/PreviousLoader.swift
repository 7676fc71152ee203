import Text
import Attack
import Corpora
import Measures
import Pages

/// Reads and measures the previous release, to be compared with.
enum PreviousLoader {
  /// - Parameters:
  ///   - files: its bundles, which are released once they are read; none where nothing is compared.
  ///   - now: the release that is built.
  ///   - filter: which reports count, then as now.
  /// - Returns: `nil` without bundles.
  /// - Throws: `CommandError` for bundles that cannot be read, are of other domains, or newer.
  static func release(
    _ files: inout [SourceFile], before now: Knowledge, by filter: ReportFilter
  ) async throws -> PreviousRelease? {
    guard !files.isEmpty else { return nil }
    let knowledge = try BundleLoader.knowledge(&files, version: nil, patterns: now.patterns)
    try check(knowledge, before: now)
    return await PreviousRelease(knowledge, by: filter)
  }

  private static func check(_ before: Knowledge, before now: Knowledge) throws {
    let missing = now.releases.filter { release in
      !before.releases.contains { $0.domain == release.domain }
    }
    if !missing.isEmpty, missing.count < now.releases.count {
      throw CommandError(
        "--previous has no bundle of \(Format.list(missing.map(\.domain.title))), expected one of "
          + "each domain that is built; give --previous once per bundle")
    }
    for release in before.releases {
      guard let same = now.releases.first(where: { $0.domain == release.domain }) else {
        let domains = Format.list(now.releases.map(\.domain.title))
        throw CommandError(
          "--previous has \(release.title), expected a bundle of \(domains), which is built")
      }
      if let date = release.date, let built = same.date, date > built {
        throw CommandError(
          "--previous has \(release.title), data of \(date), which is newer than "
            + "\(same.title), data of \(built), which is built; name the older one")
      }
    }
  }
}
