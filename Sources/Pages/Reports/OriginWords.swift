package import Attack
package import Corpora
import Text

extension OriginTally {
  /// `3 of them ours, 2 from TIE`; `nil` where all are ATT&CK's.
  package var ofThem: String? {
    guard !isOfAttackAlone else { return nil }
    let own =
      ours == 0
      ? []
      : [
        ours == all && all > 1
          ? "all of them ours" : "\(Format.count(ours)) \(all == 1 ? "ours" : "of them ours")"
      ]
    return Format.list(own + sets.map { "\(Format.count($0.count)) from \($0.name)" })
  }

  /// `31 are ours and 28 are from TIE`.
  var inSentence: String {
    guard !isOfAttackAlone else { return "all are ATT&CK’s" }
    return Format.list(
      (ours == 0 ? [] : ["\(Format.count(ours)) \(ours == 1 ? "is" : "are") ours"])
        + sets.map { "\(Format.count($0.count)) \($0.count == 1 ? "is" : "are") from \($0.name)" })
  }

  /// `3 ours, 2 TIE`, beside a count; `nil` where all are ATT&CK's.
  var short: String? {
    guard !isOfAttackAlone else { return nil }
    return
      ((ours == 0 ? [] : ["\(Format.count(ours)) ours"])
      + sets.map { "\(Format.count($0.count)) \($0.name)" }).joined(separator: ", ")
  }
}

extension Report.Origin {
  /// `ATT&CK`, `ours`, `TIE`, `public flows`; `sets` are the names of the public sets.
  package func words(_ sets: [String]) -> String {
    switch self {
    case .attack: "ATT&CK"
    case .flows: "public flows"
    default: set.map { sets[$0] } ?? "ours"
    }
  }
}

extension Corpus {
  /// Whose a report is: `ATT&CK`, `ours`, `TIE`.
  func words(_ origin: Report.Origin) -> String { origin.words(sets) }

  /// All whose reports there can be, the most public first; none where all are ATT&CK's.
  package var originNames: [String] {
    guard isMixed else { return [] }
    let origins = Set(reports.map(\.origin)).sorted()
    return origins.map(words)
  }

  /// All whose a report is: `ATT&CK, ours`.
  package func originsInWords(of report: Report) -> String {
    report.origins.map(words).joined(separator: ", ")
  }

  /// Whose word it is that a report cites all of some techniques: `ours`; `nil` where it is ATT&CK's.
  func mark(of report: Index<Report>, citing techniques: [Index<Technique>]) -> String? {
    guard isMixed else { return nil }
    let origin = techniques.map { self.origin(of: report, citing: $0) }.max() ?? .attack
    return origin == .attack ? nil : words(origin)
  }
}

extension CountedCorpus {
  /// The reports that cite both techniques, by whose they are.
  package func tally(citing technique: Index<Technique>, _ partner: Index<Technique>) -> OriginTally
  {
    guard whole.isMixed else { return OriginTally(0) }
    return tally(reports(citing: technique, partner), citing: [technique, partner])
  }

  /// The reports that cite a technique, by whose they are.
  package func tally(citing technique: Index<Technique>) -> OriginTally {
    tally(reportsOfTechnique[technique], citing: [technique])
  }

  /// What a figure of all reports says where some are the team's own; `nil` otherwise.
  var ownNote: String? { tally.ours > 0 ? "◆ some of the reports are ours" : nil }
}

extension Corpus {
  /// The cell of a table that says whose a report is.
  func originCell(_ report: Index<Report>) -> Cell {
    let report = reports[report]
    return .origin(originsInWords(of: report), isMarked: report.origins != [.attack])
  }
}
