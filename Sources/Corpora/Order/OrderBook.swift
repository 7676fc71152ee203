package import Attack
import Text

/// The ordered pairs of techniques of a corpus, each with the sources that say so.
///
/// What analysts drew and what ran one after the other are two kinds, which are never summed. That a pair is absent
/// means nothing.
package struct OrderBook: Equatable, Sendable {
  private let pairs: [OrderKind: [Pair]]
  /// Those that have any pair, each key once, by origin, the most public first, then by title and key; of several with one key the most public, of these
  /// the first that was given.
  package let reports: [Report]

  /// A report that says in which order its techniques were.
  package struct Report: Equatable, Sendable {
    package let origin: Corpora.Report.Origin
    /// What makes it the same report as another, whatever its order.
    package let key: ReportKey
    /// What its own format calls it, or its title: several flows can be drawn of one report.
    package let name: String
    package let title: String
    package let date: PartialDate?
    package let tlp: TLP?
    /// The addresses that it cites.
    package let addresses: [ReportAddress]
    package let order: OrderedActions
    package let pairs: [OrderedPair]

    package init(
      origin: Corpora.Report.Origin, key: ReportKey, name: String = "", title: String = "",
      date: PartialDate? = nil, tlp: TLP? = nil, addresses: [ReportAddress] = [],
      order: OrderedActions, pairs: [OrderedPair]
    ) {
      self.origin = origin
      self.key = key
      self.name = name
      self.title = title
      self.date = date
      self.tlp = tlp
      self.addresses = addresses
      self.order = order
      self.pairs = pairs
    }

    package var kind: OrderKind { order.kind }

    /// What makes it the same drawing, or the same run, as another.
    package var ownKey: ReportKey {
      name.isEmpty ? key : ReportKey("\(key.text)#\(kind.rawValue) \(name)")
    }

    package var member: Source.Member { Source.Member(origin: origin, key: ownKey) }
  }

  /// Reports that come from one and the same: they have a key or cite an address in common, directly or through others.
  package struct Source: Equatable, Sendable {
    /// Those that have the pair, each once, by origin and key.
    package let reports: [Member]
    /// Whether the pair is on failed branches only in all of them.
    package let onFailure: Bool

    package init(_ reports: [Member], onFailure: Bool) {
      self.reports = reports
      self.onFailure = onFailure
    }

    /// A report, and whose it is.
    package struct Member: Hashable, Sendable {
      package let origin: Corpora.Report.Origin
      /// Its own key.
      package let key: ReportKey

      package init(origin: Corpora.Report.Origin, key: ReportKey) {
        self.origin = origin
        self.key = key
      }
    }

    /// Whose it is: of several the most public.
    package var origin: Corpora.Report.Origin { reports.map(\.origin).min() ?? .team }
  }

  /// A technique that comes before another.
  package struct Pair: Equatable, Sendable {
    package let before: Index<Technique>
    package let after: Index<Technique>
    /// By their first reports.
    package let sources: [Source]

    package init(before: Index<Technique>, after: Index<Technique>, sources: [Source]) {
      self.before = before
      self.after = after
      self.sources = sources
    }

    /// Whether the pair is on failed branches only in all sources.
    package var onFailure: Bool { sources.allSatisfy(\.onFailure) }

    /// How many sources say so.
    package var count: Int { sources.count }

    /// How many of them nobody but the team has.
    package var internalCount: Int { sources.count { !$0.origin.isPublic } }
  }

  /// - Parameter reports: in any order; the pairs are the same.
  package init(_ reports: [Report]) {
    pairs = Dictionary(grouping: reports, by: \.kind).mapValues(Self.pairs)
    let known = Dictionary(reports.filter { !$0.pairs.isEmpty }.map { ($0.ownKey, $0) }) {
      $1.origin < $0.origin ? $1 : $0
    }
    self.reports = known.sorted {
      ($0.value.origin, $0.value.title, $0.key) < ($1.value.origin, $1.value.title, $1.key)
    }.map(\.value)
  }

  /// Whether no report says anything of an order.
  package var isEmpty: Bool { reports.isEmpty }

  /// The pairs of a kind, by the technique that comes before, then by the other.
  package subscript(kind: OrderKind) -> [Pair] { pairs[kind] ?? [] }
}
