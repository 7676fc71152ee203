import Corpora

/// Where reports lie that are read beside ATT&CK's, and what they are taken for.
struct EvidencePath: Equatable, Sendable {
  /// A file, or a folder that is read whole.
  let path: String
  /// `nil` if the content of each file is to tell it.
  var format: ReportFormat?
  /// What readers see of a public set: `TIE`.
  var name: String?
  var isPublic = false

  /// The same at another path.
  func at(_ path: String) -> EvidencePath {
    EvidencePath(path: path, format: format, name: name, isPublic: isPublic)
  }

  /// Takes the values of `--reports` and `--as`, of which a format holds for the paths behind it; one
  /// without paths holds for those of `--reports`.
  static func all(reports: [String], formats: [String]) -> [EvidencePath] {
    var ofAs: [EvidencePath] = []
    var format: ReportFormat?
    for word in formats {
      if let next = ReportFormat(rawValue: word) {
        format = next
      } else {
        ofAs.append(EvidencePath(path: word, format: format))
      }
    }
    return reports.map { EvidencePath(path: $0, format: ofAs.isEmpty ? format : nil) } + ofAs
  }
}
