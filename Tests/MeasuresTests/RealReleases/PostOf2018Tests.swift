import Measures
import Testing

/// The counts that the text of MITRE's post of 2018 names, from the release of its time.
@Suite(.enabled(if: RealRelease.areHere))
struct PostOf2018Tests {
  @Test(arguments: [
    ("T1047", "T1086", 14), ("T1047", "T1043", 5), ("T1047", "T1023", 1), ("T1047", "T1120", 0),
    ("T1043", "T1086", 6), ("T1086", "T1204", 5),
    // The post prints 8; distinct reports give 9.
    ("T1003", "T1047", 9),
  ])
  func `the post's own numbers come out`(one: Substring, other: Substring, together: Int) throws {
    let release = try RealRelease.named("enterprise-attack-2.0")
    let counts = PairCounts(release.matrix)
    #expect(try counts.together(release.column(one), release.column(other)) == together)
  }
}
