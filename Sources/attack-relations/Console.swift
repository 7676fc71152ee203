import Text
import ArgumentParser
import Attack
import Foundation
import Pages

/// The one place that writes to the terminal, and that maps failures to exit codes.
enum Console {
  /// Runs a command; an error is printed as a complaint, and ends it with exit code 1.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch {
      guard let complaint = CommandError(of: error) else { throw error }
      tell(complaint)
      throw ExitCode.failure
    }
  }

  /// Columns of the terminal, 80 to 120, as the shell tells them; 80 where it does not.
  static var width: Int {
    let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    return min(max(told, 80), 120)
  }

  /// How much of a long work is done, on a terminal only: `text` is no line, and goes with the next.
  static func show(progress text: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    tell("\r\u{1B}[K\(TextCleaner.clean(text))")
  }

  /// What is told beside the results.
  static func note(_ text: String) { tell(safe(text) + "\n") }

  /// A result.
  ///
  /// - Throws: `CommandError` where the output is closed or full.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((safe(text) + "\n").utf8))
    } catch {
      throw CommandError(
        "the result cannot be written to standard output; see whether it is open, and has room")
    }
  }

  /// Notices, a line a kind, with the first places.
  static func tell(_ notices: NoticeLines) {
    for text in notices.lines { tell(line(text)) }
  }

  private static func tell(_ complaint: CommandError) {
    for (place, text) in complaint.lines.prefix(4).enumerated() {
      tell(line((place == 0 ? "error: " : "  ") + text))
    }
  }

  /// One line, whatever the input that it quotes holds: cut where that is endless.
  private static func line(_ text: String) -> String {
    let whole = safe(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return (whole.count > 2000 ? whole.prefix(2000) + "…" : whole) + "\n"
  }

  /// To standard error; where that is closed or full, nobody is there to be told.
  private static func tell(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Without what must not reach a terminal; the lines stay.
  private static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextCleaner.clean(String($0), limit: .max) }.joined(separator: "\n")
  }
}
