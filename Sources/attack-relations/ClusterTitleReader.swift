import Attack
import Pages

/// Reads the titles of clusters: `{T1486: Ransomware}`, or a list of `{id, title}`.
enum ClusterTitleReader {
  /// - Throws: `CommandError`.
  static func read(_ field: YAMLField, _ patterns: IDPatterns) throws -> [ClusterTitle] {
    let titles: [(id: YAMLField, title: YAMLField)] =
      field.isList
      ? try field.list().map(entry) : try field.entries().map { ($0.name, $0.value) }
    var seen: Set<TechniqueID> = []
    return try titles.map { id, title in
      let text = try id.text()
      guard let parsed = TechniqueID(text, patterns) else {
        throw id.complaint("expected a cluster's id such as `T1486`, found `\(text)`")
      }
      guard seen.insert(parsed).inserted else {
        throw id.complaint("a second title of the cluster `\(text)`")
      }
      return ClusterTitle(id: parsed, title: try self.title(title), source: id.location)
    }
  }

  private static func entry(_ field: YAMLField) throws -> (id: YAMLField, title: YAMLField) {
    let fields = try field.fields(known: ["id", "title"])
    guard let id = fields["id"], let title = fields["title"] else {
      throw field.complaint("expected an `id` and a `title`")
    }
    return (id, title)
  }

  private static func title(_ field: YAMLField) throws -> String {
    let text = try field.text()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw field.complaint("expected a title")
    }
    return text
  }
}
