package import Attack
package import Corpora
package import Measures

// The pages of objects.

extension Technique {
  package var path: String { PageKind.technique.path(of: id.description) }

  /// Its partners for programs.
  package var csv: String { PageKind.technique.csv(of: id.description) }

  /// Its matrix.
  var figure: String { PageKind.technique.figure(of: id.description) }
}

extension Tactic {
  package var path: String { PageKind.tactic.path(of: slug) }
}

extension Actor {
  package var path: String { kind.page.path(of: id.description) }
}

extension Actor.Kind {
  /// What kind of page they have.
  package var page: PageKind {
    switch self {
    case .group: .group
    case .software: .software
    case .campaign: .campaign
    }
  }
}

extension RetiredObject {
  /// What kind of page leads on from it.
  package var page: PageKind {
    switch kind {
    case .technique: .technique
    case .actor(let kind): kind.page
    }
  }

  package var path: String { page.path(of: id) }
}

extension Report {
  package var path: String { PageKind.report.path(of: id) }
}

extension SetSource {
  package var path: String { PageKind.report.path(of: id) }

  package var link: Link { Link(name, to: path) }
}

extension Subset {
  package var path: String { PageKind.subset.path(of: name) }

  /// The page that names the reports of its pairs.
  package var allPath: String { PageKind.subset.allPath(of: name) }

  /// Its pairs for programs.
  package var csv: String { PageKind.subset.csv(of: name) }

  /// One of its maps: `counts`, `percentages`, `expected`.
  func figure(_ name: String) -> String { PageKind.subset.figure(of: "\(self.name)-\(name)") }
}

extension ClusterCatalogue.Entry {
  /// Its page, or its row among the triples.
  package var path: String {
    cluster.hasPage ? PageKind.cluster.path(of: id) : "\(PageKind.cluster.path)#\(id)"
  }

  /// Its figure, where it has a page.
  package var figure: String { PageKind.cluster.figure(of: id) }

  /// Its pairs for programs, where it has a page.
  package var csv: String { PageKind.cluster.csv(of: id) }
}
