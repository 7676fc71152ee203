/// Why a site could not be written or read: what was found, and where.
package enum SiteFolderError: Error, Equatable, Sendable {
  /// The folder holds something (`found`), but not the marker of a built site.
  case notOurs(folder: String, found: String)
  /// The path, or a part of it, is there and is no folder.
  case notAFolder(String)
  /// The folder is a mount point: it cannot be swapped for another.
  case mountPoint(String)
  /// A folder of Markdown lies in the folder of the site, or would write into it.
  case insideSite(folder: String, site: String)
  /// Files of a folder of Markdown that we did not write, and that would be overwritten; sorted.
  case foreign(folder: String, files: [String])
  /// Another build of this folder is running.
  case busy(folder: String)
  /// A path inside the site that is not plain, relative and made of `[A-Za-z0-9._-]{1,120}`.
  case badPath(String)
  /// Two pages of one build have the same path.
  case writtenTwice(String)
  /// The new site lacks the marker by which the next build would know it.
  case unmarked(folder: String)
  /// A file that was to be taken over from the old site is not there.
  case lost(String)
  /// Written to, or committed, after its end.
  case closed(folder: String)
  /// A team's folder has this file already, with its settings.
  case settingsAreThere(String)
  /// The system refused: what was tried, on which path, and its error number.
  case system(doing: String, path: String, code: Int32)
}
