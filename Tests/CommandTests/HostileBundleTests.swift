import Foundation
import Testing

/// A bundle is untrusted: nothing of it reaches a page but text and http(s) links.
struct HostileBundleTests {
  private static let poison = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
    "![x](exhibit:all)", "<!-- section evil: Evil -->", "{{title}} {{#facts}}", "</title></svg>",
    "=cmd|' /C calc'!A0", "a\u{202E}b\u{0}c\u{7}", "`<b>` <code>x",
    "| a | b |\n|---|---|\n| c | d |",
    "&#x202e; &#27; **bold** ![i](https://x.example.org/i)", "../../../etc/passwd",
    "[a]: javascript:x\n\n[a]", "# Heading\n===\n", "<https://x/<script>>",
  ]

  private static let bundle: String = {
    let text = poison.joined(separator: "\n\n")
    let quoted = { (text: String) in
      String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    }
    let line = quoted(poison.joined(separator: " "))
    let own = { (id: String) in
      "\"external_references\": [{\"source_name\": \"mitre-attack\", \"external_id\": \"\(id)\"}]"
    }
    let techniques = (1...6).map { number in
      """
      {"type": "attack-pattern", "id": "attack-pattern--\(number)", "name": \(line),
       "description": \(quoted(text)), \(own("T000\(number)")), "x_mitre_platforms": [\(line)],
       "x_mitre_domains": [\(number == 1 ? line : "\"enterprise-attack\"")],
       "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "execution"}]}
      """
    }
    let uses = (1...6).map { number in
      """
      {"type": "relationship", "id": "relationship--\(number)", "relationship_type": "uses",
       "source_ref": "intrusion-set--1", "target_ref": "attack-pattern--\(number)",
       "description": \(quoted(text)), "external_references": [
        {"source_name": \(line), "url": "javascript:alert(1)", "description": \(line)},
        {"source_name": \(line), "url": "https://x.example.org/\\"><script>a", "description":
         \(quoted("<b>A</b>. (2020, May 1). " + poison[0] + ". Retrieved May 1, 2020."))}]}
      """
    }
    let others = [
      """
      {"type": "intrusion-set", "id": "intrusion-set--1", "name": \(line), "aliases": [\(line)],
       "x_mitre_domains": ["enterprise-attack", \(line)],
       "description": \(quoted(text)), \(own("G0001"))}
      """,
      """
      {"type": "x-mitre-tactic", "id": "x-mitre-tactic--1", "name": \(line), \(own("TA0002")),
       "description": \(quoted(text)), "x_mitre_shortname": "execution"}
      """,
      """
      {"type": "marking-definition", "id": "marking-definition--1",
       "definition": {"statement": \(line)}}
      """,
      "{\"type\": \"attack-pattern\", \"id\": \"x\", \"name\": \"a\", \(own("T1/../../x"))}",
    ]
    return
      "{\"type\": \"bundle\", \"objects\": [\((techniques + uses + others).joined(separator: ","))]}"
  }()

  private func built() async throws -> [String: Data] {
    let bench = try Workbench()
    try bench.write(Self.bundle, to: "hostile.json")
    let run = try await ToolRun("build", ["hostile.json"], in: bench.folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(!run.errors.contains("\u{202E}") && !run.errors.contains("\u{7}"))
    return try bench.files(in: "_site")
  }

  @Test func `nothing of it runs, and no page says what only we may say`() async throws {
    for (path, data) in try await built() where !path.hasSuffix(".png") {
      // A guide shows pictures of ours.
      let text = String(decoding: data, as: UTF8.self).replacing("<img src=our-", with: "")
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      #expect(name.wholeMatch(of: #/[A-Za-z0-9._-]{1,120}/#) != nil, "\(path)")
      #expect(
        !text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" }, "\(path)")
      #expect(!text.unicodeScalars.contains("\u{202E}"), "\(path)")
      guard path.hasSuffix(".html") || path.hasSuffix(".svg") else { continue }
      let scripts = text.ranges(of: "<script")
        .filter { script in
          ["\"assets/", "\"../assets/", "assets/", "../assets/"].allSatisfy {
            !text[script.upperBound...].hasPrefix(" src=" + $0)
          }
        }
      #expect(scripts.isEmpty, "\(path)")
      for bad in ["<img src=x", "<b>", "s-evil", "id=\"evil\"", "href=\"javascript:", "<img src"] {
        #expect(!text.contains(bad), "\(bad) in \(path)")
      }
      let figures = text.ranges(of: "<svg").count
      #expect(text.ranges(of: "</title></svg>").isEmpty, "\(path)")
      #expect(text.ranges(of: "</title>").count >= 1 && text.ranges(of: "</svg>").count == figures)
    }
  }

  @Test func `cells that a spreadsheet would run are guarded`() async throws {
    for (path, data) in try await built() where path.hasSuffix(".csv") {
      for cell in cells(of: String(decoding: data, as: UTF8.self)) {
        let isGuarded = cell.first.map { !"=+-@\t\r".contains($0) } ?? true
        #expect(isGuarded || Double(cell) != nil, "\(cell) in \(path)")
      }
    }
  }

  /// RFC 4180, read backwards from what it allows.
  private func cells(of csv: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for letter in csv {
      switch letter {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted, "\n" where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(letter)
      }
    }
    return cells
  }
}
