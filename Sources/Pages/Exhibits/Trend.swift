/// The share of each year's reports, as a small chart.
package struct Trend: Sendable {
  package let title: String
  package let years: [Year]

  package struct Year: Sendable {
    package let year: Int
    package let count: Int
    package let of: Int

    package var share: Double { of == 0 ? 0 : Double(count) / Double(of) }
  }
}
