import Attack
import Text

/// A layer for MITRE's ATT&CK Navigator, in its format 4.5.
struct NavigatorLayer {
  let name: String
  let description: String
  let domain: Domain
  /// The first number of the release, `18`; it is not written where it is not known.
  let version: String?
  let entries: [Entry]
  /// Of the colours.
  let most: Int
  let legend: String

  /// A technique: scored and commented, or never seen and hidden.
  struct Entry {
    let id: TechniqueID
    /// An integer, 1...100; `nil` if there is nothing to score.
    var score: Int?
    /// What the score is of, exactly; `nil` if the score is exact.
    var value: Value?
    var isHidden = false
    var showsSubs = false
  }

  /// What a score is of.
  enum Value {
    case count(Int, of: Int)
    /// Also the lower bound of the ratio.
    case pair(Int, of: Int, lower: Double)
    case withoutReport
    /// A chance, how many times the usual it is, and the counts behind it.
    case chance(Double, times: Double, String)
  }

  var bytes: [UInt8] {
    var json = ByteWriter(capacity: 1 << 14)
    writeHead(to: &json)
    json.list(entries) { $0.write(to: &$1) }
    json.put(
      ##"],"gradient":{"colors":["#e8f1fa","#6ba3cf","#0a3166"],"minValue":0,"maxValue":"##)
    json.integer(max(1, most))
    json.put(#"},"legendItems":[{"label":"#)
    json.quote(legend)
    json.put(##","color":"#0a3166"}]}"##)
    return json.bytes
  }
}

extension NavigatorLayer {
  /// Whose data they are, for the description.
  static let credit = "Data: MITRE ATT&CK."

  /// A share that is more than nothing is never 0.
  static func percent(_ share: Double) -> Int {
    max(1, Int((share * 100).rounded(.toNearestOrAwayFromZero)))
  }

  private func writeHead(to json: inout ByteWriter) {
    json.put(#"{"name":"#)
    json.quote(name)
    json.put(#","versions":{"#)
    if let version {
      json.put(#""attack":"#)
      json.quote(version)
      json.put(",")
    }
    json.put(#""navigator":"5.1.0","layer":"4.5"},"domain":"#)
    json.quote(domain.name)
    json.put(#","description":"#)
    json.quote(description)
    json.put(
      #"""
      ,"sorting":3,"layout":{"showID":true},"hideDisabled":true,"techniques":[
      """#)
  }
}

extension NavigatorLayer.Entry {
  fileprivate func write(to json: inout ByteWriter) {
    json.put(#"{"techniqueID":"#)
    json.quote(id.description)
    if isHidden { return json.put(#","enabled":false}"#) }
    if let score {
      json.put(#","score":"#)
      json.integer(score)
    }
    if let value {
      json.put(#","metadata":[{"name":"#)
      json.quote(value.name)
      json.put(#","value":""#)
      value.write(to: &json)
      json.put(#""}]"#)
    }
    json.put(showsSubs ? #","showSubtechniques":true}"# : "}")
  }
}

extension NavigatorLayer.Value {
  fileprivate var name: String { if case .chance = self { "chance" } else { "reports" } }

  /// Inside of the quotes of a JSON string: it holds nothing that JSON would escape.
  fileprivate func write(to json: inout ByteWriter) {
    switch self {
    case .chance(let chance, let times, let counts):
      json.decimal(chance * 100, 2)
      json.put(" %, ")
      json.decimal(times, 1)
      json.put("× the usual; ")
      json.put(text: counts)
    case .withoutReport: json.put("listed, without a report")
    case .count(let count, let all): json.fraction(count, all)
    case .pair(let count, let all, let lower):
      json.fraction(count, all)
      json.put(", L ")
      json.decimal(lower, 2)
    }
  }
}

extension ByteWriter {
  /// `12 of 185`.
  fileprivate mutating func fraction(_ count: Int, _ all: Int) {
    integer(count)
    put(" of ")
    integer(all)
  }
}
