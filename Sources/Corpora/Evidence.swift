package import Attack
import Text

/// Reports that others than ATT&CK bring: a team's own, and public sets of third parties.
package struct Evidence: Sendable {
  /// In the order in which they were given.
  package let sources: [Source]
  /// Files in folders that could not be read.
  package let unread: [Unread]

  package init(_ sources: [Source], unread: [Unread] = []) {
    self.sources = sources
    self.unread = unread
  }

  /// A file that could not be read, and why, without what it holds: `is empty`.
  package struct Unread: Equatable, Sendable {
    package let name: String
    package let reason: String

    package init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  package static let none = Evidence([])

  /// Some files under one name.
  package struct Source: Sendable {
    /// What readers see: `TIE`; `nil` of a team's files that were only named.
    package let name: String?
    package let isPublic: Bool
    package let files: [File]

    package init(name: String?, isPublic: Bool, files: [File]) {
      self.name = name
      self.isPublic = isPublic
      self.files = files
    }
  }

  /// A file, and the reports in it.
  package struct File: Sendable {
    /// Without its folder.
    package let name: String
    package let format: ReportFormat
    package let reports: [TeamReport]
    /// Techniques that many reports share; `nil` of a file whose reports are known by themselves.
    package let sets: TechniqueSets?
    /// What the reader left out, and why.
    package let remarks: [ReportFile.Remark]

    package init(
      name: String, format: ReportFormat, reports: [TeamReport], sets: TechniqueSets? = nil,
      remarks: [ReportFile.Remark]
    ) {
      self.name = name
      self.format = format
      self.reports = reports
      self.sets = sets
      self.remarks = remarks
    }

    /// The techniques that it names.
    package var techniques: Set<Index<Technique>> {
      Set(reports.flatMap(\.techniques)).union(sets?.rows.flatMap(\.techniques) ?? [])
    }

    /// How many reports it has that name a technique.
    package var reportCount: Int {
      reports.count { !$0.techniques.isEmpty } + (sets?.reportCount ?? 0)
    }
  }
}

extension Evidence {
  package var isEmpty: Bool { sources.isEmpty && unread.isEmpty }

  /// The names of the public sets; those of one name are one set.
  package var setNames: [String] {
    sources.filter(\.isPublic).map(Self.name).distinct
  }

  /// A citation for each report and technique, in the order of the files.
  var citations: [Corpus.Citation] {
    reports.flatMap { Corpus.Citation.all(of: $0.report, from: $0.origin) }
  }

  /// The reports that say in which order their techniques were, in the order of the files.
  package var orders: [OrderBook.Report] {
    reports.compactMap { OrderBook.Report($0.report, from: $0.origin) }
  }

  /// The same of public flows, which bring nothing but their order.
  package var flows: [OrderBook.Report] {
    reports.compactMap { OrderBook.Report($0.report, from: .flows) }
  }

  /// All weighted sets, and whose they are.
  var weightedSets: [SetFile] {
    files.compactMap { file, origin in
      file.sets.map { SetFile(name: file.name, origin: origin, sets: $0) }
    }
  }

  /// All reports, and whose they are.
  private var reports: [(report: TeamReport, origin: Report.Origin)] {
    files.flatMap { file, origin in file.reports.map { ($0, origin) } }
  }

  /// All files, and whose they are.
  private var files: [(file: File, origin: Report.Origin)] {
    let sets = setNames
    return sources.flatMap { source in
      let origin =
        source.isPublic
        ? sets.firstIndex(of: Self.name(source)).map(Report.Origin.set) ?? .team : .team
      return source.files.map { ($0, origin) }
    }
  }

  private static func name(_ source: Source) -> String { source.name ?? "a public set" }
}
