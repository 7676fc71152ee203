import Pages
import Testing
import Text

struct PageContentsTests {
  @Test func `every tag bears a name of its own`() {
    for (template, type) in PageContents.types {
      let names = type.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(template)")
    }
  }
}
