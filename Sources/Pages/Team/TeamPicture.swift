/// A picture that lies beside a team's pages, which the site has beside theirs, under the same name.
package struct TeamPicture: Equatable, Sendable {
  /// From the root of the site: `pages/network.png`.
  package let path: String
  package let bytes: [UInt8]
}
