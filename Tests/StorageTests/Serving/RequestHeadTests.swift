import Storage
import Testing

struct RequestHeadTests {
  private func read(_ text: String) -> RequestHead? { RequestHead(text.utf8) }

  @Test func `a head is a first line and fields`() throws {
    let text = "\r\nGET /a?b HTTP/1.1\r\nHost: x:1\r\nAccept:a\r\naccept:\t b \r\nEmpty:\r\n\r\n"
    let head = try #require(read(text))
    #expect(head.method == "GET" && head.target == "/a?b")
    #expect(head.fields == ["host": "x:1", "accept": "a, b", "empty": ""])
    #expect(head.isKeptAlive && !head.hasBody)
  }

  @Test(arguments: [
    "", "\r\n", "GET", "GET /", "GET / HTTP/2", "GET / x HTTP/1.1", " GET / HTTP/1.1",
    "GET /\0 HTTP/1.1", "GET / HTTP/1.1\rX: y", "GET / HTTP/1.1\r\nX", "GET / HTTP/1.1\r\n: x",
    "GET / HTTP/1.1\r\nX y: z", "GET / HTTP/1.1\r\nX: y\r\n folded: z",
  ])
  func `what is no head of HTTP/1 is none`(text: String) {
    #expect(read(text + "\r\n\r\n") == nil)
  }

  @Test(arguments: [
    ("HTTP/1.1", true), ("HTTP/1.0", false), ("HTTP/1.1\r\nConnection: keep-alive", true),
    ("HTTP/1.1\r\nconnection: x, Close", false), ("HTTP/1.1\r\nContent-Length: 0", true),
    ("HTTP/1.1\r\nContent-Length: 1", false), ("HTTP/1.1\r\nTransfer-Encoding: chunked", false),
    ("HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 9", false),
  ])
  func `another request may follow unless the head says otherwise`(rest: String, follows: Bool) {
    #expect(read("GET / \(rest)\r\n\r\n")?.isKeptAlive == follows)
  }

  @Test(arguments: [
    ("a\r\n\r\nb", 5), ("a\n\nb", 3), ("\r\na\r\n\r\n", 7), ("a\r\n", nil), ("", nil),
    ("a\r\n\r", nil), ("a\nb\n", nil),
  ])
  func `it ends behind an empty line`(text: String, end: Int?) {
    #expect(RequestHead.end(in: Array(text.utf8)) == end)
  }
}
