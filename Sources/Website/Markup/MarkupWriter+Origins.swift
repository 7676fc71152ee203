import Corpora
import Pages

extension MarkupWriter {
  /// Whose something is, where it is not ATT&CK's, with the sign that the style gives it.
  mutating func own(_ origin: String?) {
    guard let origin else { return }
    put(" ")
    element("span", origin, Attribute("class", "own"))
  }
}

extension MarkupWriter {
  /// How far a technique is covered, with its sign.
  mutating func covered(_ state: Coverage.State?) {
    guard let state else { return }
    element("span", "\(state.sign) \(state.words)", Attribute("class", "cov"))
  }
}
