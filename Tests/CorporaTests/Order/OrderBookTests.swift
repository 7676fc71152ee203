import Attack
import Corpora
import TestSupport
import Testing

struct OrderBookTests {
  /// A report: its key, its kind, the addresses that it cites, and pairs as `1>2`, with `!` for a failed branch.
  private static func report(
    _ key: String, kind: OrderKind = .drawn, from origin: Report.Origin = .team,
    citing addresses: [String] = [], _ pairs: String...
  ) -> OrderBook.Report {
    OrderBook.Report(
      origin: origin, key: ReportKey(key),
      addresses: ReportAddress.telling(addresses.map { "https://\($0).example/" }),
      order: OrderedActions(kind, [], []),
      pairs: pairs.map { text in
        let ends = text.split(whereSeparator: { ">!".contains($0) }).compactMap { Int($0) }
        return OrderedPair(
          before: Index(ends[0]), after: Index(ends[1]), onFailure: text.hasSuffix("!"))
      })
  }

  /// The pairs of a kind, as `1>2: a b | c`, a bar between sources.
  private static func lines(_ book: OrderBook, _ kind: OrderKind = .drawn) -> [String] {
    book[kind].map { pair in
      let sources = pair.sources.map { source in
        source.reports.map(\.key.text).joined(separator: " ") + (source.onFailure ? "!" : "")
      }
      return "\(pair.before.number)>\(pair.after.number)\(pair.onFailure ? "!" : ""): "
        + sources.joined(separator: " | ")
    }
  }

  @Test func `what was drawn and what ran are never summed`() {
    let book = OrderBook([
      Self.report("a", "1>2"), Self.report("b", kind: .run, "1>2", "2>1"), Self.report("c", "2>3"),
    ])
    #expect(Self.lines(book) == ["1>2: a", "2>3: c"])
    #expect(Self.lines(book, .run) == ["1>2: b", "2>1: b"])
    #expect(book[.drawn].map(\.count) == [1, 1])
  }

  @Test func `reports that cite one address are one source, through others too`() {
    let book = OrderBook([
      Self.report("a", citing: ["x", "y"], "1>2"), Self.report("b", citing: ["z"], "1>2"),
      Self.report("c", citing: ["y", "z"], "3>4"), Self.report("d", citing: ["w"], "1>2"),
      Self.report("e", "1>2"), Self.report("f", "1>2"),
    ])
    #expect(Self.lines(book) == ["1>2: a b | d | e | f", "3>4: c"])
    #expect(book[.drawn].map(\.count) == [4, 1])
  }

  @Test func `a report that was read twice is one, but an address makes no plan a flow`() {
    let book = OrderBook([
      Self.report("a", citing: ["x"], "1>2"), Self.report("a", "1>2"),
      Self.report("b", kind: .run, citing: ["x"], "1>2"),
      Self.report("c", kind: .run, citing: ["x"], "1>2"),
    ])
    #expect(Self.lines(book) == ["1>2: a"] && Self.lines(book, .run) == ["1>2: b c"])
  }

  @Test func `a pair is on failed branches where all its sources say so`() {
    let book = OrderBook([
      Self.report("a", citing: ["x"], "1>2!", "2>3!"), Self.report("b", citing: ["x"], "1>2!"),
      Self.report("c", "1>2!", "2>3"), Self.report("d", "3>4!"),
      Self.report("e", citing: ["y"], "4>5!"), Self.report("f", citing: ["y"], "4>5"),
    ])
    #expect(
      Self.lines(book) == ["1>2!: a b! | c!", "2>3: a! | c", "3>4!: d!", "4>5: e f"])
  }

  @Test func `a source is whose most public report is`() {
    let book = OrderBook([
      Self.report("b", from: .team, citing: ["x"], "1>2"),
      Self.report("a", from: .set(0), citing: ["x"], "1>2"), Self.report("c", from: .team, "1>2"),
      Self.report("d", from: .attack, "1>2"),
    ])
    #expect(Self.lines(book) == ["1>2: d | a b | c"])
    #expect(book[.drawn][0].sources.map(\.origin) == [.attack, .set(0), .team])
    #expect(book[.drawn][0].count == 3 && book[.drawn][0].internalCount == 1)
  }

  @Test func `the order of the reports does not matter`() {
    let reports = [
      Self.report("a", citing: ["x"], "1>2", "2>3!"), Self.report("b", citing: ["y"], "1>2!"),
      Self.report("c", citing: ["x", "y"], "1>2"), Self.report("d", kind: .run, "3>1"),
      Self.report("e", "2>3"),
    ]
    let book = OrderBook(reports)
    #expect(OrderBook(reports.reversed()) == book && Self.lines(book).count == 2)
    #expect(OrderBook([])[.drawn].isEmpty)
  }

  @Test func `the reports of a team's files bring theirs`() throws {
    let flow = FlowSample(
      objects: [("a", "T1566"), ("b", "T1047")], lines: [.init("a", "b")]
    ).text(.version3)
    let read = try ["technique,step\nT1566,1\nT1047,2\n", "technique\nT1047\n", flow].map {
      try Reading($0)
    }
    let files = read.map {
      Evidence.File(name: "a", format: $0.file.format, reports: $0.reports, remarks: [])
    }
    let evidence = Evidence([
      .init(name: nil, isPublic: false, files: Array(files.prefix(2))),
      .init(name: "Flows", isPublic: true, files: Array(files.suffix(1))),
    ])
    let orders = evidence.orders
    #expect(orders.map(\.origin) == [.team, .set(0)] && orders.map(\.kind) == [.run, .drawn])
    #expect(OrderBook(Evidence(evidence.sources.filter(\.isPublic)).orders)[.run].isEmpty)
    #expect(OrderBook(orders)[.run].map(\.count) == [1])
  }
}
