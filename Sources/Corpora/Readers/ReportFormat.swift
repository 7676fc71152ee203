/// A format of files that a team's reports lie in; the raw value is its name on the command line.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// A table with a row for each technique of a report.
  case csv
  /// A table of sets of techniques, each with how many reports have just these.
  case sets
  /// The export of test cases from VECTR.
  case vectr
  /// The export of a list from OpenCTI as a table.
  case openCTITable = "opencti-csv"
  /// STIX 2.0 or 2.1, as OpenCTI, MISP and others write it.
  case stix
  /// Events of MISP.
  case misp
  /// Attack Flow, in its three shapes.
  case flow
  /// Layers of ATT&CK Navigator.
  case layer
  /// The dataset of the Technique Inference Engine.
  case tie
  /// Logs of executed procedures, as ATTiRe has them.
  case attire
  /// Adversary emulation plans of the Center for Threat-Informed Defense.
  case plan
  /// Threats of SCYTHE.
  case scythe
  /// Adversaries of CALDERA.
  case caldera

  /// What it is called in a sentence.
  package var title: String {
    switch self {
    case .csv: "table (CSV)"
    case .sets: "weighted sets (CSV)"
    case .vectr: "VECTR export"
    case .openCTITable: "OpenCTI table"
    case .stix: "STIX"
    case .misp: "MISP event"
    case .flow: "Attack Flow"
    case .layer: "Navigator layer"
    case .tie: "TIE dataset"
    case .attire: "ATTiRe log"
    case .plan: "emulation plan"
    case .scythe: "SCYTHE threat"
    case .caldera: "CALDERA adversary"
    }
  }
}
