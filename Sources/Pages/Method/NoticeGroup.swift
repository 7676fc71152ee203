package import Attack

/// The notices of one kind.
package struct NoticeGroup: Sendable {
  package let kind: Notice.Kind
  /// In the order in which they were met.
  package let places: [String]

  /// By kind, in the order of the kinds.
  package static func groups(of notices: [Notice]) -> [NoticeGroup] {
    Dictionary(grouping: notices, by: \.kind).sorted { $0.key.rank < $1.key.rank }
      .map { NoticeGroup(kind: $0.key, places: $0.value.map(\.place)) }
  }
}
