import Text

/// How far a report may be passed on, by the Traffic Light Protocol of FIRST.
///
/// Versions 1 and 2 of the protocol, which calls white "clear".
package enum TLP: String, Comparable, CaseIterable, Sendable {
  case clear, white, green, amber
  case amberStrict = "amber+strict"
  case red

  /// Whether a text is one of the protocol's: `tlp:amber`, `TLP:AMBER+STRICT`; not `PAP:RED`.
  package init?(tag: String) {
    let text = tag.trimmed.lowercased()
    guard text.hasPrefix("tlp"), let sign = text.dropFirst(3).first, ":-_ ".contains(sign)
    else { return nil }
    self.init(colour: String(text.dropFirst(4)))
  }

  /// The strictest of the markings in a list with commas or semicolons, of which some may be of another kind.
  package init?(strictestOf list: String) {
    let parts = list.split { ",;|".contains($0) || $0.isNewline }
    guard let tlp = parts.compactMap({ Self(tag: String($0)) }).max() else { return nil }
    self = tlp
  }

  /// From its colour alone: `amber`, `AMBER+STRICT`.
  package init?(colour: String) {
    let words = colour.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "+" }
    guard let tlp = Self(rawValue: words.joined(separator: "+")) else { return nil }
    self = tlp
  }

  /// From the id of a marking definition that STIX 2.1, version 2 of the protocol or OpenCTI has for all.
  package init?(marking id: String) {
    let markings: [(String, TLP)] = [
      ("613f2e26-407d-48c7-9eca-b8e91df99dc9", .white),
      ("34098fce-860f-48ae-8e50-ebd3cc5e41da", .green),
      ("f88d31f6-486f-44da-b317-01333bde0b82", .amber),
      ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", .red),
      ("94868c89-83c2-464b-929b-a1a8aa3c8487", .clear),
      ("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", .green),
      ("55d920b0-5e8b-4f79-9ee9-91f868d9b421", .amber),
      ("939a9414-2ddd-4d32-a0cd-375ea402b003", .amberStrict),
      // OpenCTI's own, beside the four of STIX 2.1.
      ("826578e1-40ad-459f-bc73-ede076f81f37", .amberStrict),
      ("e828b379-4e03-4974-9ac4-e53a884c97c1", .red),
    ]
    guard let found = markings.first(where: { "marking-definition--\($0.0)" == id }) else {
      return nil
    }
    self = found.1
  }

  /// As a reader sees it: `TLP:AMBER`.
  package var title: String { "TLP:\((self == .white ? .clear : self).rawValue.uppercased())" }

  /// What a page says of how far it may be passed on: its strictest marking, else `INTERNAL` where any of it is the
  /// team's own; `nil` where nothing says.
  package static func marking(_ strictest: TLP?, isInternal: Bool) -> String? {
    strictest?.title ?? (isInternal ? "INTERNAL" : nil)
  }

  private var rank: Int {
    switch self {
    case .clear, .white: 0
    case .green: 1
    case .amber: 2
    case .amberStrict: 3
    case .red: 4
    }
  }

  /// Less strict before stricter.
  package static func < (left: TLP, right: TLP) -> Bool { left.rank < right.rank }
}

/// The stricter of two markings, of which either may be missing.
func max(_ one: TLP?, _ other: TLP?) -> TLP? {
  guard let one, let other else { return one ?? other }
  return Swift.max(one, other)
}
