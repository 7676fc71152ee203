import Text
import Pages

/// Measures how long each stage takes, and shows on a terminal which one runs.
struct StageClock {
  private var laps: [(name: String, seconds: Double)] = []
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now

  /// - Parameter first: what the first stage does, for the terminal.
  init(before first: String) { Console.show(progress: first) }

  /// Ends a stage; `next` is what the following one does.
  mutating func lap(_ name: String, before next: String? = nil) {
    if let next { Console.show(progress: next) }
    let now = ContinuousClock.now
    laps.append((name, Self.seconds(now - last)))
    last = now
  }

  /// Seconds since the beginning.
  var total: Double { Self.seconds(ContinuousClock.now - start) }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  /// `read 0.91 s, count 0.40 s, …`.
  var text: String {
    laps.map { "\($0.name) \(Format.decimal($0.seconds, 2)) s" }.joined(separator: ", ")
  }
}
