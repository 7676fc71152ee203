internal import Pages
internal import Synchronization

/// A site that is being written: where its links lead, and which of its pages are permanent.
final class SiteDraft: Sendable {
  private let sink: any FileSink
  private let serverPath: String?
  private let links: Mutex<LinkCheck>
  private let lastingPages = Mutex<[String]>([])

  /// `serverPath` is that of the site on its server, where it is known.
  init(_ sink: any FileSink, at serverPath: String?) {
    self.sink = sink
    self.serverPath = serverPath
    links = Mutex(LinkCheck(base: serverPath))
  }

  /// Adds a file; safe to call from several tasks at once.
  ///
  /// - Throws: what keeps it from being written.
  func write(_ path: String, _ bytes: [UInt8]) throws {
    try sink.write(path, bytes)
    guard path.hasSuffix(".html") || path.hasSuffix(".svg") else { return }
    var own = LinkCheck(base: serverPath)
    own.add(path, bytes)
    links.withLock { [own] in $0.merge(own) }
  }

  /// Records a page that was written: whether it is a permanent one.
  func note(_ page: Page) {
    guard page.successor == nil, page.kind != .missing else { return }
    lastingPages.withLock { $0.append(page.path) }
  }

  /// The paths of the pages that stay, in no order.
  var lasting: [String] { lastingPages.withLock { $0 } }

  /// - Throws: `BrokenLinks` where a link of the whole site leads nowhere.
  func check() throws {
    let files = sink.paths
    let broken = links.withLock { $0.broken(files: files) }
    guard broken.isEmpty else { throw BrokenLinks(links: broken) }
  }
}

/// A link leads nowhere: a mistake in a template, a hand-written page or the tool.
package struct BrokenLinks: Error {
  package let links: [BrokenLink]
}
