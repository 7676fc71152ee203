import Testing
@testable import Pages
@testable import Records

struct MarkedWordsTests {
  @Test(arguments: [
    ("run `wmic.exe Shadowcopy Delete`.", ["wmic.exe", "shadowcopy", "delete"]),
    ("<code>net user</code> and <code>C:\\Temp\\x</code>", ["net", "user", "temp"]),
    ("Local Security Authority Subsystem Service (LSASS) (and more)", ["lsass"]),
    ("(Citation: PsExec) (In) (TGTs)", ["tgts"]),
    (
      "[PsExec](https://attack.mitre.org/software/S0029) by [X](https://attack.mitre.org/groups/G1)",
      ["psexec"]
    ),
    ("`Get-Process` -a `--all.`", ["get-process", "all"]),
    ("`never closed", []), ("<code>never closed", []), ("[never](", []), ("(", []), ("", []),
  ])
  func `code, software and abbreviations are marked`(text: String, words: [String]) {
    #expect(MarkedWords(in: text).words == words)
  }

  @Test(arguments: ["[", "<code>", "("])
  func `a megabyte of marks that never end is read as fast as other text`(mark: String) {
    let text = String(repeating: mark, count: 1_000_000 / mark.utf8.count) + " `wmic`"
    #expect(MarkedWords(in: text).words.last == "wmic")
  }
}
