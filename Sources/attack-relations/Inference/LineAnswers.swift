import Storage
import Text

/// `infer --jsonl`: a line of standard input is a question, and gets one line of JSON.
struct LineAnswers {
  private let inference: AnswerMaker
  private let reports: Int

  /// - Parameters:
  ///   - inference: what answers.
  ///   - reports: how many stand with each technique.
  init(_ inference: AnswerMaker, reports: Int) {
    self.inference = inference
    self.reports = reports
  }

  /// Answers each line as soon as it is read; one without a question is passed over.
  ///
  /// - Throws: `CommandError` at the end, if lines had no answer but an `error`.
  func run() throws {
    var (asked, unanswered) = (0, 0)
    while var line = readLine() {
      if asked == 0, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      if line.allSatisfy(\.isWhitespace) { continue }
      asked += 1
      var answer: JSONText
      do {
        answer = try self.answer(line)
      } catch let error as CommandError {
        unanswered += 1
        answer = Self.answer(error)
      }
      try Console.print(answer.compact)
    }
    guard unanswered == 0 else {
      throw CommandError(
        "\(unanswered) of \(Format.count(asked, "line")) had no answer; their `error` says why")
    }
  }

  private func answer(_ line: String) throws -> JSONText {
    let question = try LineQuestion(line)
    let evidence = try EvidenceReader(question.seen, notFound: question.absent, inference.ids)
    return inference.answer(evidence).json(reports: reports)
  }

  private static func answer(_ error: CommandError) -> JSONText {
    [
      "schema": .integer(InferenceAnswer.schema), "tool": "attack-relations",
      "version": .text(ToolVersion.number),
      "error": .text(error.lines.joined(separator: "; ")),
    ]
  }
}
