/// How much of one piece of work is done, in a line that is drawn over itself.
struct ProgressBar: Sendable {
  let title: String

  /// Draws it at a part of the whole, 0...1.
  func show(_ part: Double) {
    let done = min(max(Int(part * Double(Self.width)), 0), Self.width)
    let bar = String(repeating: "█", count: done) + String(repeating: "·", count: Self.width - done)
    Console.show(progress: "\(title.padded(26)) \(bar) \(Int(part * 100)) %")
  }

  private static let width = 30
}
