import Testing

@testable import Website

struct TableCellTests {
  @Test(
    arguments: [
      ("a|b\nc\r", "a\\|b c "), ("a\\|b", "a\\|b"), ("a\\\nb", "a b"), ("a\\", "a\\\\"),
      // In code a backslash is one, and a bar gets its own.
      ("`\\|` `a\\\nb`", "`\\\\|` `a\\ b`"), ("``a`|``|", "``a`\\|``\\|"), ("`|", "`\\|"),
    ] as [(String, String)])
  func `a text in one line ends no cell`(text: String, cell: String) {
    #expect(TableCell.text(text) == cell)
  }
}
