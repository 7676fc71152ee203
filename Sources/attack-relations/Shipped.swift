import ArgumentParser
import Storage
import Text

/// `shipped`: the tool's own pages, styles and templates, to begin a change with.
struct Shipped: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the tool's own pages, styles and templates, or print one of them.",
    discussion: """
      Example: attack-relations shipped Templates/technique.md > Templates/technique.md

      A file of that name in a team's folder takes the place of the tool's own.
      """)

  @Argument(help: "A file to print; without one, all are listed.")
  var path: String?

  func run() async throws {
    try await Console.reporting {
      guard let path else {
        return try Console.print(ShippedFiles.paths.sorted().joined(separator: "\n"))
      }
      guard let bytes = ShippedFiles.file(path)?.bytes else {
        throw CommandError(
          "`\(path)` is none of the tool's own files",
          Suggestion.nearest(to: path, among: ShippedFiles.paths).map { "did you mean `\($0)`?" }
            ?? "attack-relations shipped lists them")
      }
      try Console.print(file: bytes)
    }
  }
}
