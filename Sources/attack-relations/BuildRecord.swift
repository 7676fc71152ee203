import Storage

/// What a build wrote and said: enough for the next one of the same sources to see that it is done.
struct BuildRecord: Codable, Equatable, Sendable {
  let site: FolderRecord
  /// Of the folder of Markdown, where there is one.
  let markdown: FolderRecord?
  let notices: NoticeLines
  /// `Built 12 pages from 91 reports of Enterprise v1.0`.
  let summary: String
}
