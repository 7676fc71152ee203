import Text
import Pages
import Testing
@testable import Website
import Records

struct AssetFolderTests {
  private func assets() throws -> AssetFolder {
    try assets(["site.css", "theme.js", "site.js"].map { ($0, "/* \($0) */") })
  }

  private func assets(_ files: [(name: String, text: String)]) throws -> AssetFolder {
    let sources = files.map { ($0.name, SourceFile(path: $0.name, bytes: Array($0.text.utf8))) }
    return try AssetFolder(
      SourceFolder(path: "assets", files: Dictionary(uniqueKeysWithValues: sources)))
  }

  @Test func `a file is named by the hash of what it holds`() throws {
    let assets = try assets()
    #expect(assets.files.count == 3)
    #expect(assets.path("site.css") == "assets/site.1827e55488.css")
  }

  @Test func `a style sheet of a template is on its pages alone`() throws {
    let names = ["site.css", "theme.js", "site.js", "page-explore.css", "team.css"]
    let assets = try assets(names.map { ($0, "/* \($0) */") })
    #expect(assets.styleSheets(of: "technique") == ["site.css", "team.css"].map(assets.path))
    #expect(
      assets.styleSheets(of: "explore")
        == ["site.css", "page-explore.css", "team.css"].map(assets.path))
  }

  @Test func `of the scripts of every page, lines of nothing but a comment are left out`() throws {
    let script = "// What it is.\nlet a = 1; // one\n\n  // Why.\n  let b = \"//\";\n"
    let assets = try assets([
      ("site.css", ""), ("theme.js", ""), ("site.js", script), ("other.js", script),
    ])
    let text = { (name: String) in
      assets.files[String(assets.path(name).dropFirst("assets/".count))].map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(text("site.js") == "let a = 1; // one\n  let b = \"//\";\n")
    #expect(text("other.js") == script)
  }

  @Test func `the scripts of every page are one file of the site, in the order in which they run`()
    throws
  {
    let names = ["site.css", "theme.js", "tables.js", "search.js", "site.js", "other.js"]
    let assets = try assets(names.map { ($0, "/* \($0) */\n") })
    #expect(assets.files.count == 4)
    let joined = assets.files[String(assets.path("site.js").dropFirst("assets/".count))]
    #expect(
      joined.map { String(decoding: $0, as: UTF8.self) }
        == "/* site.js */\n/* search.js */\n/* tables.js */\n")
  }

  @Test func `generated data is a script under a name of its own`() throws {
    let one = DataScript("where-data", sets: "attackRelationsWhere", ["a": [1, "x\"</script>"]])
    let other = DataScript("where-data", sets: "attackRelationsWhere", ["a": [2]])
    let path = try assets().adding([one]).path("where-data.js")
    #expect(
      one.text == #"window.attackRelationsWhere={"a":[1,"x\"</script>"]};"# + "\n")
    #expect(path.wholeMatch(of: /assets\/where-data\.[0-9a-f]{10}\.js/) != nil)
    #expect(try path != assets().adding([other]).path("where-data.js"))
  }

  @Test func `a page is told of its own data and of every page's`() throws {
    let all = try assets().adding([
      DataScript("search-index", sets: "attackRelationsIndex", isEverywhere: true, []),
      DataScript("where-data", sets: "attackRelationsWhere", []),
    ])
    #expect(all.onUse([]).map(\.name) == ["search-index"])
    #expect(all.onUse(["where-data", "absent"]).map(\.name) == ["search-index", "where-data"])
    #expect(all.onUse([])[0].path == all.path("search-index.js"))
  }
}
