import Attack
import TestSupport
import Testing

@testable import Pages

struct LogSourceIndexTests {
  /// Two techniques before v9, whose data sources are named by the techniques themselves.
  private func shelf(_ sources: [String: [String]]) -> LogSourceIndex {
    LogSourceIndex(
      Knowledge.make(
        sources.sorted { $0.key < $1.key }.map { id, names in
          .make(id) { $0.dataSources = names }
        }))
  }

  @Test func `what shows most techniques stands first, then by name`() {
    let shelf = shelf(["T1001": ["Process use", "API use"], "T1002": ["Process use", "Files"]])
    #expect(shelf.components.map(\.name) == ["Process use", "API use", "Files"])
    #expect(shelf.components.map(\.techniques) == [[0, 1], [0], [1]])
    #expect(shelf.sources.isEmpty && shelf.componentKind == "data source")
  }

  @Test func `names that are alike but for their signs have anchors of their own`() {
    let shelf = shelf(["T1001": ["Win-Log", "Win Log", "Win/Log"]])
    #expect(shelf.components.map(\.anchor) == ["win-log", "win-log-2", "win-log-3"])
  }

  @Test func `a release that tells nothing has nothing`() {
    let shelf = shelf(["T1001": []])
    #expect(shelf.components.isEmpty && shelf.sources.isEmpty)
  }
}
