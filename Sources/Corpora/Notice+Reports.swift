package import Attack
import Text

/// What can be odd about reports that are read beside ATT&CK's.
extension Notice.Kind {
  package static let ofReports = [
    unreadReportFile, partOfReportFile, unknownTechnique, emptyReport, unknownInCoverage,
    newerCoverage, otherCoverage, flowWithoutOrder,
  ]

  package static let unreadReportFile = Self(
    "unreadReportFile", rank: 150, "files in folders of reports or flows that could not be read")
  package static let unknownTechnique = Self(
    "unknownTechnique", rank: 151,
    "techniques named in your files that this release does not have")
  package static let partOfReportFile = Self(
    "partOfReportFile", rank: 152, "parts of your files that do not count")
  package static let emptyReport = Self(
    "emptyReport", rank: 153, "reports in your files that name no technique, and do not count")
}

extension Notice.Kind {
  package static let unknownInCoverage = Self(
    "unknownInCoverage", rank: 154, "techniques of your coverage that this release does not have")
  package static let newerCoverage = Self(
    "newerCoverage", rank: 155,
    "layers of coverage that were made for a newer release of ATT&CK than this one")
}

extension Notice.Kind {
  package static let otherCoverage = Self(
    "otherCoverage", rank: 160, "layers of coverage left out, of a domain that is not loaded")
}

extension Notice.Kind {
  package static let flowWithoutOrder = Self(
    "flowWithoutOrder", rank: 159, "files of flows that put no techniques in order")
}

extension Coverage {
  /// What is odd about it.
  package var notices: [Notice] {
    unknown.map { name, entry in
      Notice(.unknownInCoverage, at: "“\(name)”, \(entry.place): \(entry.technique)")
    } + newer.map { Notice(.newerCoverage, at: "“\($0.name)”: ATT&CK v\($0.attack)") }
      + otherDomains.map { Notice(.otherCoverage, at: "“\($0.name)”: \($0.domain)") }
  }
}

extension Evidence {
  /// What is odd about it, in the order of the files.
  package var notices: [Notice] { sources.flatMap(\.files).flatMap(\.notices) }
}

extension Evidence {
  /// Of public flows the files without any pair in order.
  package var withoutOrder: [Notice] {
    sources.flatMap(\.files).filter { $0.reports.allSatisfy(\.pairs.isEmpty) }
      .map { Notice(.flowWithoutOrder, at: "`\($0.name)`") }
  }
}

extension Evidence.File {
  fileprivate var notices: [Notice] {
    let parts = (remarks + (sets?.remarks ?? [])).map {
      notice(.partOfReportFile, $0.place, $0.text)
    }
    return parts + (sets?.unknown ?? []).map(notice) + reports.flatMap(notices)
  }

  private func notices(_ report: TeamReport) -> [Notice] {
    var notices = report.unknown.map(notice)
    notices += report.remarks.map { notice(.partOfReportFile, $0.place, $0.text) }
    if report.techniques.isEmpty {
      notices.append(notice(.emptyReport, report.place, "“\(report.title)”"))
    }
    return notices
  }

  private func notice(_ unknown: TeamReport.Unknown) -> Notice {
    notice(.unknownTechnique, unknown.place, unknown.technique.description)
  }

  private func notice(_ kind: Notice.Kind, _ place: TextPlace?, _ text: String) -> Notice {
    Notice(kind, at: "`\(name)\(place.map { ":\($0)" } ?? "")`: \(text)")
  }
}
