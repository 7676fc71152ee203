package import ArgumentParser
import Storage
internal import Website

/// `serve`: shows a built site on this machine.
package struct Serve: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a built site at an address of this machine only.",
    discussion: """
      Example: attack-relations serve _site --port 8080

      While a team writes, in a second terminal beside `build --watch`:
               attack-relations serve --watch
      """)

  @Argument(help: "The folder of the built site.", completion: .directory)
  package var folder = "_site"

  @Option(help: "The port to listen on; 0 picks a free one.")
  package var port: UInt16 = 8080

  @Flag(help: "Let open pages reload once a build has replaced the site.")
  package var watch = false

  package init() {}

  package func run() async throws {
    try await Console.reporting {
      Console.show(progress: "Reading the site")
      let server = SiteServer(try ServedSite(folder: folder, reloadingPages: watch), port: port)
      try await server.run { [folder] port in
        // It keeps serving, whether or not anybody reads this.
        try? Console.print(
          "Serving \(folder.printable) at http://127.0.0.1:\(port)/ (Ctrl-C stops)")
      }
    }
  }
}

extension SiteServer.Refusal {
  var text: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use; choose another with `--port`, or 0 for one that is free"
    case .port(let port, let reason):
      "cannot listen on port \(port): \(reason); choose another with `--port`"
    }
  }
}
