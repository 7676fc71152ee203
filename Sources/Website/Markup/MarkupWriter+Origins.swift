extension MarkupWriter {
  /// Whose something is, where it is not ATT&CK's, with the sign that the style gives it.
  mutating func own(_ origin: String?) {
    guard let origin else { return }
    put(" ")
    element("span", origin, Attribute("class", "own"))
  }
}
