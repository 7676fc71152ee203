/// How often something that failed in passing is tried again, and after how long.
package struct RetryPlan: Sendable {
  private let count: Int
  private let first: Double

  /// The longest that it waits, in seconds: whoever is asked for more patience tries another day.
  package static let longestWait = 120.0

  /// - Parameters:
  ///   - count: further tries.
  ///   - first: seconds before the first of them; each wait is twice the one before.
  package init(count: Int, first: Double = 1) {
    self.count = count
    self.first = first
  }

  /// Seconds to wait after so many further tries; `nil` where it is not tried again.
  ///
  /// `asked` is how long the server wants us to wait.
  package func wait(after tries: Int, asked: Double?) -> Double? {
    guard tries < count else { return nil }
    let own = min(first * Double(1 << min(tries, 20)), Self.longestWait)
    let wait = max(own, asked ?? 0)
    return wait <= Self.longestWait ? wait : nil
  }
}
