/// What files are written to by their paths: a site's folder, or one of Markdown.
package protocol FileSink: Sendable {
  /// Adds a file; safe to call from several tasks at once.
  ///
  /// - Throws: what keeps it from being written.
  func write(_ path: String, _ bytes: [UInt8]) throws

  /// Takes a file over as the last build left it there; safe to call from several tasks at once.
  ///
  /// - Throws: what keeps it from being there.
  func keep(_ path: String) throws

  /// Whether a file of somebody else is in the way of one with that path.
  func isTaken(_ path: String) throws -> Bool

  /// The paths of all files so far.
  var paths: Set<String> { get }
}

extension FileSink {
  /// In a folder that is ours alone nothing is.
  package func isTaken(_: String) throws -> Bool { false }
}
