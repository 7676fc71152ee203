package import Records

extension AssetFolder {
  /// The same with data that is made at each build, named by its hash as the files are.
  package func adding(_ scripts: [DataScript]) -> AssetFolder {
    var all = self
    for script in scripts {
      all.add(Array(script.text.utf8), named: script.name + ".js")
      all.addresses.append(Generated(name: script.name, isEverywhere: script.isEverywhere))
    }
    return all
  }

  /// What a page's scripts may load on first use, by the names of its own data scripts and those of
  /// every page; a name that the site does not have is left out.
  func onUse(_ names: [String]) -> [(name: String, path: String)] {
    addresses.filter { $0.isEverywhere || names.contains($0.name) }
      .map { ($0.name, path($0.name + ".js")) }
  }

  /// A data script of the site.
  struct Generated: Sendable {
    let name: String
    let isEverywhere: Bool
  }
}
