import ArgumentParser

/// The option of commands that need nothing of a team's site but its forms of ids.
struct TeamSite: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A team's folder, whose site.yml has forms of ids (default: Site, if it is there).",
      valueName: "dir"),
    completion: .directory)
  var site: String?
}
