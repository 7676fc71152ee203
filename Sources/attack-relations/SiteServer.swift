internal import FlyingSocks
internal import Foundation
package import Storage

/// Answers on a port of this machine, and of no other, from a built site.
package struct SiteServer: Sendable {
  package enum Refusal: Error, Equatable, Sendable {
    case portInUse(UInt16)
    case port(UInt16, reason: String)
  }

  /// Further clients wait until one of so many has gone.
  private static let mostConnections = 2048
  /// Files that are open beside the connections: streams, the socket that listens, a newer site.
  private static let otherFiles = 64

  private let site: ServedSite
  private let port: UInt16
  private let patience: Duration

  /// Port 0 means any that is free; `patience` is how long a client may take for one request.
  package init(_ site: ServedSite, port: UInt16, patience: Duration = .seconds(120)) {
    self.site = site
    self.port = port
    self.patience = patience
  }

  /// Runs until the task is cancelled; `listening` is called with the port once it is open.
  package func run(listening: (UInt16) -> Void) async throws {
    let pool = SocketPool.make()
    try await pool.prepare()
    let socket = try listen()
    defer { try? socket.close() }
    let listener = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await accept(from: listener, watchedBy: pool) }
      if case .ip4(_, let port) = try socket.sockname() { listening(port) }
      try await group.next()
      group.cancelAll()
    }
  }

  /// How many clients are answered at once: no more than files may be open, of which as many are asked for as
  /// the system allows.
  private static func places() -> Int {
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    getrlimit(kind, &limit)
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, rlim_t(mostConnections + otherFiles)))
    setrlimit(kind, &limit)
    getrlimit(kind, &limit)
    return max(1, Int(min(limit.rlim_cur, rlim_t(mostConnections + otherFiles))) - otherFiles)
  }

  private func listen() throws -> Socket {
    let socket = try Socket(domain: AF_INET, type: .stream)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      // The last piece of an answer does not wait until the others have come; its clients inherit that.
      try socket.setValue(
        true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
      try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      return socket
    } catch {
      try? socket.close()
      guard case SocketError.failed(_, let code, let reason) = error else { throw error }
      throw code == EADDRINUSE ? Refusal.portInUse(port) : .port(port, reason: reason)
    }
  }

  /// Answers each client in a task of its own, so that a slow one holds up no other.
  private func accept(
    from listener: AsyncSocket, watchedBy pool: any AsyncSocketPool
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { clients in
      let places = Self.places()
      var open = 0
      while true {
        if open == places {
          try await clients.next()
          open -= 1
        }
        do {
          let socket = try await listener.accept()
          let client = SiteConnection(
            socket: socket, pool: pool, site: site, patience: patience)
          clients.addTask { await client.run() }
          open += 1
        } catch {
          guard open > 0, !Task.isCancelled else { throw error }  // no more files may be open
          try await clients.next()
          open -= 1
        }
      }
    }
  }
}
