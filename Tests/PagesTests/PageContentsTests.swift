import Pages
import TestSupport
import Testing
import Text

struct PageContentsTests {
  @Test func `every tag has a name of its own`() {
    for (template, type) in PageContents.types {
      let names = type.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(template)")
    }
  }

  @Test func `the tags of a page's contents are its stored properties`() async throws {
    for page in try await ClusteredWiki(ClusteredWiki.habits).pages {
      Self.compare(page.contents)
      #expect(PageContents.types[page.template] == type(of: page.contents), "\(page.path)")
    }
  }

  /// Compares the tags of contents, and of those inside of them, with their properties.
  private static func compare(_ contents: any TemplateContents) {
    let type = type(of: contents)
    let properties = Mirror(reflecting: contents).children.compactMap(\.label)
    #expect(type.fields.map(\.name) == properties, "\(type)")
    for case .items(let items) in contents.values { items.forEach(compare) }
  }
}
