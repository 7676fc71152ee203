internal import FlyingSocks
internal import Foundation
import Storage

/// One client of the server: its requests are answered one after the other, as HTTP/1.1 has it.
struct SiteConnection: Sendable {
  let socket: AsyncSocket
  /// The one that watches the socket.
  let pool: any AsyncSocketPool
  let site: ServedSite
  /// How long a request may take, from the end of the one before to the last byte of its answer.
  let patience: Duration

  /// The most bytes of a head: browsers send less than a thousand.
  private static let longestHead = 16 << 10
  /// The bytes of a body that are sent at once.
  private static let pieceSize = 64 << 10
  /// The most bytes of a body that are thrown away before the connection is closed.
  private static let longestBody = 1 << 20

  /// Answers until the client leaves, asks for no more, takes too long or cannot be understood.
  func run() async {
    var received: [UInt8]? = []
    while let begun = received { received = await inTime(begun) }
    // The pool wakes who waits for a socket before it stops to watch it. Of one that was closed in between it would
    // believe for ever that it watches it, and the next client with that number would wait in vain.
    await (pool as? any Actor)?.finishTurn()
    try? socket.close()
  }

  private func inTime(_ begun: [UInt8]) async -> [UInt8]? {
    await withTaskGroup(of: [UInt8]?.self) { group in
      group.addTask { try? await answer(begun) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  /// Answers the next request, of which some bytes are there already; what has come beyond it, or
  /// `nil` if it was the last.
  private func answer(_ begun: [UInt8]) async throws -> [UInt8]? {
    var received = begun
    while RequestHead.end(in: received) == nil, received.count <= Self.longestHead {
      received += try await socket.read(atMost: 4096)
    }
    guard let end = RequestHead.end(in: received), end <= Self.longestHead else {
      return try await refuse(.tooLong)
    }
    guard let head = RequestHead(received[..<end]) else { return try await refuse(.unreadable) }
    let answer = await site.current.answer(to: head)
    try await send(answer)
    if head.hasBody { try await leave() }
    return head.isKeptAlive && !answer.endsConnection ? Array(received[end...]) : nil
  }

  private func refuse(_ answer: SiteAnswer) async throws -> [UInt8]? {
    try await send(answer)
    try await leave()
    return nil
  }

  /// Piece by piece, so that many clients that read slowly do not each hold a copy of a whole file.
  private func send(_ answer: SiteAnswer) async throws {
    var (piece, left) = (answer.head, answer.body[...])
    while !piece.isEmpty || !left.isEmpty {
      piece += left.prefix(Self.pieceSize)
      left = left.dropFirst(Self.pieceSize)
      try await socket.write(Data(piece))
      piece = []
    }
  }

  /// Reads on after the last answer: a client whose bytes were never read would be told that the
  /// connection failed, and could lose the answer.
  private func leave() async throws {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    var left = Self.longestBody
    while left > 0 { left -= try await socket.read(atMost: 4096).count }
  }
}

extension Actor {
  /// Returns when what the actor was doing is done.
  fileprivate func finishTurn() {}
}
