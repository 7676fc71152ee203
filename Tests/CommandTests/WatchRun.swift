import Foundation

/// A `build --watch` that runs until it is told to end.
final class WatchRun {
  private let process = Process()
  private let lines = LineStream()
  private let ended: AsyncStream<Int32>

  /// Starts the tool that was built beside these tests.
  init(_ arguments: [String], in folder: URL) throws {
    process.executableURL = ToolRun.tool
    process.arguments = ["build", "--watch"] + arguments
    process.currentDirectoryURL = folder
    let cache = ["XDG_CACHE_HOME": folder.appending(path: ".cache").path]
    process.environment = ProcessInfo.processInfo.environment.merging(cache) { $1 }
    process.standardOutput = lines.pipe
    process.standardError = lines.pipe
    let (ended, continuation) = AsyncStream<Int32>.makeStream()
    self.ended = ended
    process.terminationHandler = { continuation.yield($0.terminationStatus) }
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// The next line of a result or an error; `nil` once it has ended.
  func line() async -> String? {
    await lines.next { !$0.hasPrefix("notice: ") && !$0.hasPrefix(" ") }
  }

  /// The next line of a notice.
  func notice() async -> String? { await lines.next { $0.hasPrefix("notice: ") } }

  /// Tells it to end: its exit code, or the number of the signal that it died of.
  func end(by signal: Int32) async -> Int32? {
    kill(process.processIdentifier, signal)
    return await ended.first { _ in true }
  }
}

/// The lines that a process writes into a pipe, as they come.
private final class LineStream {
  let pipe = Pipe()
  private var chunks: AsyncStream<Data>.Iterator
  private var rest = Data()

  init() {
    let (stream, continuation) = AsyncStream<Data>.makeStream()
    chunks = stream.makeAsyncIterator()
    pipe.fileHandleForReading.readabilityHandler = { handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        handle.readabilityHandler = nil
        return continuation.finish()
      }
      continuation.yield(data)
    }
  }

  /// The next line that is wanted; those before it are lost.
  func next(where isWanted: (String) -> Bool) async -> String? {
    while let line = await next() {
      if isWanted(line) { return line }
    }
    return nil
  }

  private func next() async -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest = Data(rest[(end + 1)...])
        return line
      }
      guard let chunk = await chunks.next() else { return nil }
      rest += chunk
    }
  }
}
