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
  ///   - readings: reports beside ATT&CK's, which count then as now.
  ///   - abilities: what CALDERA's abilities in them are of.
  ///   - isAlone: whether they are all that counts.
  /// - Returns: `nil` without bundles.
  /// - Throws: `CommandError` for bundles that cannot be read, are of other domains, or newer.
  static func release(
    _ files: inout [SourceFile], before now: Knowledge, by filter: ReportFilter,
    _ readings: [EvidenceLoader.Reading], _ abilities: AbilityIndex, isAlone: Bool
  ) async throws -> PreviousRelease? {
    guard !files.isEmpty else { return nil }
    let knowledge = try BundleLoader.knowledge(&files, version: nil, patterns: now.patterns)
    do throws(ReleaseMismatch) {
      try ReleaseMismatch.check(knowledge, before: now)
    } catch {
      throw CommandError(ofOption: error)
    }
    let evidence = Evidence(readings, TechniqueResolver(knowledge, abilities: abilities))
    let corpus = Corpus(knowledge, evidence, isAlone: isAlone)
    return await PreviousRelease(knowledge, corpus, by: filter)
  }
}
