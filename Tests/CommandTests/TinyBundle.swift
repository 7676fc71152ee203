import Foundation

/// A bundle of a few techniques, and of reports that one group is cited for, as the JSON of STIX.
struct TinyBundle {
  /// The techniques that each report cites: `r0`, `r1`, ….
  let reports: [[String]]
  var techniques = ["T1001", "T1002", "T1003", "T1004"]
  /// Of all objects, and so of the data.
  var date = "2025-01-01"

  var json: String {
    let objects =
      [collection, group] + techniques.map(technique)
      + reports.enumerated().flatMap { number, cited in cited.map { use($0, citedBy: number) } }
    return "{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\n"
      + objects.joined(separator: ",\n") + "\n]}"
  }

  private var dates: String {
    "\"spec_version\": \"2.1\", \"created\": \"\(date)T00:00:00.000Z\", "
      + "\"modified\": \"\(date)T00:00:00.000Z\""
  }

  private var collection: String {
    "{\"type\": \"x-mitre-collection\", \"id\": \"x-mitre-collection--1\", \(dates), "
      + "\"name\": \"Enterprise ATT&CK\", \"x_mitre_version\": \"1.0\"}"
  }

  private var group: String {
    "{\"type\": \"intrusion-set\", \"id\": \"intrusion-set--1\", \(dates), \"name\": \"Some Group\", "
      + "\"external_references\": [{\"source_name\": \"mitre-attack\", \"external_id\": \"G0001\"}]}"
  }

  private func technique(_ id: String) -> String {
    "{\"type\": \"attack-pattern\", \"id\": \"attack-pattern--\(id)\", \(dates), "
      + "\"name\": \"Technique \(id)\", \"x_mitre_domains\": [\"enterprise-attack\"], "
      + "\"kill_chain_phases\": [{\"kill_chain_name\": \"mitre-attack\", "
      + "\"phase_name\": \"execution\"}], \"external_references\": "
      + "[{\"source_name\": \"mitre-attack\", \"external_id\": \"\(id)\"}]}"
  }

  private func use(_ technique: String, citedBy report: Int) -> String {
    "{\"type\": \"relationship\", \"id\": \"relationship--\(technique)-\(report)\", \(dates), "
      + "\"relationship_type\": \"uses\", \"source_ref\": \"intrusion-set--1\", "
      + "\"target_ref\": \"attack-pattern--\(technique)\", \"external_references\": "
      + "[{\"source_name\": \"r\(report)\", \"url\": \"https://example.org/r\(report)\"}]}"
  }
}
