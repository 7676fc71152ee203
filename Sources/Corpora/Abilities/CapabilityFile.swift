import Yams

/// What a file of capabilities holds: procedures in our own form, or abilities of CALDERA.
package enum CapabilityFile: Sendable {
  case capabilities(Capabilities)
  /// Abilities, and what beside them is none. Those of all files are imported together
  /// (`AbilityImport`): what one of them needs depends on what the others give.
  case abilities([Ability], remarks: [ReportFile.Remark])

  /// Reads the bytes of a file, whose content tells what it is.
  ///
  /// - Parameters:
  ///   - bytes: as they lie in the file; UTF-8.
  ///   - known: facts that other files have words for, so that this one need not.
  /// - Throws: `ReportError`.
  package init(_ bytes: [UInt8], known: some Sequence<EnablingFact> = []) throws(ReportError) {
    let documents = try YAMLContent.documents(bytes)
    if let root = documents.first, root["procedures"] != nil || root["version"] != nil {
      guard documents.count == 1 else {
        throw .unusable(documents[1].place, "expected one document, found \(documents.count)")
      }
      self = .capabilities(try CapabilityReader.read(root, known: Set(known)))
    } else {
      let read = try AbilityReader(documents)
      self = .abilities(read.abilities, remarks: read.remarks)
    }
  }
}
