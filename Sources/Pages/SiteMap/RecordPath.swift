/// Where the files are that programs read.
package enum RecordPath {
  /// The folder of numbers.
  package static let data = "data/"
  /// What the site was built from.
  package static let site = data + "site.json"
  /// MITRE's terms for the texts of ATT&CK.
  package static let license = data + "LICENSE-ATTACK.txt"
  /// How many notices of each kind its build gave.
  package static let notices = data + "notices.json"
  package static let cooccurrence = data + "cooccurrence.csv"
  package static let techniques = data + "techniques.csv"
  package static let reports = data + "reports.csv"
  package static let sets = data + "sets.csv"
  /// The reports that count nowhere.
  package static let leftOut = data + "left-out.csv"
  package static let whereToLook = data + "where-to-look.csv"
  package static let bases = data + "bases.csv"
  package static let suggestions = data + "suggestions.csv"
  /// What the team covers.
  package static let coverage = data + "coverage.csv"
  /// Which technique comes before which.
  package static let order = data + "order.csv"
  /// Which technique gives what another needs.
  package static let enables = data + "enables.csv"
  package static let clusters = data + "clusters.csv"
  package static let changes = data + "changes.csv"
  package static let changedPairs = data + "changed-pairs.csv"
  package static let evaluation = data + "evaluation.json"
  /// What each table is, for programs.
  package static let package = data + "datapackage.json"
  /// What to look for besides each technique, a line each.
  package static let suggestionLines = data + "techniques.jsonl"
  /// The firm pairs, as relationships of STIX.
  package static let relations = data + "relations.stix.json"

  /// The layer of an object or a report, by its id.
  package static func layer(of id: String) -> String { "layers/\(id).json" }

  /// What is new, for readers of feeds.
  package static let feed = "feed.xml"
  /// All pages, for search engines.
  package static let sitemap = "sitemap.xml"
  /// The folder of style sheets, scripts and images.
  package static let assets = "assets/"
}
