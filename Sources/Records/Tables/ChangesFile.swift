package import Attack
import Pages
import Text

/// `data/changes.csv`: what became of every tactic, technique, group, software and campaign.
package struct ChangesFile: Sendable {
  private let change: KnowledgeChange
  private let before: Knowledge
  private let now: Knowledge

  /// - Parameters:
  ///   - change: what became of objects.
  ///   - before: the release before.
  ///   - now: the one that is compared with it.
  package init(_ change: KnowledgeChange, from before: Knowledge, to now: Knowledge) {
    self.change = change
    self.before = before
    self.now = now
  }

  static let table = DataTable(
    "changes", at: RecordPath.changes,
    "what became of tactics, techniques, groups, software and campaigns since the release before",
    key: ["object_type", "id", "change"],
    [
      DataColumn("object_type", .word(Kind.allCases.map(\.rawValue)), "what kind of object it is"),
      DataColumn("change", .word(Word.allCases.map(\.rawValue)), "what became of it"),
      DataColumn(
        "id", .text,
        "its ATT&CK id in this release, or in the one before where it ended; of a tactic without an "
          + "id the short name"),
      DataColumn("name", .text, "its name in that release"),
      DataColumn(
        "before", .text,
        "what there was: ids, separated by spaces, or the old name of what is renamed, or the old place "
          + "of a tactic that moved in its matrix; empty where nothing was",
        isOptional: true),
      DataColumn(
        "after", .text,
        "what there is now, likewise; empty where nothing live took its place",
        isOptional: true),
    ])

  /// The kinds of objects, in the order of the rows.
  package enum Kind: String, CaseIterable, Sendable {
    case tactic, technique, group, software, campaign

    init(_ kind: Actor.Kind) {
      self =
        switch kind {
        case .group: .group
        case .software: .software
        case .campaign: .campaign
        }
    }
  }

  /// What can become of an object.
  package enum Word: String, CaseIterable, Sendable {
    case new, renamed, replaced, merged, split, tactics, parent, retired, gone, removed, moved
  }

  /// What became of one object.
  package struct Row: Sendable {
    package let kind: Kind
    package let word: Word
    package let id: String
    package let name: String
    package let before: [String]
    package let after: [String]
  }

  /// By kind, then by id.
  package var rows: [Row] {
    let actors = Self.rows(change.actors, before.actors, now.actors) { Kind($0.kind) }
    let techniques =
      Self.rows(change.techniques, before.techniques, now.techniques) { _ in .technique }
      + change.tacticMoves.map(row) + change.parentMoves.map(row)
    let all = tactics + techniques + actors
    return Kind.allCases.flatMap { kind in
      all.filter { $0.kind == kind }.sorted {
        ($0.id, $0.word.rawValue) < ($1.id, $1.word.rawValue)
      }
    }
  }

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    for row in rows {
      csv.add(
        .text(row.kind.rawValue), .text(row.word.rawValue), .text(row.id), .text(row.name),
        .text(row.before.joined(separator: " ")), .text(row.after.joined(separator: " ")))
    }
    return csv.bytes
  }
}

extension ChangesFile {
  private static func rows<Thing>(
    _ change: ObjectChange<Thing>, _ before: IndexedList<Thing, Thing>,
    _ now: IndexedList<Thing, Thing>, _ kind: (Thing) -> Kind
  ) -> [Row] {
    let old = { (index: Index<Thing>) in before[index].id.description }
    let own = { (index: Index<Thing>) in now[index].id.description }
    func row(_ thing: Thing, _ word: Word, _ before: [String], _ after: [String]) -> Row {
      Row(
        kind: kind(thing), word: word, id: thing.id.description, name: thing.name, before: before,
        after: after)
    }
    return change.new.map { row(now[$0.index], .new, $0.predecessors.map(old), [own($0.index)]) }
      + change.renamed.map {
        row(now[$0.index], .renamed, [$0.nameBefore], [now[$0.index].name])
      }
      + change.ended.map { ending in
        let thing = before[ending.index]
        let single = [old(ending.index)]
        return switch ending.outcome {
        case .retired: row(thing, .retired, single, [])
        case .gone: row(thing, .gone, single, [])
        case .replaced(let end): row(thing, .replaced, single, [own(end)])
        case .merged(let sources, let end): row(thing, .merged, sources.map(old), [own(end)])
        case .split(let ends): row(thing, .split, single, ends.map(own))
        }
      }
  }

  private var tactics: [Row] {
    let changes = change.tactics
    let row = { (tactic: Tactic, word: Word, before: [String], after: [String]) in
      Row(
        kind: .tactic, word: word, id: tactic.slug, name: tactic.name, before: before, after: after)
    }
    return changes.new.map { row(now.tactics[$0], .new, [], [now.tactics[$0].slug]) }
      + changes.removed.map { row(before.tactics[$0], .removed, [before.tactics[$0].slug], []) }
      + changes.renamed.map {
        row(now.tactics[$0.index], .renamed, [$0.nameBefore], [now.tactics[$0.index].name])
      }
      + changes.reordered.map {
        row(now.tactics[$0.index], .moved, ["\($0.placeBefore)"], ["\($0.place)"])
      }
  }

  /// Tactics that both releases have are called as in this one, so that the two cells compare.
  private func row(_ move: TacticMove) -> Row {
    let lost = move.lost.map { index in
      change.tactics.now[index].map { now.tactics[$0].slug } ?? before.tactics[index].slug
    }
    let kept = move.kept.map { now.tactics[$0].slug }
    return Row(
      kind: .technique, word: .tactics, id: now.techniques[move.technique].id.description,
      name: now.techniques[move.technique].name, before: (kept + lost).sorted(),
      after: (kept + move.gained.map { now.tactics[$0].slug }).sorted())
  }

  private func row(_ move: ParentMove) -> Row {
    Row(
      kind: .technique, word: .parent, id: now.techniques[move.technique].id.description,
      name: now.techniques[move.technique].name,
      before: [before.techniques[move.before].id.description],
      after: [now.techniques[move.now].id.description])
  }
}
