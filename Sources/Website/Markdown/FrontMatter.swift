/// The head of a page's Markdown for programs that read YAML there: its title, and how far it may be passed on.
struct FrontMatter {
  let title: String
  /// `TLP:AMBER`.
  var tlp: String?

  /// A line for each, the lines around, and a blank one.
  var text: String {
    "---\ntitle: \"\(Self.escape(title))\"\n\(tlp.map { "tlp: \"\($0)\"\n" } ?? "")---\n\n"
  }

  /// The inside of a YAML text in double quotes, in one line.
  private static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar == "\"" || scalar == "\\": escaped += ["\\", scalar]
      case _ where scalar.properties.isWhitespace: escaped.append(" ")
      case .control, .format, .unassigned:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 8 - digits.count)
        escaped += "\\U\(zeros)\(digits)".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
