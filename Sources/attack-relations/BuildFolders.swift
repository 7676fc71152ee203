import Pages
import Storage
import Text
import Website

/// The folders that a build reads and writes, opened before the long work begins.
struct BuildFolders {
  let templates: TemplateFolder
  let assets: AssetFolder
  /// What the team wrote by hand.
  let texts: TeamTexts
  let output: SiteFolder
  let markdown: MarkdownFolder?

  /// Takes in what was read, and opens the folders to be written, by their paths.
  ///
  /// - Throws: `TemplateError`, `AssetError`, `TeamTextError`, `SiteFolderError`.
  init(_ sources: BuildSources, output: String, markdown: String?) throws {
    templates = try TemplateFolder(at: sources.templates.path)
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
    let markdown: MarkdownFolder.Tally?
  }

  /// Compares the folders with what an earlier build left.
  ///
  /// - Returns: `nil` where anything is missing, damaged or added, so that they are to be filled.
  func tally(ifAsIn record: BuildRecord) async -> Tally? {
    guard await output.holds(record.site) else { return nil }
    let site = SiteFolder.Tally(kept: record.site.count)
    guard let markdown else { return Tally(site: site, markdown: nil) }
    guard let kept = record.markdown, await markdown.holds(kept) else { return nil }
    return Tally(site: site, markdown: MarkdownFolder.Tally(kept: kept.count))
  }

  /// Has the folders filled, then puts what was written in place of what they held.
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
