import Text

/// Lets open pages load themselves again once their site was replaced.
///
/// A script that only the answers have asks four times a second for the tag of the site. It does not
/// keep a request open: browsers allow six connections to an address, and seven such pages would
/// leave none for anything else. A page that nobody sees asks when it is seen again.
struct PageReloading: Sendable {
  /// What the site is known by; another site has another.
  let tag: String

  /// The path that answers with the tag; no file of a site begins with a dot.
  static let path = ".changes.txt"
  static let scriptPath = ".changes.js"

  /// What is asked for by a path, apart from the files of the site.
  func file(_ path: String) -> [UInt8]? {
    switch path {
    case Self.path: Array(tag.utf8)
    case Self.scriptPath: Array(Self.script.utf8)
    default: nil
    }
  }

  /// A page with the script, and with leave to run it in the policy that it carries.
  func mended(_ html: [UInt8]) -> [UInt8] {
    let body = html.indices.first { html[$0...].starts(with: "<body".utf8) } ?? html.endIndex
    let script = "<script src=/\(Self.scriptPath) data-site=\(tag)></script>"
    return Self.mended(head: String(decoding: html[..<body], as: UTF8.self)) + html[body...]
      + script.utf8
  }

  private static func mended(head: String) -> [UInt8] {
    var mendedHead = head
    for tag in head.matches(of: /<meta\s[^>]*>/.ignoresCase()).reversed() {
      guard let range = policy(in: head[tag.range]) else { continue }
      mendedHead.replaceSubrange(range, with: mended(head[range]))
    }
    return Array(mendedHead.utf8)
  }

  /// A policy that also allows the script, and what it asks for.
  static func mended(_ policy: some StringProtocol) -> String {
    var policy = ContentPolicy(policy)
    policy.allowOwn("script-src")
    policy.allowOwn("connect-src")
    return policy.text
  }

  /// Where a tag has a policy, in the quotes that its own quotes need.
  private static func policy(in tag: Substring) -> Range<String.Index>? {
    guard tag.contains(/http-equiv\s*=\s*["']?content-security-policy/.ignoresCase()) else {
      return nil
    }
    return tag.firstMatch(of: /\scontent\s*=\s*"([^"]*)"/.ignoresCase())
      .map { $0.output.1.startIndex..<$0.output.1.endIndex }
  }

  private static let script = """
    "use strict";
    (() => {
      const shown = document.currentScript.dataset.site;
      let timer = 0;
      const look = async () => {
        clearTimeout(timer);
        let pause = 250;
        try {
          if (document.hidden) return;
          const answer = await fetch("/\(path)", { cache: "no-store" });
          if (answer.ok && await answer.text() !== shown) return location.reload();
        } catch {
          pause = 2000; // the server is gone; it may come back
        }
        timer = setTimeout(look, pause);
      };
      document.addEventListener("visibilitychange", look);
      look();
    })();

    """
}
