package import Attack

/// What can be odd about files of capabilities.
extension Notice.Kind {
  package static let ofCapabilities = [
    unreadCapabilityFile, partOfCapabilityFile, unknownInCapabilities,
  ]

  package static let unreadCapabilityFile = Self(
    "unreadCapabilityFile", rank: 156, "files in folders of capabilities that could not be read")
  package static let partOfCapabilityFile = Self(
    "partOfCapabilityFile", rank: 157, "parts of your files of capabilities that do not count")
  package static let unknownInCapabilities = Self(
    "unknownInCapabilities", rank: 158,
    "procedures of techniques that this release does not have")
}

extension EnablingGraph {
  /// What is odd about the team's own procedures; those of the tool are of all domains at once.
  package var notices: [Notice] {
    unknown.filter(\.procedure.isOwn).map { procedure, entry in
      Notice(
        .unknownInCapabilities, at: "“\(procedure.name)”, \(entry.place): \(entry.technique)")
    }
  }
}
