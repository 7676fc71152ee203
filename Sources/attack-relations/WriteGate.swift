import Foundation
import Synchronization

/// Lets a watch end at once when it is told to, and never in the midst of writing: what was begun is
/// dropped first, so that neither a lock nor half a site is left.
///
/// The exit code is then 0: a watch has no other end.
final class WriteGate: Sendable {
  private struct State {
    /// Ends what is being written.
    var cancel: (@Sendable () -> Void)?
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Runs what writes.
  ///
  /// - Throws: what `work` throws.
  func write<Answer: Sendable>(
    _ work: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    let task = state.withLock { state in
      let task = Task { try await work() }
      state.cancel = { task.cancel() }
      return task
    }
    let result = await task.result
    let isClosed = state.withLock { state in
      state.cancel = nil
      return state.isClosed
    }
    if isClosed { exit(0) }
    return try result.get()
  }

  /// Ends the process as soon as nothing is being written.
  func close() {
    let cancel = state.withLock { state in
      state.isClosed = true
      return state.cancel
    }
    guard let cancel else { exit(0) }
    cancel()
  }
}
