internal import Pages
internal import Records
internal import Synchronization

/// A site that is being written: what of the last one stays, where its links lead, and which of its
/// pages are permanent.
final class SiteDraft: Sendable {
  private let sink: any FileSink
  /// The folder of Markdown, if there is one.
  private let apart: (any FileSink)?
  private let look: SiteLook
  private let last: WrittenSite?
  /// Pages of the last site that look the same in this one.
  private let alike: [String: WrittenPage]
  private let state: Mutex<State>

  /// `last` is what lies in both folders, if that is of the same edition.
  init(
    _ sink: any FileSink, apart: (any FileSink)?, look: SiteLook, after last: WrittenSite?
  ) {
    self.sink = sink
    self.apart = apart
    self.look = look
    self.last = last
    alike = last?.pages(in: look) ?? [:]
    state = Mutex(State(links: LinkCheck(base: look.identity.serverPath)))
  }

  /// Adds a file; safe to call from several tasks at once.
  ///
  /// - Throws: what keeps it from being written.
  func write(_ path: String, _ bytes: [UInt8]) throws {
    try sink.write(path, bytes)
    guard path.hasSuffix(".html") || path.hasSuffix(".svg") else { return }
    var own = LinkCheck(base: look.identity.serverPath)
    own.add(path, bytes)
    state.withLock { [own] in $0.links.merge(own) }
  }

  /// Adds a record, which the last site may have.
  func add(_ file: FileRecipe) throws {
    if last?.records[file.path] == file.edits {
      try sink.keep(file.path)
    } else {
      try write(file.path, file.make())
    }
    state.withLock { $0.records[file.path] = file.edits }
  }

  /// Adds a page as the last site has it.
  ///
  /// - Returns: false where it has to be written.
  func keeps(_ recipe: PageRecipe) throws -> Bool {
    guard let page = alike[recipe.path], page.edits == recipe.edits else { return false }
    for path in page.files { try sink.keep(path) }
    for path in page.filesApart { try apart?.keep(path) }
    state.withLock { state in
      state.pages[recipe.path] = page
      state.kept.formUnion(page.files)
    }
    return true
  }

  /// Records a page that was written.
  func note(_ path: String, _ page: WrittenPage) {
    state.withLock { state in
      state.pages[path] = page
      state.madeCount += 1
    }
  }

  /// The paths of the pages that stay, in no order.
  var lasting: [String] {
    state.withLock { $0.pages.filter(\.value.isLasting).map(\.key) }
  }

  /// What there is, once all of it was added.
  ///
  /// - Throws: `BrokenLinks` where a link of the whole site leads nowhere.
  func finished() throws -> WrittenSite {
    let paths = sink.paths
    return try state.withLock { state in
      var links = last?.links.only(state.kept) ?? LinkCheck(base: look.identity.serverPath)
      links.merge(state.links)
      let broken = links.broken(files: paths)
      guard broken.isEmpty else { throw BrokenLinks(links: broken) }
      return WrittenSite(
        madeCount: state.madeCount, look: look, pages: state.pages, records: state.records,
        links: links)
    }
  }
}

extension SiteDraft {
  private struct State {
    /// Of what was written.
    var links: LinkCheck
    /// The files of pages that were taken over.
    var kept: Set<String> = []
    var pages: [String: WrittenPage] = [:]
    var records: [String: [String]] = [:]
    var madeCount = 0
  }
}

/// A link leads nowhere: a mistake in a template, a hand-written page or the tool.
package struct BrokenLinks: Error {
  package let links: [BrokenLink]
}
