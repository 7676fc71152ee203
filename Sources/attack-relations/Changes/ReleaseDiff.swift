import Attack
import Corpora
import Measures
import Pages
import Text

/// What changed from one release to another, as `changes.html` has it.
struct ReleaseDiff: Sendable {
  /// Of the newer release.
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let associations: Associations
  let change: ReleaseChange

  /// - Throws: `CommandError` if the bundles are of other domains, or the older one is the newer.
  init(from before: Knowledge, to now: Knowledge) async throws {
    do throws(ReleaseMismatch) {
      try ReleaseMismatch.check(before, before: now)
    } catch {
      throw CommandError(ofArguments: error)
    }
    let whole = Corpus(now)
    corpus = CountedCorpus(whole)
    async let earlier = PreviousRelease(before, by: ReportFilter())
    let own = await Associations(whole.citations, ids: now.techniqueIDs)
    knowledge = now
    associations = own
    change = await ReleaseChange(now, corpus, own, since: earlier)
  }

  /// `From Enterprise v17.1 to Enterprise v18.1`.
  var title: String {
    "From \(change.previous.title) to \(Format.list(knowledge.releases.map(\.title)))"
  }

  /// What changed as a whole.
  var summary: String {
    let pairs = change.pairs
    return "\(Format.count(pairs.movedCount)) of "
      + "\(Format.count(pairs.everFirmCount, "firm pair")) changed. Reports: "
      + "\(Format.count(change.previous.associations.counts.reportCount)) before, \(Format.count(corpus.count)) now, "
      + "\(Format.count(change.newReports.count)) of them new."
  }

  /// All changes, in words.
  var lists: [ChangeList] {
    let objects = ChangeLists(
      change.objects, from: change.previous.knowledge, to: knowledge)
    return objects.tactics + objects.techniques + objects.actors
      + RelationChangeLists(change, knowledge).lists
  }
}
