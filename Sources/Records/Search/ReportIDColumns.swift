import Corpora
import Text

/// The ids of reports, written so that they compress well beside their titles.
///
/// An id is made of its report's address: the host, then words that are often those of the title,
/// then a hash.
struct ReportIDColumns {
  /// Runs of reports of one publisher: `cisa.gov 12`.
  private(set) var hosts: [String] = []
  /// What is left of each id between its host and its hash.
  private(set) var slugs: [String] = []
  /// The hashes of all, eight characters each.
  private(set) var hashes = ""

  init(_ reports: [Report]) {
    var runs: [(host: String, count: Int)] = []
    for report in reports {
      let slug = report.id.dropLast(Self.hashLength + 1)
      let host = report.publisher.flatMap { slug.hasPrefix(FileName.slug($0)) ? $0 : nil } ?? ""
      if runs.last?.host == host {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((host, 1))
      }
      let rest = slug.dropFirst(FileName.slug(host).utf8.count)
      slugs.append(EchoText.text(of: rest, in: FileName.slug(report.title, upTo: .max)))
      hashes += report.id.suffix(Self.hashLength)
    }
    hosts = runs.map { "\($0.host) \($0.count)" }
  }

  private static let hashLength = 8
}
