/// A file for programs that is made when it is written.
package struct FileRecipe: Sendable {
  package let path: String
  /// What it holds beside its edition: of one edition, the same give the same file.
  package var edits: [String] = []
  package let make: @Sendable () -> [UInt8]
}
