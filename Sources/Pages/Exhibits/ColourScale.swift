import Foundation

/// The seven colours of a figure, and which number gets which.
enum ColourScale {
  /// Counts, by powers of two: 1, 2–3, 4–7, … 64 and more.
  static func count(_ value: Int) -> Int {
    value < 1 ? 1 : min(7, Int.bitWidth - value.leadingZeroBitCount)
  }

  static let countLabels = ["1", "2–3", "4–7", "8–15", "16–31", "32–63", "64+"]

  /// The reports of one group, campaign or piece of software: few, so that each has its colour.
  static func few(_ value: Int) -> Int {
    switch value {
    case ..<5: max(2, value + 1)
    case ..<10: 6
    default: 7
    }
  }

  static let fewLabels = ["1", "2", "3", "4", "5–9", "10+"]

  /// The reports of a technique among all, in a mosaic.
  static func total(_ value: Int) -> Int {
    switch value {
    case 0: 0
    case ..<3: 2
    case ..<10: 3
    case ..<25: 4
    case ..<100: 5
    case ..<250: 6
    default: 7
    }
  }

  static let totalLabels = ["1–2", "3–9", "10–24", "25–99", "100–249", "250+"]

  /// Larger counts, in a map whose largest is `most`: the powers are shifted so that the seventh
  /// colour is used, and no more.
  struct Counts {
    private let shift: Int

    init(most: Int) {
      shift = min(2, max(0, Int.bitWidth - most.leadingZeroBitCount - 7))
    }

    func level(_ value: Int) -> Int { max(1, ColourScale.count(value >> shift)) }

    var labels: [String] {
      (0..<7).map { level in
        let low = level == 0 ? 1 : 1 << (level + shift)
        let high = (1 << (level + 1 + shift)) - 1
        return level == 6 ? "\(low)+" : low == high ? "\(low)" : "\(low)–\(high)"
      }
    }
  }

  /// Shares, by tenths: below 10 %, … 60 % and more.
  static func share(_ value: Double) -> Int { min(7, Int(value * 10) + 1) }

  static let shareLabels = ["<10", "10–19", "20–29", "30–39", "40–49", "50–59", "60+"]

  /// Observed over expected, around 1.
  static func ratio(_ value: Double) -> Int {
    switch value {
    case ..<0.5: 1
    case ..<0.8: 2
    case ..<1.25: 3
    case ..<1.5: 4
    case ..<2: 5
    case ..<3: 6
    default: 7
    }
  }

  static let ratioLabels = ["<0.5", "0.5–0.8", "0.8–1.25", "1.25–1.5", "1.5–2", "2–3", "3+"]

  /// The rarer, the stronger: how many of all reports cite a technique.
  static func rarity(_ value: Int) -> Int { max(2, 8 - max(1, count(value >> 3))) }

  static let rarityLabels = ["256+", "128–255", "64–127", "32–63", "16–31", "1–15"]
}
