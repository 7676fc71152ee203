import ArgumentParser

/// Where a hunt plan has what nothing of a team's covers.
enum GapOrder: String, ExpressibleByArgument, CaseIterable {
  /// To hunt for it.
  case first
  /// To verify what is covered.
  case last
}
