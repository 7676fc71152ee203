import FlyingSocks
import Foundation
import Synchronization

/// A server on this machine that answers as a test tells it to, whatever HTTP says.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    let path: String
    /// By their names in small letters.
    let fields: [String: String]
    /// How often the path was asked for before.
    let earlier: Int
    let port: UInt16

    /// The first byte that is wanted.
    var start: Int {
      fields["range"].flatMap { $0.split(whereSeparator: { !$0.isNumber }).first }
        .flatMap { Int($0) } ?? 0
    }
  }

  struct Reply: Sendable {
    var bytes: [UInt8]
    /// Whether nothing follows, and the connection stays open until the client leaves.
    var stalls = false

    /// The length is that of the body, unless another is given.
    init(_ status: Int, _ fields: [String] = [], _ body: String = "", length: Int? = nil) {
      let head =
        ["HTTP/1.1 \(status) Word", "Connection: close"]
        + ["Content-Length: \(length ?? body.utf8.count)"] + fields
      bytes = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }
  }

  typealias Answer = @Sendable (Request) -> Reply

  private let answer: Answer
  private let asked = Mutex<[Request]>([])
  let port: UInt16

  private init(_ port: UInt16, _ answer: @escaping Answer) {
    self.port = port
    self.answer = answer
  }

  /// What was asked so far.
  func requests(_ path: String) -> [Request] {
    asked.withLock { $0.filter { $0.path == path } }
  }

  /// Runs `body` while a server runs, and stops it.
  ///
  /// Each client has a thread of its own, so that the servers of tests that run at once share nothing.
  static func running(
    _ answer: @escaping Answer, _ body: (LoopbackServer) async throws -> Void
  ) async throws {
    let listener = try Socket(domain: AF_INET, type: .stream)
    try listener.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
    try listener.listen()
    guard case .ip4(_, let port) = try listener.sockname() else { return }
    let server = LoopbackServer(port, answer)
    Thread.detachNewThread { server.accept(from: listener) }
    defer { shutdown(listener.file.rawValue, Int32(SHUT_RDWR)) }  // ends `accept`
    try await body(server)
  }

  private func accept(from listener: Socket) {
    while let file = try? listener.accept().file {
      Thread.detachNewThread { self.serve(Socket(file: file)) }
    }
    try? listener.close()
  }

  private func serve(_ client: Socket) {
    defer { try? client.close() }
    do {
      var head: [UInt8] = []
      while !head.ends(with: "\r\n\r\n") { head += try client.read(atMost: 4096) }
      let reply = answer(note(String(decoding: head, as: UTF8.self)))
      let bytes = Data(reply.bytes)
      var sent = bytes.startIndex
      while sent < bytes.endIndex { sent = try client.write(bytes, from: sent) }
      while reply.stalls { _ = try client.read(atMost: 4096) }
    } catch {}  // the client has gone
  }

  private func note(_ head: String) -> Request {
    let lines = head.split(separator: "\r\n")
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let fields = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map {
        (line[..<$0].lowercased(), String(line[$0...].dropFirst(2)))
      }
    }
    return asked.withLock { asked in
      let request = Request(
        path: path, fields: Dictionary(fields) { $1 },
        earlier: asked.count { $0.path == path }, port: port)
      asked.append(request)
      return request
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
