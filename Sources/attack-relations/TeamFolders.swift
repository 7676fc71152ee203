import Pages
import Text
import Website

/// What the folders of a team hold, over the tool's own, parsed before the slow stages begin.
struct TeamFolders: Sendable {
  let templates: TemplateFolder
  let assets: AssetFolder
  /// The team's own pages and notes.
  let texts: TeamTexts

  /// Parses the folders that were read, for the settings of a site.
  ///
  /// - Throws: `TemplateError`, `AssetError`, `TeamTextError`, `CommandError`.
  init(_ sources: BuildSources, _ file: SiteFile) throws {
    templates = try TemplateFolder(sources.templates)
    assets = try AssetFolder(sources.assets)
    texts = try TeamTextReader.read(pages: sources.pages, notes: sources.notes)
    try Self.check(logo: file.logo, in: assets)
  }

  /// A logo that is a picture has to be among the assets.
  private static func check(logo: String?, in assets: AssetFolder) throws {
    guard let logo, FileName.isPicture(logo), !assets.ownNames.contains(logo) else { return }
    let near = Suggestion.nearest(to: logo, among: assets.ownNames)
    throw CommandError(
      "`logo` is `\(logo)`, which is no file of `assets`",
      near.map { "did you mean `\($0)`?" } ?? "put the picture there, or give a text")
  }
}
