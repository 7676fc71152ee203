import Attack
import Measures
import Testing

/// One query of the reference figures, answered, and compared line by line.
struct ReferenceAnswer {
  private let model: VoteModel
  private let vote: ReportVote
  private let shown: IndexedList<Technique, Double>
  private var telling: ArraySlice<Index<Technique>>
  private var likely: ArraySlice<Index<Technique>>
  private var terms: ArraySlice<(row: Int, term: Double)>
  private let first: Index<Technique>

  /// - Parameters:
  ///   - evidence: ids, parted by commas.
  ///   - model: that is asked.
  ///   - calibration: of the model.
  init(_ evidence: Substring, _ model: VoteModel, _ calibration: Calibration) {
    let ids = model.training.ids
    self.model = model
    vote = model.infer(
      evidence.split(separator: ",").compactMap { ids.firstIndex(of: String($0)) })
    shown = calibration.shown(vote)
    telling = SuggestionOrder.telling.ranking(vote)[...]
    likely = SuggestionOrder.likely.ranking(vote)[...]
    first = telling[0]
    terms = vote.explanation(model.rows(citing: first))[...]
  }

  /// Compares a line of the figures with what comes next.
  mutating func expect(_ words: [Substring]) throws {
    switch words[0] {
    case "size": try expectSizes(words[1...].map(number))
    case "tell": try expectTelling(words[1].split(separator: "/"))
    case "rank": try words[1...].forEach { try expectLikely($0.split(separator: "/")) }
    case "base": #expect(vote.baseTerm(of: first).agrees(with: try number(words[1])))
    default: try expectTerm(words[1...4].map(number), key: words[5])
    }
  }

  private func expectSizes(_ numbers: [Double]) throws {
    let shares = vote.shares
    let squares = shares.reports.reduce(shares.rest * shares.rest / Double(model.reportCount)) {
      $0 + $1 * $1
    }
    #expect(shares.rest.agrees(with: numbers[0]) && (1 / squares).agrees(with: numbers[1]))
    let ofAlike = zip(shares.reports, vote.overlaps).filter { $1 == 0 }.map(\.0).reduce(0, +)
    #expect(abs(ofAlike - numbers[2]) < 6e-5)
    #expect(abs(vote.likeness.reduce(0, +) - numbers[3]) < 1e-3)
  }

  private mutating func expectTelling(_ words: [Substring]) throws {
    let next = telling.popFirst()
    let technique = try #require(next)
    let score = SuggestionOrder.telling.scores(vote)[technique]
    #expect(model.training.ids[technique] == words[0])
    #expect(score.agrees(with: try number(words[1])), "\(words): \(score)")
    let raw = vote.probabilities[technique]
    #expect(raw.agrees(with: try number(words[2])), "\(words): \(raw)")
    #expect(abs(shown[technique] - (try number(words[3]))) < 1e-4, "\(shown[technique])")
    #expect(abs(vote.baseRates[technique] - (try number(words[4]))) < 6e-5)
  }

  private mutating func expectLikely(_ words: [Substring]) throws {
    let next = likely.popFirst()
    let technique = try #require(next)
    let raw = vote.probabilities[technique]
    #expect(model.training.ids[technique] == words[0])
    #expect(raw.agrees(with: try number(words[1])), "\(words): \(raw)")
  }

  /// The share, what is held, the likeness and the number of techniques.
  private mutating func expectTerm(_ numbers: [Double], key: Substring) throws {
    let next = terms.popFirst()
    let (report, share) = try #require(next)
    #expect(share.agrees(with: numbers[0]), "\(key): \(share)")
    #expect(model.training.keys[report].hasPrefix(key))
    #expect(abs(vote.overlaps[report] - numbers[1]) < 6e-5)
    #expect(abs(vote.likeness[report] - numbers[2]) < 6e-5)
    #expect(Double(model.training.rows[report].count) == numbers[3])
  }

  private func number(_ word: Substring) throws -> Double { try #require(Double(word)) }
}
