import Foundation
import Text

/// Why a request failed, and whether it may go well another time.
struct FetchFailure {
  let error: CommandError
  let isPassing: Bool
  /// Seconds that the server wants us to wait.
  let patience: Double?

  /// What `curl` calls: no name or connection (5, 6, 7), HTTP/2 (16, 92), cut (18), in time (28), a
  /// handshake (35), and no answer or a broken connection (52, 55, 56).
  private static let passingCodes: Set<Int32> = [5, 6, 7, 16, 18, 28, 35, 52, 55, 56, 92]
  private static let passingStatuses: Set<Int> = [408, 429, 500, 502, 503, 504]

  init(_ ending: Curl.Ending, of name: String, at address: FetchAddress) {
    patience = ending.head?.patience()
    if let status = ending.head?.status, ending.code == 0 || ending.code == 22 {
      isPassing = Self.passingStatuses.contains(status)
      error = CommandError(
        "`\(address.text)` answered \(status), expected \(name)",
        Self.advice(status: status, patience))
    } else {
      isPassing = Self.passingCodes.contains(ending.code)
      let words = ending.words.isEmpty ? "curl ended with \(ending.code)" : "curl: \(ending.words)"
      error = CommandError(
        "`\(address.text)` could not be fetched, expected \(name): \(words)",
        Self.advice(code: ending.code))
    }
  }

  static func tooLarge(_ name: String, _ address: FetchAddress, _ limit: Int) -> CommandError {
    CommandError(
      "`\(address.text)` is more than \(Format.count(limit >> 20)) MB, expected \(name)",
      "see `fetch_from` in site.yml")
  }

  private static func advice(status: Int, _ patience: Double?) -> String {
    if let patience, patience > RetryPlan.longestWait {
      return "it asks us to wait for \(Format.count(Int(min(patience, 1e9)))) s; run it again then"
    }
    return passingStatuses.contains(status)
      ? "run it again later; `--offline` takes what was fetched before"
      : "see `fetch_from` in site.yml, or choose another release with `--version`"
  }

  private static func advice(code: Int32) -> String {
    switch code {
    case 5, 6, 7: "see whether there is a network, and whether HTTPS_PROXY and NO_PROXY are right"
    case 18, 28:
      "run it again: it goes on where it ended; `--timeout` allows for a slower network"
    case 35, 51, 58, 60, 77, 83, 90, 91:
      "if a proxy signs for others, name its certificates: CURL_CA_BUNDLE=/path/of/them.pem"
    case 63: "it is larger than is allowed; see `fetch_from` in site.yml"
    default: "run it again later; `--offline` takes what was fetched before"
    }
  }
}
