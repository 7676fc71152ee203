package import Attack
package import Corpora

// Links to the pages of objects.

extension Technique {
  /// By its id and its name.
  package var link: Link { Link("\(id) \(name)", to: path) }

  /// By its name alone.
  var nameLink: Link { Link(name, to: path) }
}

extension Tactic {
  var link: Link { Link(name, to: path) }
}

extension Actor {
  package var link: Link { Link(name, to: path) }
}

extension Report {
  /// By its title, of 80 letters at most.
  package var link: Link {
    let most = 80
    return Link(title.count > most ? title.prefix(most - 1) + "…" : title, to: path)
  }
}
