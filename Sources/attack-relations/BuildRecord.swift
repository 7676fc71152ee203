import Storage

/// What a build wrote and printed: if a later one has the same sources, it can tell from this
/// whether anything is left to do.
struct BuildRecord: Codable, Equatable, Sendable {
  let site: FolderRecord
  /// Of the folder of Markdown, where there is one.
  let markdown: FolderRecord?
  let notices: NoticeLines
  /// `Built 12 pages from 91 reports of Enterprise v1.0`.
  let summary: String
}
