import Attack
import Corpora
import Storage
import Text

/// Reads files and folders of capabilities, our own form and CALDERA's.
struct CapabilityLoader: Sendable {
  /// In the order in which they were named; those of a folder by their paths.
  private(set) var files: [File] = []
  private(set) var notices: [Notice] = []

  /// A file as it was read.
  struct File: Sendable {
    let source: SourceFile
    let content: CapabilityFile

    var path: String { source.path }
  }

  /// - Parameters:
  ///   - paths: what was named; `-` is standard input.
  ///   - known: facts that need no words in any of them.
  /// - Throws: `CommandError` for a file that was named itself and cannot be read.
  init(_ paths: [String], known: some Sequence<EnablingFact> = []) throws {
    var facts = Set(known)
    for path in paths.map(SourceFile.path) {
      let isFolder = (try? SourceReader.hasFolder(at: path)) ?? false
      for source in isFolder
        ? try SourceFile.tree(path, expected: Self.expected) : [try Self.source(path)]
      {
        do throws(ReportError) {
          let content = try CapabilityFile(source.bytes ?? [], known: facts)
          if case .capabilities(let all) = content { facts.formUnion(all.titles.keys) }
          files.append(File(source: source, content: content))
        } catch {
          guard isFolder else { throw CommandError(error, in: source.path) }
          notices.append(
            Notice(.unreadCapabilityFile, at: "`\(source.path)`: \(error.words)"))
        }
      }
    }
    notices += files.flatMap(\.notices)
  }

  /// Without any.
  init() {}

  private static func source(_ path: String) throws -> SourceFile {
    try SourceFile(named: path, expected: expected)
  }

  private static let expected = "a file or a folder of CALDERA's abilities, or of capabilities"

  /// The abilities of all files.
  var abilities: [Ability] {
    files.flatMap { file -> [Ability] in
      if case .abilities(let abilities, _) = file.content { abilities } else { [] }
    }
  }

  /// The files that are in our own form.
  var own: [(path: String, capabilities: Capabilities)] {
    files.compactMap { file in
      if case .capabilities(let capabilities) = file.content {
        (file.path, capabilities)
      } else {
        nil
      }
    }
  }

  /// What all files say, as the team's own.
  var capabilities: Capabilities {
    own.reduce(AbilityImport(abilities).capabilities) { $0.adding($1.capabilities) }.own
  }
}

extension CapabilityLoader {
  /// What a site starts with: its own file, else the tool's.
  ///
  /// - Throws: `CommandError`.
  static func starter(_ file: SourceFile?) throws -> Capabilities {
    guard let file else { return Capabilities() }
    do throws(ReportError) {
      guard case .capabilities(let capabilities) = try CapabilityFile(file.bytes ?? []) else {
        throw .unusable(nil, "expected `version: 1` and `procedures`, found abilities of CALDERA")
      }
      return capabilities
    } catch {
      throw CommandError(error, in: file.path)
    }
  }
}

extension CapabilityLoader.File {
  /// What in it is none of what it should be.
  fileprivate var notices: [Notice] {
    guard case .abilities(_, let remarks) = content else { return [] }
    return remarks.map { remark in
      let place = remark.place.map { ":\($0)" } ?? ""
      return Notice(.partOfCapabilityFile, at: "`\(path)\(place)`: \(remark.text)")
    }
  }
}
