import Storage

/// A file that a command writes, looked at before any work is done.
enum OutputFile {
  /// Looks at it.
  ///
  /// - Parameters:
  ///   - output: its path, as it was given.
  ///   - inputs: the files that are read, none of which may be it.
  ///   - what: what these are: `bundles`.
  /// - Returns: the file to write, behind any links.
  /// - Throws: `CommandError` for what is there and no file, and for one of the inputs.
  static func path(_ output: String, notOneOf inputs: [String], _ what: String) throws -> String {
    guard let entry = try Disk.entry(at: output, followingLinks: true) else {
      guard try Disk.entry(at: output) == nil else {
        throw CommandError("`\(output)` is a link that leads nowhere, expected a file to write")
      }
      return output
    }
    guard entry.kind == .file else {
      throw CommandError(
        "`\(output)` is not a file, and stays as it is", "`-` is standard output")
    }
    let read = try inputs.compactMap { try Disk.entry(at: $0, followingLinks: true) }
    guard !read.contains(where: { ($0.device, $0.inode) == (entry.device, entry.inode) }) else {
      throw CommandError("`\(output)` is one of the \(what), and stays as it is")
    }
    return Disk.realPath(output) ?? output
  }
}
