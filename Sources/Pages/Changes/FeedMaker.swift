import Attack
import Corpora
import Measures
import Text

/// Makes the feed: what changed as a whole, pairs that newly stand out, what became of tactics, techniques
/// and actors.
struct FeedMaker {
  private let change: ReleaseChange
  private let knowledge: Knowledge
  private let corpus: CountedCorpus
  private let map: SiteMap
  private let title: String
  private let names: (before: String, now: String)

  /// Of a site of that title.
  init(
    _ change: ReleaseChange, _ knowledge: Knowledge, _ corpus: CountedCorpus, _ map: SiteMap,
    title: String
  ) {
    self.change = change
    self.knowledge = knowledge
    self.corpus = corpus
    self.map = map
    self.title = title
    names = change.previous.names(beside: knowledge)
  }

  var feed: Feed {
    let releases = knowledge.releases
    let newly = change.pairs.newlyFirm
    return Feed(
      title: "\(title): what changed",
      id: Self.urn(["changes"] + releases.map(\.domain.name)),
      date: releases.compactMap(\.date).max(),
      entries: [whole] + change.pairs.newlyFirmOfOld.map(entry)
        + newly.filter { $0.before == nil }.map(entry) + objects)
  }

  /// New techniques and actors with how much they are reported, everything else as the page has it.
  private var objects: [Feed.Entry] {
    let lists = ChangeLists(change.objects, from: change.previous.knowledge, to: knowledge)
    let objects = change.objects
    let isOther = { (list: ChangeList) in list.word != "new" }
    return lists.tactics.flatMap(entries)
      + objects.techniques.new.map { technique($0.index) }
      + lists.techniques.filter(isOther).flatMap(entries)
      + objects.actors.new.map { actor($0.index) }
      + lists.actors.filter(isOther).flatMap(entries)
  }

  private func entries(_ list: ChangeList) -> [Feed.Entry] {
    list.lines.map { line in
      Feed.Entry(
        title: "\(Format.capitalized(list.noun)): \(line.text)", id: id(line.id, list.word),
        summary: "From \(names.before) to \(names.now).",
        path: line.path ?? PageKind.changes.path)
    }
  }

  private var whole: Feed.Entry {
    let pairs = change.pairs
    let (newly, lost) = (pairs.newlyFirm.count, pairs.noLongerFirm.count)
    let reports = Format.count(change.newReports.count, "report is", "reports are")
    return Feed.Entry(
      title: "From \(names.before) to \(names.now): what changed", id: id("changes"),
      summary: "\(Format.count(pairs.movedCount)) of "
        + "\(Format.count(pairs.everFirmCount, "firm pair")) moved: "
        + "\(Format.count(newly)) newly stand out, \(Format.count(lost)) no longer do; "
        + "\(reports) new.", path: PageKind.changes.path)
  }

  private func entry(_ move: ReleaseComparison.Move) -> Feed.Entry {
    let techniques = knowledge.techniques
    let (one, other) = (techniques[move.technique], techniques[move.now.partner])
    return Feed.Entry(
      title: "\(one.id) \(one.name) and \(other.id) \(other.name) newly stand out together",
      id: id(one.id.description, other.id.description),
      summary: RelationChangeLists(change, knowledge).words(move) + ".",
      path: map.evidencePath(move.technique, with: move.now.partner))
  }

  private func technique(_ index: Index<Technique>) -> Feed.Entry {
    let own = knowledge.techniques[index]
    return Feed.Entry(
      title: "New technique: \(own.id) \(own.name)", id: id(own.id.description),
      summary: "Cited by \(Format.count(corpus.totals[index], "report")).",
      path: own.path)
  }

  private func actor(_ index: Index<Actor>) -> Feed.Entry {
    let own = knowledge.actors[index]
    let uses = Format.count(corpus.whole.proceduresOfActor[index].count, "technique")
    return Feed.Entry(
      title: "New \(own.kind.noun): \(own.title)", id: id(own.id.description),
      summary: "ATT&CK records \(uses) of it.", path: own.path)
  }

  /// Of something in these releases.
  private func id(_ parts: String...) -> String {
    Self.urn(
      knowledge.releases.map { "\($0.domain.name)-\($0.version ?? $0.dateInWords)" } + parts)
  }

  /// Names separated by colons; what is not allowed in a URN becomes a hyphen.
  private static func urn(_ parts: [String]) -> String {
    let names = parts.map { part in
      String(
        part.unicodeScalars.map { scalar in
          let isPlain = scalar.isASCII && scalar.properties.isAlphabetic
          return isPlain || "0123456789.-".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        })
    }
    return (["urn", "attack-relations"] + names).joined(separator: ":")
  }
}
