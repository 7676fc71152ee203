import Foundation
import Synchronization

/// Lets a build end at once when it is told to: what was begun is removed, and the process then dies of the
/// signal, as whoever started it expects.
///
/// Folders are opened, and a new site is swapped in, without being interrupted.
final class Interruption: Sendable {
  private let folders = Mutex<BuildFolders?>(nil)

  /// Runs a build that a signal may end.
  ///
  /// - Throws: what `build` throws; nothing where the process ends, since what fails then is no error.
  static func allowed<Answer>(
    _ build: (Interruption) async throws -> Answer
  ) async rethrows -> Answer {
    let interruption = Interruption()
    let signals = EndSignals { interruption.end(by: $0) }
    defer {
      interruption.close()
      signals.cancel()
    }
    return try await build(interruption)
  }

  /// Opens the folders of the build.
  ///
  /// - Throws: what `open` throws.
  func opening(_ open: () throws -> BuildFolders) rethrows -> BuildFolders {
    try folders.withLock { folders in
      let opened = try open()
      folders = opened
      return opened
    }
  }

  /// Drops what was opened and not swapped in; waits for the end where a signal ends the process just now.
  private func close() {
    folders.withLock { folders in
      folders?.discard()
      folders = nil
    }
  }

  /// Ends the process; whoever waits for the folders waits until then.
  private func end(by number: Int32) {
    folders.withLock { folders in
      folders?.discard()
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, number)
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      kill(getpid(), number)
      while true { pause() }
    }
  }
}
