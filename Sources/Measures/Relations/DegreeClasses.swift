/// The members of one side of a 0/1 matrix, grouped by their degree.
///
/// A null that keeps the degrees treats the members of a class alike, so it is fitted on classes.
package struct DegreeClasses: Equatable, Sendable {
  /// The distinct degrees, ascending; 0 is one of them where it occurs.
  package let degrees: [Int]
  /// How many members (or sightings of them) each class holds.
  package let sizes: [Int]
  /// The class of each member.
  package let classes: [Int]

  /// - Parameters:
  ///   - degrees: of each member.
  ///   - weights: how many sightings each member counts for; one by default.
  package init(of degrees: [Int], weights: [Int]? = nil) {
    let distinct = Set(degrees).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    self.degrees = distinct
    classes = degrees.compactMap { indices[$0] }
    var sizes = Array(repeating: 0, count: distinct.count)
    for (member, index) in classes.enumerated() { sizes[index] += weights?[member] ?? 1 }
    self.sizes = sizes
  }

  package var count: Int { degrees.count }
}
