import Text

/// Something in the input that could not be used as it is, and what was done about it.
package struct Notice: Hashable, Sendable {
  package let kind: Kind
  /// Where: the file, the object, the key; fit to be shown.
  package let place: String

  package init(_ kind: Kind, at place: String) {
    self.kind = kind
    self.place = TextCleaner.clean(place)
  }

  /// What happened; each stage declares its own kinds.
  package struct Kind: Hashable, Sendable {
    /// Unique among all kinds.
    package let name: String
    /// What it is and what was done about it; a count follows it.
    package let sentence: String
    /// How grave: what a careful reader of the data would want to see first has the smallest.
    ///
    /// Those of a stage follow those of the stage before: bundles from 100 on, measures 200,
    /// pages 300, what was asked 400.
    package let rank: Int
    /// Whether MITRE's own releases have it, or subsets that may lack: no cause for alarm.
    package let isOrdinary: Bool

    package init(_ name: String, rank: Int, isOrdinary: Bool = false, _ sentence: String) {
      self.name = name
      self.rank = rank
      self.isOrdinary = isOrdinary
      self.sentence = sentence
    }
  }
}
