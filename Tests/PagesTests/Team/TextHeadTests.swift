import Testing

@testable import Pages

struct TextHeadTests {
  @Test(arguments: [
    ("title: How we hunt", "How we hunt"), ("title:   Plain   # a remark", "Plain"),
    ("title: \"Say \\\"hunt\\\": so\"", "Say \"hunt\": so"), ("title: 'One' # two", "One"),
    ("tags:\n  - a\n# a remark\n\ntitle: Later", "Later"),
  ])
  func `a title is read with or without quotes, among other keys`(head: String, title: String) {
    let read = TextHead(of: "---\n\(head)\n---\n\nText.")
    #expect(read.title == title && read.body == "\nText.")
    #expect(
      read.lineCount == 2 + head.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test(arguments: ["", "title:", "title: \"\"", "author: us"])
  func `a head without a title is left out all the same`(head: String) {
    let read = TextHead(of: "---\n\(head)\n...\nText.")
    #expect(read.title == nil && read.body == "Text.")
  }

  @Test(arguments: [
    "Text.", "---\n\nA text between rules.\n\n---\n", "---\ntitle: never ended\n", "", "---",
    "# Heading\n---\ntitle: x\n---\n",
  ])
  func `a text that has none is left as it is`(text: String) {
    let read = TextHead(of: text)
    #expect(read.title == nil && read.body == text && read.lineCount == 0)
  }
}
