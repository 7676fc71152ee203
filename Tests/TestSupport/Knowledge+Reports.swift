package import Attack
import Corpora

extension Knowledge {
  /// Reports as the ids of what each is cited for, on behalf of one group.
  ///
  /// Report 0 is cited as `r100`, so that their order is that of their keys.
  package static func make(reports: [[String]]) -> Knowledge {
    let ids = Set(reports.flatMap(\.self)).sorted()
    let uses = ids.map { id in
      StixObject.make(
        "G0001", "uses", id,
        citing: reports.indices.filter { reports[$0].contains(id) }.map { "r\($0 + 100)" })
    }
    return make([.make("G0001")] + ids.map { .make($0) } + uses)
  }
}
