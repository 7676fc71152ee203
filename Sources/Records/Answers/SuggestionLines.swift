import Attack
import Corpora
import Measures
import Pages
import Text

/// `data/techniques.jsonl`: a line for each technique, with what its page says to look for too, the
/// newest reports that say so, and where the technique itself shows.
///
/// A report is written once in a line; suggestions name it by its place there, from 0.
struct SuggestionLines: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let partners: IndexedList<Technique, PartnerLists>

  var bytes: [UInt8] {
    var lines = ByteWriter(capacity: 1 << 20)
    for index in knowledge.techniques.indices { write(index, to: &lines) }
    return lines.bytes
  }
}

extension SuggestionLines {
  private func write(_ index: Index<Technique>, to json: inout ByteWriter) {
    let technique = knowledge.techniques[index]
    let suggested = partners[index].telling.leading
    let evidence = suggested.map { corpus.evidence(of: index, with: $0.partner) }
    let cited = evidence.joined().distinct
    json.put(#"{"technique":"#)
    json.quote(technique.id.description)
    json.put(#","name":"#)
    json.quote(technique.name)
    json.put(#","url":"#)
    json.quote(AttackSite.address(of: technique.id, technique.definition))
    json.put(#","reports":"#)
    json.integer(corpus.totals[index])
    json.put(#","suggestions":["#)
    json.list(zip(suggested, evidence)) { suggestion, json in
      write(suggestion.0, suggestion.1.compactMap { cited.firstIndex(of: $0) }, to: &json)
    }
    json.put(#"],"newest":["#)
    json.list(cited) { report, json in write(corpus.report(report), to: &json) }
    json.put(#"],"look_in":["#)
    json.list(knowledge.traces[index]) { trace, json in write(trace, to: &json) }
    json.put("]}\n")
  }

  /// A technique to look for, with the places of its newest reports.
  private func write(_ pair: Association, _ newest: [Int], to json: inout ByteWriter) {
    json.put(#"{"technique":"#)
    json.quote(knowledge.techniques[pair.partner].id.description)
    json.put(#","name":"#)
    json.quote(knowledge.techniques[pair.partner].name)
    json.put(#","together":"#)
    json.integer(pair.together)
    json.member(#","share":"#, pair.share)
    json.member(#","low":"#, pair.interval?.low ?? 0)
    json.member(#","high":"#, pair.interval?.high ?? 1)
    json.member(#","expected":"#, pair.expected)
    json.member(#","ratio":"#, pair.ratio.ratio)
    json.member(#","lower":"#, pair.ratio.lower)
    json.member(#","grade":"#, pair.grade?.rawValue)
    json.put(#","newest":["#)
    json.list(newest) { place, json in json.integer(place) }
    json.put("]}")
  }

  private func write(_ report: Report, to json: inout ByteWriter) {
    json.put(#"{"title":"#)
    json.quote(report.title)
    json.member(#","published":"#, report.published?.description)
    json.member(#","url":"#, report.url)
    json.put("}")
  }

  /// A place to look, without what ATT&CK does not say.
  private func write(_ trace: Detection, to json: inout ByteWriter) {
    json.put(#"{"component":"#)
    json.quote(trace.component)
    for (key, text) in [
      (#","platform":"# as StaticString, trace.platform), (#","log_source":"#, trace.spelling),
      (#","channel":"#, trace.channel),
    ] where !text.isEmpty {
      json.member(key, text)
    }
    json.put("}")
  }
}

extension ByteWriter {
  /// A number to four digits, as the tables have it.
  fileprivate mutating func member(_ key: StaticString, _ value: Double) {
    put(key)
    significant(value, 4)
  }

  fileprivate mutating func member(_ key: StaticString, _ text: String?) {
    put(key)
    if let text { quote(text) } else { put("null") }
  }
}
