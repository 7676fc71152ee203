import Pages
import Storage
import Website

/// The folders that a build reads and writes, opened before the long work begins.
struct BuildFolders {
  let templates: TemplateFolder
  let assets: AssetFolder
  /// What the team wrote by hand.
  let texts: TeamTexts
  let output: SiteFolder
  let markdown: MarkdownFolder?

  /// Opens them all, by their paths; a team's notes are read where the site shows them.
  ///
  /// - Throws: `TemplateError`, `AssetError`, `TeamTextError`, `SiteFolderError`.
  init(
    site: String, templates: String, output: String, markdown: String?, withNotes: Bool
  ) throws {
    self.templates = try TemplateFolder(at: templates)
    assets = try AssetFolder(at: site + "/assets")
    texts = try TeamTextReader.read(site, withNotes: withNotes)
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
