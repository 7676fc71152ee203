import ArgumentParser
import Attack
import Corpora
import Foundation
import Measures
import Pages
import Storage
import Text

/// Which notices end a strict build.
struct Strictness {
  /// `new`: what is no oddity of MITRE's own, and was not in the site that is replaced; or `all`.
  enum Scope: String, ExpressibleByArgument, CaseIterable { case new, all }

  private let scope: Scope
  /// The names of the kinds that are let pass.
  private let allowed: Set<String>

  init(_ scope: Scope, allowing kinds: [String]) {
    self.scope = scope
    allowed = Set(kinds)
  }

  /// - Throws: `CommandError` that names the kinds, and says what to do.
  func check(_ notices: NoticeLines, replacing site: EarlierNotices?) throws {
    let kinds = notices.kinds.filter {
      !allowed.contains($0.name)
        && (scope == .all || !$0.isOrdinary && !(site?.kinds.contains($0.name) ?? false))
    }
    guard !kinds.isEmpty else { return }
    let named = Format.list(kinds.map { "\($0.name) (\(Format.count($0.count)))" })
    throw CommandError(
      "--strict\(scope == .all ? "=all" : ""): \(Format.count(kinds.count, "kind")) of notice"
        + "\(reason(site)): \(named); nothing was written",
      "mend what the notices name, or let them pass with "
        + kinds.map { "--allow \($0.name)" }.joined(separator: " "))
  }

  private func reason(_ site: EarlierNotices?) -> String {
    if scope == .all { return "" }
    return site == nil
      ? " that ATT&CK's own releases do not give" : " that the site to be replaced did not have"
  }

  /// What is wrong with the name of a kind; `nil` if there is such a kind.
  static func flaw(inKind name: String) -> String? {
    guard !kinds.contains(name) else { return nil }
    let near = Suggestion.nearest(to: name, among: kinds).map { "; did you mean `\($0)`?" } ?? ""
    return "--allow: `\(name)` is not a kind of notice\(near)\nKinds: "
      + kinds.joined(separator: ", ")
  }

  /// The names of all that a build can give.
  static let kinds =
    [
      Notice.Kind.ofBundles, Notice.Kind.ofReports, Notice.Kind.ofCapabilities,
      Notice.Kind.ofMeasures, Notice.Kind.ofTeam,
    ].flatMap(\.self).map(\.name)
}

/// The kinds of notices that the build of an earlier site gave, as its `data/notices.json` has them.
struct EarlierNotices: Decodable {
  private let notices: [Entry]

  var kinds: Set<String> { Set(notices.map(\.kind)) }

  /// Of the site in a folder; `nil` if there is none, or none that has them.
  init?(ofSiteIn folder: String) {
    guard let bytes = try? SourceReader.bytes(of: "\(folder)/\(RecordPath.notices)"),
      let found = try? JSONDecoder().decode(EarlierNotices.self, from: Data(bytes))
    else { return nil }
    self = found
  }

  private struct Entry: Decodable { let kind: String }
}
