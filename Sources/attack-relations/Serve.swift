package import ArgumentParser
internal import Foundation
internal import Website

/// `serve`: shows a built site on this machine.
package struct Serve: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a built site at an address of this machine only.",
    discussion: "Example: attack-relations serve _site --port 8080")

  @Argument(help: "The folder of the built site.")
  package var folder = "_site"

  @Option(help: "The port to listen on; 0 picks a free one.")
  package var port: UInt16 = 8080

  package init() {}

  package func run() async throws {
    do {
      let server = SiteServer(try ServedSite(folder: folder), port: port)
      try await server.run { [folder] port in
        Self.say(
          "Serving \(folder.printable) at http://127.0.0.1:\(port)/ (Ctrl-C stops)",
          to: .standardOutput)
      }
    } catch let error as SiteFolderError {
      throw Self.failure(error.text)
    } catch let error as SiteServer.Refusal {
      throw Self.failure(error.text)
    }
  }
}

extension Serve {
  private static func failure(_ text: String) -> ExitCode {
    say("error: \(text)", to: .standardError)
    return .failure
  }

  /// Prints at once, also where the output is no terminal.
  private static func say(_ line: String, to output: FileHandle) {
    output.write(Data((line + "\n").utf8))
  }
}

extension SiteServer.Refusal {
  fileprivate var text: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use; choose another with `--port`, or 0 for one that is free"
    case .port(let port, let reason):
      "cannot listen on port \(port): \(reason); choose another with `--port`"
    }
  }
}
