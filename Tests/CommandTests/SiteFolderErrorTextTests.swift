import Testing
import Website
import attack_relations
import Storage

struct SiteFolderErrorTextTests {
  @Test func `each names the folder or file, and what to do`() {
    let texts: [(SiteFolderError, String)] = [
      (
        .notOurs(folder: "/home", found: "thesis.txt"),
        "`/home` holds `thesis.txt` but no `data/site.json`, so it is no site that was built here; "
          + "choose an empty or a new folder"
      ),
      (.notAFolder("/f"), "`/f` is not a folder; choose another"),
      (
        .mountPoint("/mnt"),
        "`/mnt` is a mount point, which cannot be swapped in whole; choose a folder in it"
      ),
      (
        .insideSite(folder: "/s/w", site: "/s"),
        "`/s/w` and the site in `/s` would overwrite each other; choose a folder outside of it"
      ),
      (
        .foreign(folder: "/w", files: ["a.md", "b.md", "c.md", "d.md", "e.md"]),
        "`/w` holds `a.md`, `b.md`, `c.md` and 2 more, which no build of ours wrote and this one "
          + "would overwrite; move that away, or choose another folder"
      ),
      (
        .busy(folder: "/s"),
        "another build of `/s` is running; wait for it, or choose another folder"
      ),
      (
        .system(doing: "write", path: "/s/x", code: 28),
        "cannot write `/s/x`: No space left on device"
      ),
    ]
    for (error, text) in texts { #expect(error.text == text) }
  }

  @Test func `nothing in a name reaches the terminal as a command`() {
    let error = SiteFolderError.notAFolder("/a\u{1B}[2J\n\u{202E}b\u{9B}é")
    #expect(
      error.text == "`/a\\u{1b}[2J\\u{a}\\u{202e}b\\u{9b}é` is not a folder; choose another")
  }
}
