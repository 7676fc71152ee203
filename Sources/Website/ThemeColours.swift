/// Colours that a team sets instead of ours: variables of the style sheet, by theme.
package struct ThemeColours: Equatable, Sendable {
  /// `#rgb` or `#rrggbb` by the name of a variable.
  private let light: [String: String]
  private let dark: [String: String]

  package init(light: [String: String] = [:], dark: [String: String] = [:]) {
    self.light = light
    self.dark = dark
  }

  /// What a theme may set: text, muted text, hairlines, edges, soft and plain ground, links, bars,
  /// and the mark of the expected.
  package static let names = ["fg", "mut", "line", "edge", "soft", "bg", "link", "bar", "hot"]

  package static func isColour(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return text.hasPrefix("#") && [3, 6].contains(digits.utf8.count)
      && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// A style sheet that sets them; `nil` if there is nothing to set.
  var css: String? {
    guard !light.isEmpty || !dark.isEmpty else { return nil }
    return """
      :root { \(Self.rules(light)) }
      @media screen and (prefers-color-scheme: dark) {
        :root:not([data-theme=light]) { \(Self.rules(dark)) }
      }
      @media screen {
        :root[data-theme=dark] { \(Self.rules(dark)) }
      }

      """
  }

  private static func rules(_ colours: [String: String]) -> String {
    colours.sorted { $0.key < $1.key }.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
  }
}

extension AssetFolder {
  /// The same with a style sheet for a team's colours, which precedes its own style sheets.
  package func colored(by colours: ThemeColours) -> AssetFolder {
    guard let css = colours.css else { return self }
    var assets = self
    assets.add(Array(css.utf8), named: "site-colours.css")
    return assets
  }
}
