import Dispatch
import Synchronization

/// What two pieces of work give, done at the same time.
package func atOnce<One: Sendable, Other: Sendable>(
  _ one: @Sendable () -> One, and other: @Sendable () -> Other
) -> (One, Other) {
  let done = Mutex<(one: One?, other: Other?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let value = one()
      done.withLock { $0.one = value }
    } else {
      let value = other()
      done.withLock { $0.other = value }
    }
  }
  let (first, second) = done.withLock { $0 }
  return (first ?? one(), second ?? other())
}
