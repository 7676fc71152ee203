import ArgumentParser
import Attack
import Foundation
import Pages

/// The one place that writes to the terminal, and that maps failures to exit codes.
enum Console {
  /// Runs a command; a complaint is printed and ends it with exit code 1.
  static func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let complaint as Complaint {
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
    FileHandle.standardError.write(Data("\r\u{1B}[K\(TextCleaner.clean(text))".utf8))
  }

  /// A result.
  static func print(_ text: String) {
    write(text + "\n", to: .standardOutput)
  }

  /// Notices, a line a kind, with the first places.
  static func tell(_ notices: [Notice]) {
    for group in NoticeGroup.groups(of: notices) {
      let first = group.places.prefix(3).joined(separator: "; ")
      let more = group.places.count > 3 ? "; …" : ""
      write(
        "notice: \(group.kind.sentence): \(group.places.count) (\(first)\(more))\n",
        to: .standardError)
    }
  }

  private static func tell(_ complaint: Complaint) {
    for (place, line) in complaint.lines.prefix(4).enumerated() {
      write((place == 0 ? "error: " : "  ") + line + "\n", to: .standardError)
    }
  }

  private static func write(_ text: String, to output: FileHandle) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let safe = lines.map { TextCleaner.clean(String($0), limit: .max) }.joined(separator: "\n")
    output.write(Data(safe.utf8))
  }
}
