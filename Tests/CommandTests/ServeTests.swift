import ArgumentParser
import Foundation
import Testing
import Website
import attack_relations

struct ServeTests {
  @Test func `a folder that is no site ends it with a word of what to do`() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(1),
      observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      await Serve.main(["/dev/null", "--port", "0"])
    }
    let errors = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(
      errors.split(separator: "\n").filter { $0.hasPrefix("error:") } == [
        "error: `/dev/null` is no built site: it has no `data/site.json`; make one with "
          + "`attack-relations build`"
      ])
  }

  @Test(arguments: [["--port", "70000"], ["--port", "x"], ["a", "b"]])
  func `wrong usage is refused before anything runs`(arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try Serve.parse(arguments) }
    #expect(error.map { Serve.exitCode(for: $0).rawValue } == 64)
  }

  @Test func `without arguments it is the folder that a build writes`() throws {
    let serve = try Serve.parse([])
    #expect(serve.folder == "_site" && serve.port == 8080 && !serve.watch)
  }
}
