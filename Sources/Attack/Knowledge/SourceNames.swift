import Text

/// The log sources of a release under one name each, where ATT&CK writes a name in several ways.
///
/// 1. Names of the same letters and digits are one: `NSM:Flow` and `NSM:FLow`, `linux:syslog` and
///    `linuxsyslog`.
/// 2. A name that one technique alone has is a slip for another with the same part behind the colon,
///    if a single letter before it differs and both are of a platform: `esxis:vmkernel`.
///
/// The name that most techniques have stands for all, of equal ones the first in order.
struct SourceNames {
  private var standards: [String: String] = [:]

  init(_ traces: IndexedList<Technique, [Detection]>) {
    let ways = Self.ways(traces)
    var leaders: [String: Way] = [:]
    for way in ways.sorted(by: Way.comesFirst) {
      let leader = leaders[way.letters] ?? way
      leaders[way.letters] = leader
      standards[way.name] = leader.name
    }
    for way in ways where way.techniques == 1 && standards[way.name] == way.name {
      let meant = leaders.values.filter { $0.techniques > 1 && way.isSlip(for: $0) }
      standards[way.name] = meant.min(by: Way.comesFirst)?.name ?? way.name
    }
  }

  /// The trace under the name that stands for its log source.
  func standard(_ trace: Detection) -> Detection {
    guard let name = standards[trace.source], name != trace.source else { return trace }
    return Detection(
      platform: trace.platform, component: trace.component, source: name,
      channel: trace.channel, spelling: trace.source)
  }
}

extension SourceNames {
  /// A way to write a log source.
  private struct Way {
    let name: String
    let letters: String
    /// What stands before the colon, and behind it, the letters small.
    let parts: [[UInt8]]
    let platforms: Set<String>
    /// How many techniques have it.
    let techniques: Int

    init(_ name: String, _ platforms: Set<String>, techniques: Int) {
      self.name = name
      let letters = name.lettersAndDigits
      self.letters = letters.isEmpty ? name : letters
      parts = name.lowercased().utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
        .map(Array.init)
      self.platforms = platforms
      self.techniques = techniques
    }

    static func comesFirst(_ left: Way, _ right: Way) -> Bool {
      (-left.techniques, left.name) < (-right.techniques, right.name)
    }

    func isSlip(for other: Way) -> Bool {
      guard parts.count == 2, other.parts.count == 2, parts[1] == other.parts[1]
      else { return false }
      return !platforms.isDisjoint(with: other.platforms)
        && Self.differByOne(parts[0], other.parts[0])
    }

    /// One letter is put in, left out or another.
    private static func differByOne(_ one: [UInt8], _ other: [UInt8]) -> Bool {
      guard one.count <= other.count else { return differByOne(other, one) }
      guard other.count - one.count <= 1, one != other else { return false }
      let same = zip(one, other).prefix { $0 == $1 }.count
      return one[(one.count == other.count ? same + 1 : same)...].elementsEqual(
        other[(same + 1)...])
    }
  }

  /// By name.
  private static func ways(_ traces: IndexedList<Technique, [Detection]>) -> [Way] {
    var platforms: [String: Set<String>] = [:]
    var techniques: [String: Int] = [:]
    for traces in traces {
      for trace in traces where !trace.source.isEmpty {
        platforms[trace.source, default: []].insert(trace.platform)
      }
      for name in Set(traces.map(\.source)) where !name.isEmpty {
        techniques[name, default: 0] += 1
      }
    }
    return techniques.sorted { $0.key < $1.key }.map { name, count in
      Way(name, platforms[name] ?? [], techniques: count)
    }
  }
}
