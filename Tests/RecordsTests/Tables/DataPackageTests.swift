import Pages
import TestSupport
import Testing
import Text

@testable import Records

struct DataPackageTests {
  private static func records() async throws -> RecordFiles {
    try await ClusteredWiki(ClusteredWiki.habits + [["T1001", "T1005"]]).records
  }

  @Test func `every table of the site is declared, and has the header that is declared`()
    async throws
  {
    let records = try await Self.records()
    var declared: Set<String> = []
    for table in records.tables {
      let header = table.columns.map(\.name).joined(separator: ",")
      for path in table.paths.map({ RecordPath.data + $0 }) {
        declared.insert(path)
        let file = try #require(records.files.first { $0.path == path })
        let text = String(decoding: file.make(), as: UTF8.self)
        #expect(text.prefix { $0 != "\n" } == header, "\(path)")
      }
    }
    let all = records.files.map(\.path).filter { $0.hasSuffix(".csv") }
    #expect(Set(all) == declared)
  }

  @Test func `columns have different names and are described, and keys are among them`()
    async throws
  {
    for table in try await Self.records().tables {
      let names = table.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(table.name)")
      #expect(Set(table.key).isSubset(of: names), "\(table.name)")
      for column in table.columns { #expect(!column.holds.isEmpty, "\(table.name) \(column.name)") }
    }
  }

  @Test func `a length and a hash are those of the file, whichever is made first`() async throws {
    let records = try await Self.records()
    let package = try #require(records.files.first { $0.path == RecordPath.package })
    let before = String(decoding: package.make(), as: UTF8.self)
    for path in [RecordPath.cooccurrence, RecordPath.relations] {
      let bytes = try #require(records.files.first { $0.path == path }).make()
      let stamp = "\"bytes\":\(bytes.count),\"hash\":\"sha256:\(SHA256(bytes).hexadecimal)\""
      #expect(before.contains(stamp), "\(path)")
    }
    #expect(String(decoding: package.make(), as: UTF8.self) == before)
  }

  @Test func `a package has MITRE's terms, the release and a schema version`() async throws {
    let records = try await Self.records()
    let package = try #require(records.files.first { $0.path == RecordPath.package })
    let text = String(decoding: package.make(), as: UTF8.self)
    #expect(text.contains("\"path\":\"LICENSE-ATTACK.txt\""))
    #expect(
      text.contains("\"schema_version\":3,\"tool\":\"attack-relations\",\"tool_version\":\"1\""))
    #expect(text.contains("\"sources\":[{\"title\":\"MITRE ATT&CK, "))
  }
}
