import Text
import Pages

/// Measures how long each stage takes.
struct StageClock {
  private var laps: [(name: String, seconds: Double)] = []
  private var last = ContinuousClock.now

  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    let parts = (now - last).components
    laps.append((name, Double(parts.seconds) + Double(parts.attoseconds) / 1e18))
    last = now
  }

  /// `read 0.91 s, count 0.40 s, …`.
  var text: String {
    laps.map { "\($0.name) \(Format.decimal($0.seconds, 2)) s" }.joined(separator: ", ")
  }
}
