import Attack
import Text

/// A question of `infer --jsonl`: `T1047 T1059.001`, `["T1047", "T1059.001"]`, or
/// `{"seen": ["T1047"], "not": ["T1105"]}`.
struct LineQuestion: Equatable {
  /// Ids, as they are written.
  private(set) var seen: [String] = []
  /// Looked for and not found.
  private(set) var absent: [String] = []

  /// - Throws: `CommandError` for what is none of the three.
  init(_ line: String) throws {
    let bytes = Array(line.utf8)
    let isJSON = line.drop(while: \.isWhitespace).first.map("[{".contains) ?? false
    guard isJSON else {
      seen = line.split { $0.isWhitespace || $0 == "," }.map(String.init)
      return
    }
    self = try bytes.withUnsafeBufferPointer { try LineQuestion(json: $0) }
    guard !seen.isEmpty else { throw Self.error("nothing is named as seen") }
  }

  private init(json: UnsafeBufferPointer<UInt8>) throws {
    var scanner = JSONScanner(json)
    guard let value = try? scanner.value(), (try? scanner.end()) != nil else {
      throw Self.error("it is not valid JSON")
    }
    if let members = value.members {
      do throws(JSONFieldError) {
        let fields = JSONFields(members)
        if let other = members.all.first(where: { !$0.key.equals("seen") && !$0.key.equals("not") })
        {
          throw JSONFieldError(other.key.text ?? "", isNot: "a key of a question")
        }
        seen = try fields.texts("seen")
        absent = try fields.texts("not")
      } catch {
        throw Self.error(error.reason)
      }
    } else {
      seen = try (value.elements ?? []).map { element in
        guard let text = element.text else { throw Self.error("an element is no text") }
        return text
      }
    }
  }

  private static func error(_ reason: String) -> CommandError {
    CommandError(
      "no question: \(reason)",
      #"expected ids, as T1047 T1059.001, or {"seen": ["T1047"], "not": ["T1105"]}"#)
  }
}
