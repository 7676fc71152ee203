/// A campaign that ATT&CK attributes to a group.
package struct Attribution: Hashable, Sendable {
  package let campaign: Index<Actor>
  package let group: Index<Actor>
}
