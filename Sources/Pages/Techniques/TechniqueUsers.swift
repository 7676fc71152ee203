import Attack
import Corpora
import Text

/// Who is recorded with a technique: its groups, campaigns and software, by their names.
struct TechniqueUsers {
  private let actors: IndexedList<Actor, Actor>
  private let proceduresOfActor: IndexedList<Actor, [Index<Corpus.Procedure>]>
  /// Indices in `Knowledge.actors`.
  private let users: [Index<Actor>]

  init(_ actors: IndexedList<Actor, Actor>, _ corpus: Corpus, of index: Index<Technique>) {
    self.actors = actors
    proceduresOfActor = corpus.proceduresOfActor
    users = corpus.actors(of: index)
  }

  /// Those of one kind, as a page names them.
  struct Names: Sendable {
    /// `85 groups`.
    let title: String
    let names: String
  }

  var isEmpty: Bool { users.isEmpty }

  /// Whether a kind has more than a technique's page names.
  var isLong: Bool { Actor.Kind.allCases.contains { count($0) > PageLimits.users } }

  /// `39 groups, 88 software, 11 campaigns`.
  var counts: String {
    Actor.Kind.allCases.compactMap { kind in
      let count = count(kind)
      let plural = kind == .software ? "software" : kind.rawValue + "s"
      return count == 0 ? nil : Format.count(count, kind.rawValue, plural)
    }.joined(separator: ", ")
  }

  /// The names of a kind as links: all of them, or those recorded with most techniques and where
  /// the rest are.
  func names(_ kind: Actor.Kind, at location: PageLocation, rest: String? = nil) -> Names? {
    let all = users.filter { actors[$0].kind == kind }
    guard !all.isEmpty else { return nil }
    let most = rest == nil ? all.count : PageLimits.users
    let kept = all.sorted {
      (proceduresOfActor[$1].count, $0) < (proceduresOfActor[$0].count, $1)
    }.prefix(most)
    let links = byName(Array(kept)).map { actor in
      MarkdownText.link(actors[actor].name, location.href(actors[actor].path))
    }
    let more = rest.flatMap { path in
      all.count > most ? " · [and \(all.count - most) more](\(location.href(path)))" : nil
    }
    return Names(
      title: title(kind, all.count), names: links.joined(separator: " · ") + (more ?? ""))
  }

  private func byName(_ users: [Index<Actor>]) -> [Index<Actor>] {
    let named = users.map { (name: actors[$0].name.lowercased(), actor: $0) }
    return named.sorted { left, right in
      left.name == right.name
        ? actors[left.actor].id < actors[right.actor].id : left.name < right.name
    }.map(\.actor)
  }

  private func count(_ kind: Actor.Kind) -> Int {
    users.count { actors[$0].kind == kind }
  }

  private func title(_ kind: Actor.Kind, _ count: Int) -> String {
    Format.count(
      count, kind == .software ? "piece of software" : kind.rawValue,
      kind == .software ? "pieces of software" : kind.rawValue + "s")
  }
}

extension TechniqueUsers.Names: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("names", \.names),
  ]
}
