import Attack
import Pages
import Text

extension DataFiles {
  /// Where each technique shows, one trace per row, by technique; log sources as ATT&CK spells them.
  func whereToLook() -> [UInt8] {
    var csv = CSVFile(Self.placeTable)
    for (technique, traces) in zip(knowledge.techniques, knowledge.traces) {
      for trace in traces {
        csv.add(
          .text(technique.id.description), .text(trace.platform), .text(trace.component),
          .text(trace.spelling), .text(trace.channel))
      }
    }
    return csv.bytes
  }
}
