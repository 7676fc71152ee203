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

  /// What a page's scripts may load on first use: its own data scripts and those of every page, by
  /// name, and further scripts, by their files; a name that the site does not have is left out.
  func onUse(_ names: [String], _ scripts: [String] = []) -> [(name: String, path: String)] {
    addresses.filter { $0.isEverywhere || names.contains($0.name) }
      .map { ($0.name, path($0.name + ".js")) }
      + scripts.map { (String($0.prefix { $0 != "." }), path($0)) }
  }

  /// A data script of the site.
  struct Generated: Equatable, Sendable {
    let name: String
    let isEverywhere: Bool
  }
}
