import ArgumentParser
import Attack
import Foundation
import Storage
import Text

/// `fetch`: from MITRE's public STIX data to a file, by way of the cache.
struct Fetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fetch a release of ATT&CK, if there is a newer one than here.",
    discussion: """
      Example: attack-relations fetch enterprise && attack-relations build enterprise-attack.json

      The release before, for `build --previous`:
               attack-relations fetch enterprise --version previous

      It asks the index that `fetch_from` in site.yml names, MITRE's own by default, with the system's \
      `curl`, which takes proxies and certificates from the environment (HTTPS_PROXY, NO_PROXY, \
      CURL_CA_BUNDLE, SSL_CERT_FILE). What comes is checked before it replaces anything.

      Exit codes: 0 something new is in the file, 3 nothing new, 1 an error.
      """)

  @Argument(
    help: "The domain: enterprise, mobile or ics.",
    completion: .list(["enterprise", "mobile", "ics"]))
  var domain = "enterprise"

  @Option(
    help: ArgumentHelp(
      """
      A release such as 17.1, or `previous`: the last of the major version before (default: the \
      newest).
      """))
  var version: String?

  @Option(
    help: ArgumentHelp(
      "The file to write (default: DOMAIN-attack.json; with --version X, DOMAIN-attack-X.json).",
      valueName: "file"),
    completion: .bundle)
  var output: String?

  @Flag(help: "Ask nobody: take the newest of the cache, or --version from it.")
  var offline = false

  @Flag(help: "Say what is new, and fetch and write nothing but the index.")
  var dryRun = false

  @Option(help: "Seconds without data after which a try has failed.")
  var timeout = 30

  @Option(help: "How often to try again what fails in passing.")
  var retries = 3

  @Option(help: ArgumentHelp("Seconds before the first of these.", visibility: .hidden))
  var firstWait = 1.0

  @Option(
    help: ArgumentHelp(
      "A team's folder, whose site.yml names the index (default: Site, if it is there).",
      valueName: "dir"),
    completion: .directory)
  var site: String?

  private static let domains: [String: Domain] = [
    "enterprise": .enterprise, "mobile": .mobile, "ics": .ics,
  ]

  /// For a job that has nothing to do then.
  private static let nothingNew = ExitCode(3)

  func validate() throws {
    guard Self.domains[domain] != nil else {
      throw ValidationError("the domain is `\(domain)`, expected enterprise, mobile or ics")
    }
    guard ReleaseChoice(version) != nil else {
      throw ValidationError(
        "--version is `\(version ?? "")`, expected a release such as 17.1, or previous")
    }
    guard output != "" else { throw ValidationError("--output has no name") }
    guard (1...3600).contains(timeout) else {
      throw ValidationError("--timeout wants 1 to 3600 seconds")
    }
    guard (0...20).contains(retries), (0...60).contains(firstWait) else {
      throw ValidationError("--retries wants a number from 0 to 20")
    }
  }

  func run() async throws {
    try await Console.reporting {
      let environment = ProcessInfo.processInfo.environment
      guard let domain = Self.domains[domain], let choice = ReleaseChoice(version) else { return }
      guard let store = BundleStore(environment: environment) else {
        throw CommandError("there is no place for a cache; set HOME or XDG_CACHE_HOME")
      }
      let fetcher = BundleFetcher(domain: domain, choice: choice, store: store)
      if offline { return try deliver(fetcher.kept()) }
      let index = try SiteFileReader.index(ofSite: site)
      let curl = try Curl(timeout: timeout, path: environment["PATH"])
      let plan = RetryPlan(count: retries, first: firstWait)
      switch try fetcher.look(index, curl, plan) {
      case .kept(let bundle): try deliver(bundle)
      case .new(let entry) where dryRun:
        try Console.print("New: \(entry.title), at \(entry.address)")
      case .new(let entry): try deliver(fetcher.fetch(entry, curl, plan))
      }
    }
  }

  /// Writes the file, unless it is there already.
  private func deliver(_ bundle: BundleFetcher.Bundle) throws {
    let path = output ?? "\(domain)-attack\(version.map { "-\($0)" } ?? "").json"
    let title = "\((Self.domains[domain] ?? .enterprise).title) v\(bundle.kept.version)"
    guard SourceReader.file(path).bytes != bundle.bytes else {
      try Console.print("Nothing new: \(path) is \(title)")
      throw Self.nothingNew
    }
    guard !dryRun else { return try Console.print("New: \(title), which the cache has") }
    try Disk.replace(path, by: bundle.bytes)
    try Console.print("Fetched \(title) into \(path)")
  }
}
