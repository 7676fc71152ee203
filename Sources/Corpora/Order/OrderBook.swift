package import Attack
import Text

/// The ordered pairs of techniques of a corpus, each with the sources that say so.
///
/// What analysts drew and what ran one after the other are two kinds, which are never summed. That a pair is absent
/// means nothing.
package struct OrderBook: Equatable, Sendable {
  private let pairs: [OrderKind: [Pair]]

  /// A report that says in which order its techniques were.
  package struct Report: Equatable, Sendable {
    package let origin: Corpora.Report.Origin
    package let key: ReportKey
    package let kind: OrderKind
    /// The addresses that it cites, as keys.
    package let addresses: [ReportKey]
    package let pairs: [OrderedPair]

    package init(
      origin: Corpora.Report.Origin, key: ReportKey, kind: OrderKind, addresses: [ReportKey] = [],
      pairs: [OrderedPair]
    ) {
      self.origin = origin
      self.key = key
      self.kind = kind
      self.addresses = addresses
      self.pairs = pairs
    }
  }

  /// Reports that come from one and the same: they have a key or cite an address in common, directly or through others.
  package struct Source: Equatable, Sendable {
    /// Those that have the pair, each once, by origin and key.
    package let reports: [Member]
    /// Whether the pair is on failed branches only in all of them.
    package let onFailure: Bool

    /// A report, and whose it is.
    package struct Member: Hashable, Sendable {
      package let origin: Corpora.Report.Origin
      package let key: ReportKey
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

    /// Whether the pair is on failed branches only in all sources.
    package var onFailure: Bool { sources.allSatisfy(\.onFailure) }

    /// How many sources say so.
    package var count: Int { sources.count }

    /// How many of them nobody but the team has.
    package var internalCount: Int { sources.count { !$0.origin.isPublic } }
  }

  /// - Parameter reports: in any order; the book is the same.
  package init(_ reports: [Report]) {
    pairs = Dictionary(grouping: reports, by: \.kind).mapValues(Self.pairs)
  }

  /// The pairs of a kind, by the technique that comes before, then by the other.
  package subscript(kind: OrderKind) -> [Pair] { pairs[kind] ?? [] }
}
