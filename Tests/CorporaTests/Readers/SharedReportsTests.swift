import Attack
import Corpora
import Foundation
import TestSupport
import Testing

/// Files of teams, real or written as their programs write them, against answers worked out by a script of its own.
@Suite(.enabled(if: SharedFiles.areHere))
struct SharedReportsTests {
  /// What a file should give.
  private struct Answer: Decodable {
    let reports: [Expected]

    struct Expected: Decodable {
      let title: String?
      let date: String?
      let tlp: String?
      let id: ID?
      let techniques: [String]
      let followed: [String: String]
      let unknown: [String]
      let retired_without_successor: [String]
      let pairs: [[String]]?
    }

    /// A number or a text.
    struct ID: Decodable {
      let text: String

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        text = try (try? value.decode(Int.self)).map(String.init) ?? value.decode(String.self)
      }
    }
  }

  /// CALDERA's adversaries, which need abilities, and files of coverage are read elsewhere.
  @Test(arguments: [
    ("csv", 2), ("misp-event", 3), ("navigator-report", 4), ("stix-misp", 2), ("stix-opencti", 2),
    ("stix-unit42", 3), ("tie", 2), ("vectr", 1),
    ("attire", 1), ("order-emulation-plan", 1), ("order-scythe", 1),
  ])
  func `files as teams have them give the answers of their script`(
    folder: String, count: Int
  ) throws {
    let bytes = try SharedFiles.bytes("own/\(folder)/expected.json")
    let answers = try JSONDecoder().decode([String: Answer].self, from: Data(bytes))
    #expect(answers.count == count)
    for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
      let reports = try Self.reports("own/\(folder)/\(name)").filter { !$0.techniques.isEmpty }
      let expected = answer.reports.filter { !$0.techniques.isEmpty }
      let lines = try Self.lines(reports)
      #expect(lines == Self.lines(expected), "\(folder)/\(name)")
      for expected in expected { try Self.compare(reports, with: expected) }
    }
  }

  /// The reports of a file, or of all files of a folder that can be read.
  private static func reports(_ path: String) throws -> [TeamReport] {
    let resolver = try TechniqueResolver(RealReleases.knowledge("enterprise-attack-18.1"))
    let files = try SharedFiles.files(path)
    return try files.flatMap { file -> [TeamReport] in
      let name = URL(filePath: file).deletingPathExtension().lastPathComponent
      let bytes = try SharedFiles.bytes(file)
      do throws(ReportError) {
        let read = try ReportFile(bytes, name: name)
        return read.reports.map { TeamReport($0, ofFile: name, by: resolver) }
      } catch {
        // A feed of MISP has files beside its events.
        #expect(["manifest", "hashes"].contains(name), "\(file) \(error.words)")
        return []
      }
    }
  }

  /// The techniques, what was followed and what is unknown of each report, in an order of their own.
  private static func lines(_ reports: [TeamReport]) throws -> [String] {
    let techniques = try RealReleases.knowledge("enterprise-attack-18.1").techniques
    return reports.map { report in
      line(
        report.techniques.map { techniques[$0].id.description },
        report.followed.mapValues { techniques[$0].id.description },
        report.unknown.map(\.technique.text),
        report.pairs.map {
          [techniques[$0.before].id.description, techniques[$0.after].id.description]
        })
    }.sorted()
  }

  private static func lines(_ reports: [Answer.Expected]) -> [String] {
    reports.map {
      line(
        $0.techniques, $0.followed, $0.unknown + $0.retired_without_successor, $0.pairs ?? [])
    }.sorted()
  }

  private static func line(
    _ techniques: [String], _ followed: [String: String], _ unknown: [String], _ pairs: [[String]]
  ) -> String {
    let successors = followed.map { "\($0.key)>\($0.value)" }
    let order = pairs.map { $0.joined(separator: ">") }
    return [techniques, successors, unknown, order].map { $0.sorted().joined(separator: " ") }
      .joined(separator: " | ")
  }

  /// Some report of those techniques has what the answer says of it.
  private static func compare(_ reports: [TeamReport], with expected: Answer.Expected) throws {
    let count = Set(expected.techniques).count
    let same = reports.filter { $0.techniques.count == count }
    func check(_ wanted: String?, _ value: (TeamReport) -> String?, _ what: String) {
      guard let wanted else { return }
      #expect(same.contains { value($0) == wanted }, "\(what) \(wanted)")
    }
    // Navigator's own name for a layer is none: there it is the file's.
    check(expected.title == "layer" ? nil : expected.title, { $0.title }, "title")
    check(expected.date, { $0.details.date?.description }, "date")
    check(expected.tlp, { $0.details.tlp?.rawValue }, "marking")
    check(expected.id?.text, { $0.shownID }, "id")
  }
}
