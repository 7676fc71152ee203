/// A file of weighted sets, and whose they are.
package struct SetFile: Sendable {
  package let name: String
  package let origin: Report.Origin
  package let sets: TechniqueSets

  package init(name: String, origin: Report.Origin, sets: TechniqueSets) {
    self.name = name
    self.origin = origin
    self.sets = sets
  }
}
