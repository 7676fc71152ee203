import Attack

/// Where MITRE's own pages stand.
enum AttackSite {
  static func address(of technique: Technique) -> String {
    let path = technique.id.description.replacing(".", with: "/")
    return "https://attack.mitre.org/techniques/\(path)/"
  }

  static func address(of actor: Actor) -> String {
    "https://attack.mitre.org/\(actor.kind.folder)/\(actor.id)/"
  }
}
