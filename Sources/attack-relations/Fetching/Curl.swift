import Foundation
import Storage

/// The system's `curl`, started once for each request; no shell is between.
///
/// It has the proxies, certificates and protocols that the tool does without. Its output is a pipe of
/// ours, so that it ends with us.
struct Curl {
  struct Question {
    let address: FetchAddress
    /// Fields of the head.
    var fields: [String] = []
    /// The first byte that is wanted.
    var start = 0
    /// The most bytes of an answer.
    let limit: Int
  }

  /// How a request ended.
  struct Ending {
    /// `curl`'s exit code; 0 is a whole answer.
    let code: Int32
    /// What `curl` said.
    let words: String
    let head: AnswerHead?
    /// Where the server sends us on to.
    let next: String?
  }

  private let program: URL
  /// Seconds without data.
  private let timeout: Int

  private static let longestHead = 16 << 10

  /// Looks for the program in the folders of PATH.
  ///
  /// - Throws: `CommandError` where there is none.
  init(timeout: Int, path: String?) throws {
    let folders = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let places = folders.map { "\($0)/curl" }
    guard let place = places.first(where: FileManager.default.isExecutableFile) else {
      throw CommandError(
        "`curl` is in no folder of PATH, and `fetch` fetches with it",
        "install it: sudo apt install curl")
    }
    program = URL(filePath: place)
    self.timeout = timeout
  }

  /// Asks, and hands on the head and then the rest of the answer as it comes.
  ///
  /// - Throws: what these two throw, which ends the request.
  func ask(
    _ question: Question, head: (AnswerHead) throws -> Void, body: ([UInt8]) throws -> Void
  ) throws -> Ending {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = program
    process.arguments = arguments(question)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw CommandError("`\(program.path)` cannot be run: \(error.localizedDescription)")
    }
    do {
      let found = try Self.read(output.fileHandleForReading, head: head, body: body)
      let words = try errors.fileHandleForReading.readToEnd() ?? Data()
      ended.wait()
      return Ending(process.terminationStatus, String(decoding: words, as: UTF8.self), found)
    } catch {
      process.terminate()
      ended.wait()
      guard error is EndlessHead else { throw error }
      throw CommandError(
        "`\(question.address.text)` answered with a head of more than \(Self.longestHead >> 10) kB")
    }
  }

  private struct EndlessHead: Error {}

  private func arguments(_ question: Question) -> [String] {
    let address = question.address
    let own = [
      // The first: a `~/.curlrc` could put the answer elsewhere, or trust anybody.
      "-q", "--silent", "--show-error", "--fail", "--globoff",
      "--dump-header", "-", "--suppress-connect-headers",
      "--proto", address.isPlain ? "=http" : "=https",
      "--connect-timeout", "\(timeout)", "--max-time", "\(timeout * 120)",
      "--speed-limit", "1000", "--speed-time", "\(timeout)",
      "--max-filesize", "\(question.limit)",
      "--user-agent", "attack-relations/\(ToolVersion.number)",
      // Redirects are not followed here, but looked at first.
      "--write-out", "%{stderr}\n%{redirect_url}\n",
    ]
    let fields = question.fields.flatMap { ["--header", $0] }
    let range = question.start > 0 ? ["--range", "\(question.start)-"] : []
    // No proxy stands between this machine and itself.
    let direct = address.isPlain ? ["--noproxy", "*"] : []
    return own + fields + range + direct + ["--url", address.text]
  }

  private static func read(
    _ pipe: FileHandle, head: (AnswerHead) throws -> Void, body: ([UInt8]) throws -> Void
  ) throws -> AnswerHead? {
    var found: AnswerHead?
    var begun = Data()
    while let part = try pipe.read(upToCount: 1 << 16), !part.isEmpty {
      guard found == nil else {
        try body(Array(part))
        continue
      }
      begun.append(part)
      while found == nil, let end = begun.range(of: Data("\r\n\r\n".utf8)) {
        let next = AnswerHead(String(decoding: begun[..<end.lowerBound], as: UTF8.self))
        begun.removeSubrange(..<end.upperBound)
        // Those before 200 only say that an answer will come.
        guard let next, next.status >= 200 else { continue }
        found = next
        try head(next)
        try body(Array(begun))
      }
      guard found != nil || begun.count <= longestHead else { throw EndlessHead() }
    }
    return found
  }
}

extension Curl.Ending {
  /// `said` is all that `curl` wrote beside the answer.
  fileprivate init(_ code: Int32, _ said: String, _ head: AnswerHead?) {
    let lines = said.split(whereSeparator: \.isNewline)
    self.code = code
    self.head = head
    words = lines.last { $0.hasPrefix("curl: ") }.map { String($0.dropFirst(6)) } ?? ""
    next = head?.isRedirect == true ? lines.last { !$0.hasPrefix("curl: ") }.map(String.init) : nil
  }
}
