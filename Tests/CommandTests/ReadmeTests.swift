import Foundation
import Testing

struct ReadmeTests {
  private let text: String

  init() throws {
    text = try String(
      contentsOf: Workbench.project.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func `its transcript is what the commands print`() async throws {
    let start = try #require(text.firstRange(of: "```console\n"))
    let end = try #require(text[start.upperBound...].firstRange(of: "```"))
    let transcript = text[start.upperBound..<end.lowerBound]
    let commands = transcript.split(separator: "\n").filter { $0.hasPrefix("$ ") }
      .map { String($0.dropFirst(2)) }
    #expect(commands.count >= 3)
    let bench = try Workbench()
    let script = commands.map { "echo '$ \($0)'\n\($0)" }.joined(separator: "\n")
    let run = try await ToolRun.shell(script, in: bench.folder)
    #expect(run == String(transcript))
  }

  @Test func `it is read in a few minutes`() {
    #expect(text.split(whereSeparator: \.isWhitespace).count <= 900)
  }

  @Test func `every command is in its table, and tells of itself`() async throws {
    let bench = try Workbench()
    let help = try await ToolRun("--help", in: bench.folder).output
    let list = try #require(help.firstRange(of: "SUBCOMMANDS:"))
    let commands = help[list.upperBound...].split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { $0 != "See" && $0 != "help" }
    #expect(commands.count >= 3)
    for command in commands {
      #expect(text.contains("| `\(command) "), "\(command) is not in the table")
      let own = try await ToolRun(command, ["--help"], in: bench.folder)
      #expect(own.code == 0 && own.output.contains("Example: attack-relations \(command)"))
    }
  }
}
