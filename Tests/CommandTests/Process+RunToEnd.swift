import Foundation

extension Process {
  /// Starts it, and returns once it has ended.
  func runToEnd() async throws {
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      terminationHandler = { _ in ended.resume() }
      do { try run() } catch { ended.resume(throwing: error) }
    }
  }
}
