/// A file for programs that is made when it is written.
package struct FileRecipe: Sendable {
  package let path: String
  package let make: @Sendable () -> [UInt8]
}
