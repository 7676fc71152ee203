import ArgumentParser

/// What the columns of a table of sightings are called: `report=incident,technique=ttp`.
struct SightingColumns: ExpressibleByArgument, Equatable {
  var report = "report"
  var technique = "technique"
  /// `nil` of a table without.
  var date: String?
  /// `nil` of a table without.
  var source: String?

  /// The columns `report` and `technique` alone.
  init() {}

  /// `nil` for all that is not a list of `role=name`, each role once.
  init?(argument: String) {
    var known: Set<Substring> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, known.insert(sides[0]).inserted else { return nil }
      let name = String(sides[1])
      switch sides[0] {
      case "report": report = name
      case "technique": technique = name
      case "date": date = name
      case "source": source = name
      default: return nil
      }
    }
  }
}
