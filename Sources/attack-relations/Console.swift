import Text
import ArgumentParser
import Attack
import Foundation
import Pages

/// Writes to the terminal, and maps failures to exit codes; nothing else does.
enum Console {
  /// Runs a command; an error is printed, and ends it with exit code 1.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch {
      try show(error)
      throw ExitCode.failure
    }
  }

  /// Prints an error of any stage.
  ///
  /// - Throws: one that no stage throws.
  static func show(_ error: any Error) throws {
    guard let complaint = CommandError(of: error) else { throw error }
    show(complaint)
  }

  /// Columns of the terminal, 80 to 120, from the shell; 80 if it does not set them.
  static var width: Int {
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    return min(max(columns, 80), 120)
  }

  /// The progress of long work, on a terminal only: whatever is written next overwrites it.
  static func show(progress text: String) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
    try? FileHandle.standardError.write(
      contentsOf: Data("\r\u{1B}[K\(TextCleaner.clean(text))".utf8))
  }

  /// A remark that is not a result.
  static func note(_ text: String) { write(safe(text) + "\n") }

  /// A result.
  ///
  /// - Throws: `CommandError` where the output is closed or full.
  static func print(_ text: String) throws {
    try print(file: Array((safe(text) + "\n").utf8))
  }

  /// A file of ours, as it is.
  ///
  /// - Throws: `CommandError` where the output is closed or full.
  static func print(file bytes: [UInt8]) throws {
    show(progress: "")
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw CommandError(
        "the result cannot be written to standard output; see whether it is open, and has room")
    }
  }

  /// Notices, one line per kind, with the first places.
  ///
  /// Those that were shown before are left out.
  static func show(_ notices: NoticeLines, after shown: NoticeLines? = nil) {
    let old = Set(shown?.lines ?? [])
    for text in notices.lines where !old.contains(text) { write(line(text)) }
  }

  private static func show(_ complaint: CommandError) {
    for (index, text) in complaint.lines.prefix(4).enumerated() {
      write(line((index == 0 ? "error: " : "  ") + text))
    }
  }

  /// One line, whatever the input that it quotes holds: cut where that is endless.
  private static func line(_ text: String) -> String {
    let whole = safe(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return (whole.count > 2000 ? whole.prefix(2000) + "…" : whole) + "\n"
  }

  /// To standard error; if that is closed or full, nobody would read it.
  private static func write(_ text: String) {
    show(progress: "")
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Without what must not reach a terminal; the lines stay.
  private static func safe(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { TextCleaner.clean(String(Substring($0)), limit: .max) }.joined(separator: "\n")
  }
}
