import Testing

@testable import Website

struct SelfContainedMarkdownTests {
  @Test(arguments: [
    ("a\n<!-- end -->\nb", "a\n\nb"),
    ("<!-- section x: X\n\nstill -->\nb", "\n\n\nb"),
    ("<!-- never ends\nb", "\n"),
    ("```\n<!-- code -->\n```", "```\n<!-- code -->\n```"),
    ("a <!-- inline --> b", "a <!-- inline --> b"),
  ])
  func `comments go, and lines keep their numbers`(markdown: String, expected: String) {
    #expect(SelfContainedMarkdown.withoutComments(markdown) == expected)
  }

  @Test(arguments: [
    ("a\n\n```\ncode", "a\n\n```\ncode\n```"),
    ("~~~~ text\n```\n~~~", "~~~~ text\n```\n~~~\n~~~~"),
    ("a\n\n<pre>\nb", "a\n\n\n"),
    ("a\n<?x", "a\n"),
    ("- a\n  ```\n  b", "- a\n  ```\n  b"),
    ("> ```\n> b", "> ```\n> b"),
    ("```\ncode\n```\n", "```\ncode\n```\n"),
    ("<div>\nb", "<div>\nb"),
    ("", ""),
  ])
  func `what would take the rest of a page with it is ended`(markdown: String, expected: String) {
    #expect(SelfContainedMarkdown.ended(markdown) == expected)
  }

  @Test(arguments: [
    ("&#27;[31m", "&amp;#27;[31m"), ("&#x202E;", "&amp;#x202E;"), ("&rlm;", "&amp;rlm;"),
    ("&#xD800;", "&amp;#xD800;"), ("&#8364; &#xe9; &eacute; &", "&#8364; &#xe9; &eacute; &"),
  ])
  func `references to controls are shown as they were written`(
    markdown: String, expected: String
  ) {
    #expect(SelfContainedMarkdown.withoutControls(markdown) == expected)
  }
}
