import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct CampaignClustersTests {
  private func labels(_ dates: [PartialDate?], actors: [[Index<Actor>]]) -> [Int] {
    CampaignClusters(rows: dates.map { _ in [0] }, actors: actors, dates: dates).labels
  }

  @Test func `thirty days link reports of one actor, thirty-one do not`() {
    let leap = PartialDate(year: 2016, month: 2, day: 28)
    let common = PartialDate(year: 2015, month: 2, day: 28)
    let march = { PartialDate(year: $0, month: 3, day: $1) }
    #expect(labels([leap, march(2016, 29)], actors: [[1], [1]]) == [0, 0])
    #expect(labels([leap, march(2016, 30)], actors: [[1], [1]]) == [0, 1])
    #expect(labels([common, march(2015, 30)], actors: [[1], [1]]) == [0, 0])
    #expect(labels([common, march(2015, 31)], actors: [[1], [1]]) == [0, 1])
    let newYear = [
      PartialDate(year: 2019, month: 12, day: 20), PartialDate(year: 2020, month: 1, day: 19),
    ]
    #expect(labels(newYear, actors: [[1], [1]]) == [0, 0])
  }

  @Test func `other actors and dates without a day do not link`() {
    let day = PartialDate(year: 2016, month: 2, day: 28)
    let month = PartialDate(year: 2016, month: 2)
    #expect(labels([day, day], actors: [[1], [2]]) == [0, 1])
    #expect(labels([day, month, nil], actors: [[1], [1], [1]]) == [0, 1, 2])
  }

  @Test func `links go on through others`() {
    let dates = [(2, 20), (1, 1), (1, 25)].map {
      PartialDate(year: 2020, month: $0.0, day: $0.1)
    }
    #expect(labels(dates, actors: [[1], [1], [1]]) == [0, 0, 0])
    #expect(labels([dates[0], dates[0], dates[0]], actors: [[1], [1, 2], [2]]) == [0, 0, 0])
    #expect(CampaignClusters(rows: [], actors: [], dates: []).count == 0)
  }

  @Test func `nearly the same techniques link from four fifths on, and from five techniques`() {
    func labels(_ rows: [[Int]]) -> [Int] {
      CampaignClusters(rows: rows, actors: rows.map { _ in [] }, dates: rows.map { _ in nil })
        .labels
    }
    let nine = Array(0..<8) + [20]
    #expect(labels([nine, Array(0..<8) + [21]]) == [0, 0])
    #expect(labels([nine, Array(0..<7) + [21, 22]]) == [0, 1])
    #expect(labels([[0, 1, 2, 3], [0, 1, 2, 3]]) == [0, 1])
    #expect(labels([[0, 1, 2, 3, 4], [0, 1, 2, 3, 4], [5]]) == [0, 0, 2])
  }

  @Test func `in a large corpus only the same techniques link`() {
    let nine = Array(0..<8) + [20]
    let rows = Array(repeating: [1], count: 4_998) + [nine, Array(0..<8) + [21], nine]
    let none = rows.map { _ in [Index<Actor>]() }
    let labels = CampaignClusters(rows: rows, actors: none, dates: rows.map { _ in nil }).labels
    #expect(labels[4_998...] == [4_998, 4_999, 4_998] && Set(labels).count == 5_000)
  }
}
