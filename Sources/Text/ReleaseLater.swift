import Dispatch

/// Lets go of a large value beside other work: to free the objects of a bundle takes milliseconds.
package func releaseLater(_ value: consuming some Sendable) {
  let held = value
  DispatchQueue.global().async { withExtendedLifetime(held) {} }
}
