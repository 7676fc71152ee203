extension String {
  /// A hash of its bytes, which nobody can foresee who does not know the seed.
  package func hash(seed: UInt64) -> UInt64 {
    utf8.span.withUnsafeBufferPointer { $0.hash(seed: seed) }
  }

  /// Whether another text is in it, byte for byte; far quicker than a search by characters.
  package func containsBytes(of text: String) -> Bool { utf8.span.contains(text.utf8.span) }
}

extension Span<UInt8> {
  fileprivate func contains(_ part: Span<UInt8>) -> Bool {
    guard !part.isEmpty else { return true }
    guard part.count <= count else { return false }
    for start in 0...(count - part.count) where self[start] == part[0] {
      if has(part, at: start) { return true }
    }
    return false
  }

  private func has(_ part: Span<UInt8>, at start: Int) -> Bool {
    for index in 0..<part.count where self[start + index] != part[index] { return false }
    return true
  }
}
