import Website

extension FileSink {
  /// Adds a file of a text's bytes.
  func write(_ path: String, _ text: String.UTF8View) throws {
    try write(path, Array(text))
  }
}
