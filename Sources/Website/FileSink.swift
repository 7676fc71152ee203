/// What files are written to by their paths: a site's folder, or one of Markdown.
package protocol FileSink: Sendable {
  /// Adds a file; safe to call from several tasks at once.
  ///
  /// - Throws: what keeps it from being written.
  func write(_ path: String, _ bytes: [UInt8]) throws

  /// The paths of all files so far.
  var paths: Set<String> { get }
}
