/// All techniques at a glance: a square each, tactic by tactic, in the colour of its reports.
package struct Mosaic: Sendable {
  package let legend: Legend
  package let tactics: [Tactic]

  package struct Tactic: Sendable {
    package let name: String
    package let path: String
    /// `35 of 45 reported`.
    package let subtitle: String
    /// The most reported, each with its number of reports.
    package let first: [(link: Link, count: Int)]
    /// The level of each technique, the most reported first; 0 is in no report.
    package let levels: [Int]
  }
}
