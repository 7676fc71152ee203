import Storage
import Website

/// The folders that a build writes, opened before the slow stages begin.
struct BuildFolders {
  let output: SiteFolder
  let markdown: MarkdownFolder?

  /// Opens them by their paths.
  ///
  /// - Throws: `SiteFolderError`.
  init(output: String, markdown: String?) throws {
    let folder = try SiteFolder(at: output)
    self.output = folder
    self.markdown = try markdown.map { try MarkdownFolder(at: $0, outside: folder) }
  }

  /// What each folder has.
  var records: Records { Records(site: output.record, markdown: markdown?.record) }

  /// What a build wrote into each folder.
  struct Records: Sendable {
    let site: FolderRecord
    let markdown: FolderRecord?
  }

  /// How many files each folder has, and how many of them were written.
  struct Tally: Sendable {
    let site: SiteFolder.Tally
    /// Of the folder of Markdown, where there is one.
    let markdown: MarkdownTally?
  }

  /// Compares the folders with what an earlier build left.
  ///
  /// - Returns: `nil` if anything is missing, damaged or extra: they have to be filled.
  func tally(ifAsIn record: BuildRecord) async -> Tally? {
    guard await output.holds(record.site) else { return nil }
    let site = SiteFolder.Tally(kept: record.site.count)
    guard let markdown else { return Tally(site: site, markdown: nil) }
    guard let kept = record.markdown, await markdown.holds(kept) else { return nil }
    return Tally(site: site, markdown: MarkdownTally(kept: kept.count))
  }

  /// Lets a build take over what an earlier one left.
  ///
  /// - Returns: false if anything is missing, damaged or extra: all has to be written.
  func adopt(_ records: Records) async -> Bool {
    guard await output.adopt(records.site) else { return false }
    guard let markdown else { return true }
    guard let kept = records.markdown else { return false }
    return await markdown.adopt(kept)
  }

  /// Lets `work` fill the folders, then replaces their contents with what it wrote.
  ///
  /// If anything fails, they stay as they were.
  ///
  /// - Throws: `SiteFolderError`, and what `work` throws.
  func fill<Answer>(
    _ work: (SiteFolder, MarkdownFolder?) async throws -> Answer
  ) async throws -> (Answer, Tally) {
    do {
      let answer = try await work(output, markdown)
      try markdown?.check()
      return (answer, Tally(site: try output.commit(), markdown: try markdown?.commit()))
    } catch {
      discard()
      throw error
    }
  }

  /// Leaves the folders as they were.
  func discard() {
    output.discard()
    markdown?.discard()
  }
}
