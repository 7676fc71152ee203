import Corpora
import Pages

extension MarkupWriter {
  /// Whose something is, where it is not ATT&CK's, with the sign that the style gives it.
  mutating func own(_ origin: String?) {
    guard let origin else { return }
    put(" ")
    whose(origin)
  }
}

extension MarkupWriter {
  /// The team's own has another sign than what is of public sets alone.
  mutating func whose(_ origin: String) {
    let isOwn = origin.split(separator: ",").contains { $0.split(separator: " ").last == "ours" }
    element("span", origin, Attribute("class", isOwn ? "own" : "set"))
  }

  /// How far a technique is covered, with its sign.
  mutating func covered(_ state: Coverage.State?) {
    guard let state else { return }
    element("span", "\(state.sign) \(state.words)", Attribute("class", "cov"))
  }
}
