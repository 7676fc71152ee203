import ArgumentParser
import Storage

/// `init`: a folder for what a team changes.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a folder for a team's settings, pages and notes; nothing is overwritten.",
    discussion: """
      Example: attack-relations init Site

      Each of its files replaces the tool's file of the same name. It may also get `assets/`: a style sheet, \
      pictures, or a file in place of one of the tool's.
      """)

  @Argument(help: "The folder.", completion: .directory)
  var folder = "Site"

  func run() async throws {
    try await Console.reporting {
      guard !folder.isEmpty else { throw CommandError("the folder has no name") }
      try StarterFolder(at: folder).make(settings: Self.settings)
      try Console.print(
        """
        Made `site.yml`, `notes` and `pages` in \(folder.printable)
        Next: attack-relations build enterprise-attack.json\(option)
        """)
    }
  }

  /// What a build needs to find the folder.
  private var option: String { folder == "Site" ? "" : " --site \(folder.printable)" }

  /// Nothing in it is set but the title: all else is as the tool has it.
  static let settings = """
    # The settings of this site. Whatever is not set here keeps its default.

    title: Our ATT&CK wiki

    # The bundles that `build` reads when none is named, from this folder.
    # bundles: [enterprise-attack.json]

    # Where it will stand, for canonical links and a map of the site.
    # base_url: https://wiki.example.org/attack/

    # Whether search engines may list it.
    # public: true

    # At the head of every page in place of the title: a text, or a picture in assets/.
    # logo: logo.svg

    # A line above every page, and one at the foot.
    # banner: Internal
    # footer: Ask the hunt team.

    # Colours: fg, mut, line, edge, soft, bg, link, bar, hot.
    # colours:
    #   light: { link: "#00594c", bar: "#2b8a7a" }
    #   dark: { link: "#7fd6c2" }

    # Reports that no count holds.
    # reports:
    #   leave_out:
    #     manuals: true          # cited only for tools: what they can do
    #     techniques_from: 30    # of so many techniques or more
    #     before: 2015           # published before that year

    # Forms of our own techniques' ids, which come before ATT&CK's.
    # id_patterns: ['ACME-T\\d{4}(\\.\\d{3})?']

    # Maps of some techniques, in place of the tool's own.
    # subsets:
    #   - name: ours
    #     title: What we watch
    #     techniques: [T1047, T1059.001, T1105]

    # Titles of clusters, by their ids.
    # clusters: { T1486: Ransomware }

    # Sites of older releases.
    # releases:
    #   - { title: Enterprise v17.1, url: "https://wiki.example.org/attack-17/" }

    # Whether a page says what the numbers are worth.
    # evaluation: false

    """
}
