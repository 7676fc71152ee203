import Dispatch
import Foundation

/// Ctrl-C, and the system's wish that the process end: both call a function in place of ending it.
struct EndSignals {
  private let sources: [any DispatchSourceSignal]

  /// The function gets the number of the signal, on a thread of its own, however busy the others are.
  init(_ end: @escaping @Sendable (Int32) -> Void) {
    let queue = DispatchQueue(label: "signals")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { end(number) }
      source.resume()
      return source
    }
  }

  /// Calls it no more.
  func cancel() {
    for source in sources { source.cancel() }
  }
}
