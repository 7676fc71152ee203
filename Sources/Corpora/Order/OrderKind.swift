/// What an order of techniques is; the two kinds are never summed.
///
/// The raw value is its name in files.
package enum OrderKind: String, CaseIterable, Sendable {
  /// As analysts drew it: one technique came before another.
  case drawn
  /// As a log, a plan or a profile has it: techniques that run one after the other.
  case run
}
