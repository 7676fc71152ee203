import Text
import TestSupport
import Foundation
import Pages
import Testing
@testable import Website
import Records

struct AssetFolderTests {
  private func assets() throws -> AssetFolder {
    let temporary = try TemporaryFolder()
    for name in ["site.css", "theme.js", "site.js"] {
      try temporary.put("/* \(name) */", at: name)
    }
    return try AssetFolder(at: temporary.path)
  }

  @Test func `a file is named by the hash of what it holds`() throws {
    let assets = try assets()
    #expect(assets.files.count == 3)
    #expect(assets.path("site.css") == "assets/site.1827e55488.css")
  }

  @Test func `the scripts of every page are one file of the site, in the order in which they run`()
    throws
  {
    let temporary = try TemporaryFolder()
    for name in ["site.css", "theme.js", "tables.js", "search.js", "site.js", "other.js"] {
      try temporary.put("/* \(name) */\n", at: name)
    }
    let assets = try AssetFolder(at: temporary.path)
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
