import ArgumentParser
import Attack
import Text

/// `diff`: what changed from one release to another.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what changed from one release to another.",
    discussion: """
      Example: attack-relations diff enterprise-attack-17.1.json enterprise-attack-18.1.json

      Of several domains, a pair of bundles for each:
               attack-relations diff ent-17.1.json ent-18.1.json ics-17.1.json ics-18.1.json

      It tells what `changes.html` tells on a site that is built with --previous.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Argument(help: "The older bundle.", completion: .bundle)
  var old: String

  @Argument(help: "The newer bundle of the same domain.", completion: .bundle)
  var new: String

  @Argument(help: "An older and a newer bundle of each further domain.", completion: .bundle)
  var further: [String] = []

  @Option(help: "How the answer is written: text, json (all of it) or markdown.")
  var format = Format.text

  @Option(help: "How many changes of each kind text and markdown name; JSON has all.")
  var top = 20

  @OptionGroup var team: TeamSite

  @Option(
    help: "The ATT&CK release, such as 4.0, of older bundles of STIX 2.0, which do not state it.")
  var release: String?

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top wants a number of 1 or more") }
    guard further.count.isMultiple(of: 2) else {
      throw ValidationError(
        "diff wants pairs of bundles, the older one and the newer one of each domain")
    }
  }

  func run() async throws {
    try await Console.reporting {
      let (older, newer) = pairs
      async let before = BundleLoader.knowledge(older, version: release, site: team.site)
      async let now = BundleLoader.knowledge(newer, version: nil, site: team.site)
      let diff = try await ReleaseDiff(from: before, to: now)
      Console.show(NoticeLines(diff.knowledge.notices))
      switch format {
      case .text: try Console.print(diff.text(top, width: Console.width))
      case .json: try Console.print(diff.json.compact)
      case .markdown: try Console.print(diff.markdown(top))
      }
    }
  }

  /// Of every pair the older bundle, and the newer one.
  private var pairs: (older: [String], newer: [String]) {
    let all = [old, new] + further
    let older = all.indices.filter { $0.isMultiple(of: 2) }
    return (older.map { all[$0] }, older.map { all[$0 + 1] })
  }
}
