import Foundation
import Storage
import Text

/// Fetches one file into what has come of it so far: resumes, follows, and tries again.
struct Download {
  enum Outcome: Equatable { case whole, unchanged }

  /// What is fetched, in words: `Enterprise v18.1`.
  let name: String
  let address: FetchAddress
  let part: PartialFile
  /// The server's mark of what is there already: it then says whether that is unchanged.
  var known: String?
  /// The most bytes.
  let limit: Int
  let curl: Curl
  let plan: RetryPlan

  private static let mostRedirects = 5

  /// - Throws: `CommandError`, `SiteFolderError`.
  func run() throws -> Outcome {
    for tries in 0... {
      guard let (ending, place) = try follow() else { continue }
      let failure: FetchFailure
      switch ending.head?.status {
      case 304 where ending.code == 0 && known != nil: return .unchanged
      case 200 where ending.code == 0, 206 where ending.code == 0: return .whole
      case 416 where part.count > 0:
        // What has come does not fit what is there now.
        try part.restart(mark: nil)
        continue
      default: failure = FetchFailure(ending, of: name, at: place)
      }
      guard failure.isPassing, let wait = plan.wait(after: tries, asked: failure.patience) else {
        throw failure.error
      }
      Console.note(
        "notice: \(failure.error.lines[0]); trying again in \(Format.exact(wait)) s")
      Thread.sleep(forTimeInterval: wait)
    }
    throw CommandError("`\(address.text)` was asked too often")
  }

  /// Asks, and asks where the server sends us on to; `nil` where what came does not fit what is there.
  private func follow() throws -> (Curl.Ending, FetchAddress)? {
    var place = address
    for _ in 0...Self.mostRedirects {
      guard let ending = try ask(place) else { return nil }
      guard let next = ending.next else { return (ending, place) }
      guard let other = FetchAddress(next), place.mayLead(to: other) else {
        throw CommandError(
          "`\(place.text)` leads to `\(next)`, \(FetchAddress.rule)",
          "nothing was fetched; see `fetch_from` in site.yml")
      }
      place = other
    }
    throw CommandError(
      "`\(address.text)` leads on more than \(Self.mostRedirects) times, expected \(name)",
      "last to `\(place.text)`; see `fetch_from` in site.yml")
  }

  private func ask(_ place: FetchAddress) throws -> Curl.Ending? {
    let mark = part.count > 0 ? part.mark : nil
    var question = Curl.Question(address: place, limit: limit)
    if let mark {
      question.start = part.count
      question.fields = ["If-Range: \(mark)"]
    } else if let known {
      let field = known.hasPrefix("\"") ? "If-None-Match" : "If-Modified-Since"
      question.fields = ["\(field): \(known)"]
    }
    var isWanted = false
    var total: Int?
    do {
      return try curl.ask(question) { head in
        isWanted = head.status == 200 || head.status == 206
        if head.status == 200 { try part.restart(mark: head.mark) }
        total = head.length.map { $0.addingReportingOverflow(question.start).partialValue }
        guard head.status == 206 else { return }
        guard head.start == question.start else { throw OtherPart() }
        part.join()
      } body: { bytes in
        if isWanted { try take(bytes, of: total) }
      }
    } catch is OtherPart where mark != nil {
      try part.restart(mark: nil)
      return nil
    } catch is OtherPart {
      throw CommandError("`\(place.text)` answered with a part, expected the whole of \(name)")
    }
  }

  /// An answer begins with another byte than was asked for.
  private struct OtherPart: Error {}

  private func take(_ bytes: [UInt8], of total: Int?) throws {
    let before = part.count >> 20
    guard part.count + bytes.count <= limit else {
      throw FetchFailure.tooLarge(name, address, limit)
    }
    try part.append(bytes)
    guard part.count >> 20 != before else { return }
    let whole = total.map { " of \(Format.count($0 >> 20))" } ?? ""
    Console.show(progress: "Fetching \(name): \(Format.count(part.count >> 20))\(whole) MB")
  }
}
