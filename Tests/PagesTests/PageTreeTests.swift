import Foundation
import Pages
import TestSupport
import Testing

/// The pages of a tiny wiki are unchanged: one of each template, printed as a tree.
///
/// `make golden` takes the trees as they are now; the diff is then for people to read.
struct PageTreeTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden/trees").standardizedFileURL

  /// The first page of each template.
  private static var trees: [String: String] {
    get async throws {
      try await (TinyWiki.pages + TinyWiki.ownPages + TinyWiki.setPages).reduce(into: [:]) {
        trees, page in
        if trees[page.template] == nil { trees[page.template] = PageTree.text(page) + "\n" }
      }
    }
  }

  @Test func `each template has a page, and its tree is the expected one`() async throws {
    let trees = try await Self.trees
    #expect(Set(trees.keys) == Set(PageContents.types.keys).subtracting(["evaluation"]))
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { return try update(trees) }
    for (template, tree) in trees {
      let file = Self.golden.appending(path: template + ".txt")
      #expect(try String(contentsOf: file, encoding: .utf8) == tree, "\(template); see make golden")
    }
  }

  @Test func `a second making gives the same trees`() async throws {
    #expect(try await Self.trees == Self.trees)
  }

  private func update(_ trees: [String: String]) throws {
    try FileManager.default.createDirectory(at: Self.golden, withIntermediateDirectories: true)
    for (template, tree) in trees {
      try Data(tree.utf8).write(to: Self.golden.appending(path: template + ".txt"))
    }
  }
}
