internal import FlyingFox
internal import FlyingSocks
internal import Foundation
package import Storage
import Website

/// Answers on a port of this machine, and of no other, from a built site.
package struct SiteServer: Sendable {
  package enum Refusal: Error, Equatable, Sendable {
    case portInUse(UInt16)
    case port(UInt16, reason: String)
  }

  /// The timeout in seconds: far more than a busy machine needs.
  private static let patience = 600.0

  private let site: ServedSite
  private let port: UInt16

  /// Port 0 means any that is free.
  package init(_ site: ServedSite, port: UInt16) {
    self.site = site
    self.port = port
  }

  /// Runs until the task is cancelled; `listening` is called with the port once it is open.
  package func run(listening: @escaping @Sendable (UInt16) -> Void) async throws {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: Self.patience,
      logger: .disabled,
      handler: ClosureHTTPHandler { HTTPResponse(await site.current.answer(to: $0)) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await run(server) }
      group.addTask {
        try await server.waitUntilListening(timeout: Self.patience)
        if case .ip4(_, let port) = await server.listeningAddress { listening(port) }
      }
      for try await _ in group {}
    }
  }

  private func run(_ server: HTTPServer) async throws {
    do {
      try await server.run()
    } catch SocketError.failed(_, let code, let reason) {
      throw code == EADDRINUSE ? Refusal.portInUse(port) : .port(port, reason: reason)
    }
  }
}

extension SiteMemory {
  fileprivate func answer(to request: HTTPRequest) -> SiteAnswer {
    answer(
      method: request.method.rawValue, target: request.target.path(),
      ifNoneMatch: request.headers[HTTPHeader("If-None-Match")])
  }
}

extension HTTPResponse {
  fileprivate init(_ answer: SiteAnswer) {
    let status: HTTPStatusCode =
      switch answer.status {
      case .ok: .ok
      case .moved: .movedPermanently
      case .notModified: .notModified
      case .notFound: .notFound
      case .methodNotAllowed: .methodNotAllowed
      }
    let fields = answer.headers.map { (HTTPHeader($0), $1) }
    self.init(
      statusCode: status, headers: HTTPHeaders(Dictionary(uniqueKeysWithValues: fields)),
      body: Data(answer.body))
  }
}
