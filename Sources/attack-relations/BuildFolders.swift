import Pages
import Storage
import Text
import Website

/// The folders that a build reads and writes, opened before the slow stages begin.
struct BuildFolders {
  let templates: TemplateFolder
  let assets: AssetFolder
  /// The team's own pages and notes.
  let texts: TeamTexts
  let output: SiteFolder
  let markdown: MarkdownFolder?

  /// Parses the folders that were read, and opens those to be written, by their paths.
  ///
  /// - Throws: `TemplateError`, `AssetError`, `TeamTextError`, `SiteFolderError`.
  init(_ sources: BuildSources, output: String, markdown: String?) throws {
    templates = try TemplateFolder(sources.templates)
    assets = try AssetFolder(sources.assets)
    texts = try TeamTextReader.read(pages: sources.pages, notes: sources.notes)
    let folder = try SiteFolder(at: output)
    self.output = folder
    self.markdown = try markdown.map { try MarkdownFolder(at: $0, outside: folder) }
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

  /// Lets `work` fill the folders, then replaces their contents with what it wrote.
  ///
  /// If anything fails, they stay as they were.
  ///
  /// - Throws: `SiteFolderError`, and what `work` throws.
  func fill(_ work: (SiteFolder, MarkdownFolder?) async throws -> Void) async throws -> Tally {
    do {
      try await work(output, markdown)
      try markdown?.check()
      return Tally(site: try output.commit(), markdown: try markdown?.commit())
    } catch {
      output.discard()
      markdown?.discard()
      throw error
    }
  }
}
