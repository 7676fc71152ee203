/// Breaks a name into the two lines that a cell has room for.
enum TextLines {
  /// - Parameter most: letters a line; what is longer is cut with an ellipsis.
  static func split(_ name: String, most: Int) -> [String] {
    guard name.count > most else { return [name] }
    let words = pieces(of: name)
    var first = ""
    var used = 0
    for word in words {
      guard (first + word).trimmedEnd.count <= most else { break }
      first += word
      used += 1
    }
    let rest = words[used...].joined()
    if first.isEmpty { return [cut(name, most)] }
    return [first.trimmedEnd, cut(rest, most)]
  }

  /// Words with the blank or hyphen that ends them.
  private static func pieces(of name: String) -> [String] {
    var pieces = [""]
    for letter in name {
      pieces[pieces.count - 1].append(letter)
      if letter == " " || letter == "-" || letter == "/" { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    text.count <= most ? text : String(text.prefix(most - 1)).trimmedEnd + "…"
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
