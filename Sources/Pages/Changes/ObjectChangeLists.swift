import Attack
import Text

/// What became of techniques, or of actors of a kind, in lists.
struct ObjectChangeLists<Thing: IdentifiedObject> {
  private let new: [ObjectChange<Thing>.New]
  private let renamed: [ObjectChange<Thing>.Renamed]
  private let ended: [ObjectChange<Thing>.Ending]
  private let before: IndexedList<Thing, Thing>
  private let now: IndexedList<Thing, Thing>
  private let paths: [String: String]
  private let noun: String
  private let plural: String

  /// - Parameters:
  ///   - change: what became of all things.
  ///   - before: those of the release before.
  ///   - now: those of this release.
  ///   - paths: of pages, by ids.
  ///   - noun: what one of them is called.
  ///   - plural: what several are called.
  ///   - isWanted: which of them the lists are of.
  init(
    _ change: ObjectChange<Thing>, _ before: IndexedList<Thing, Thing>,
    _ now: IndexedList<Thing, Thing>, _ paths: [String: String], noun: String, plural: String,
    where isWanted: (Thing) -> Bool = { _ in true }
  ) {
    new = change.new.filter { isWanted(now[$0.index]) }
    renamed = change.renamed.filter { isWanted(now[$0.index]) }
    ended = change.ended.filter { isWanted(before[$0.index]) }
    self.before = before
    self.now = now
    self.paths = paths
    self.noun = noun
    self.plural = plural
  }

  /// New ones, then those whose place was taken.
  var arrivals: [ChangeList] {
    [
      list("new", "new", isOfNames: true, new.map(line)),
      ChangeList("merged", "merger of \(plural)", "mergers of \(plural)", mergers),
      list("replaced", "replaced", ended.compactMap(replacement)),
      list("split", "split", ended.compactMap(split)),
    ].compactMap(\.self)
  }

  /// Those with another name, then those without a successor.
  var departures: [ChangeList] {
    [
      list(
        "renamed", "renamed",
        renamed.map { ChangeLine([.object(now($0.index)), ", before: \($0.nameBefore)"]) }),
      list("retired", "retired", isOfNames: true, ended.compactMap(retirement)),
    ].compactMap(\.self)
  }

  func now(_ index: Index<Thing>) -> ChangeLine.Object { object(now[index]) }

  func before(_ index: Index<Thing>) -> ChangeLine.Object { object(before[index]) }
}

extension ObjectChangeLists {
  private func object(_ thing: Thing) -> ChangeLine.Object {
    let id = thing.id.description
    return ChangeLine.Object(id: id, text: "\(id) \(thing.name)", path: paths[id])
  }

  private func list(
    _ word: String, _ what: String, isOfNames: Bool = false, _ lines: [ChangeLine]
  ) -> ChangeList? {
    ChangeList(word, "\(what) \(noun)", "\(what) \(plural)", isOfNames: isOfNames, lines)
  }

  private func line(_ thing: ObjectChange<Thing>.New) -> ChangeLine {
    let ids = thing.predecessors.map { before[$0].id.description }
    return ChangeLine(
      [.object(now(thing.index))] + (ids.isEmpty ? [] : [" (in place of \(Format.list(ids)))"]))
  }

  private func replacement(_ ending: ObjectChange<Thing>.Ending) -> ChangeLine? {
    guard case .replaced(let end) = ending.outcome else { return nil }
    return ChangeLine([.object(before(ending.index)), ", now ", .object(now(end))])
  }

  private func split(_ ending: ObjectChange<Thing>.Ending) -> ChangeLine? {
    guard case .split(let ends) = ending.outcome else { return nil }
    return ChangeLine([.object(before(ending.index)), ", now "] + .list(ends.map(now)))
  }

  /// A line for each thing that others were merged into, in the order of the first of these.
  private var mergers: [ChangeLine] {
    let over = Set(ended.map(\.index))
    var known: Set<Index<Thing>> = []
    return ended.compactMap { ending in
      guard case .merged(let sources, let end) = ending.outcome, known.insert(end).inserted
      else { return nil }
      let merged = sources.filter(over.contains)
      let words: ChangeLine.Piece = merged.count < sources.count ? ", now part of " : ", now "
      return ChangeLine(
        about: now(end), .list(merged.map(before)) + [words, .object(now(end))])
    }
  }

  private func retirement(_ ending: ObjectChange<Thing>.Ending) -> ChangeLine? {
    switch ending.outcome {
    case .retired: ChangeLine([.object(before(ending.index))])
    case .gone: ChangeLine([.object(before(ending.index)), " (no longer in the bundle at all)"])
    case .replaced, .merged, .split: nil
    }
  }
}
