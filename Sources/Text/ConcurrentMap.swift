/// `transform` of every index below `count`, worked out on all cores.
///
/// The results are in the order of the indices, so that nothing shows how many cores there were.
package func concurrentMap<Value: Sendable>(
  _ count: Int, _ transform: @escaping @Sendable (Int) -> Value
) async -> [Value] {
  let chunkLength = max(1, count / chunkCount)
  return await withTaskGroup(of: (index: Int, values: [Value]).self) { group in
    let starts = Array(stride(from: 0, to: count, by: chunkLength))
    for (index, start) in starts.enumerated() {
      group.addTask {
        (index, (start..<min(start + chunkLength, count)).map(transform))
      }
    }
    var chunks: [[Value]] = Array(repeating: [], count: starts.count)
    for await chunk in group { chunks[chunk.index] = chunk.values }
    return chunks.flatMap { $0 }
  }
}

/// Pieces of work: many, since they differ in size.
private let chunkCount = 128
