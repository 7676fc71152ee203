import Pages
package import Text

/// The style sheet, the scripts and the images of a site; their names carry a hash of what they
/// hold, so that a browser may cache them forever.
package struct AssetFolder: Equatable, Sendable {
  /// By the name under which the site has it: `site.5f0c….css`.
  package private(set) var files: [String: [UInt8]] = [:]
  private var names: [String: String] = [:]
  /// The data scripts among them, in their order.
  var addresses: [Generated] = []

  /// Takes every file of the folder, which has no folders in it.
  ///
  /// - Throws: `AssetError`.
  package init(_ folder: SourceFolder) throws(AssetError) {
    var found: [String: [UInt8]] = [:]
    for name in folder.names {
      guard let bytes = folder.files[name]?.bytes else {
        throw .unreadable(path: folder.path(of: name))
      }
      found[name] = Array(bytes.withoutMark)
    }
    for needed in ["site.css", "theme.js", "site.js"] where found[needed] == nil {
      throw .missing(path: folder.path(of: needed))
    }
    let everyday = Self.everyday.compactMap { found.removeValue(forKey: $0) }
    found["site.js"] = everyday.flatMap(Self.withoutComments)
    for (name, bytes) in found { add(bytes, named: name) }
  }

  /// The scripts that every page has, in the order in which they run: one file in the site.
  private static let everyday = [
    "page.js", "site.js", "combobox.js", "mentions.js", "search.js", "searchbox.js",
    "cells.js", "sheet.js", "tables.js",
  ]

  /// A script without the lines that hold nothing but a comment: a fifth of what a first visit would load.
  private static func withoutComments(_ script: [UInt8]) -> [UInt8] {
    let lines = script.split(separator: .newline, omittingEmptySubsequences: true)
    return Array(
      lines.filter { !$0.drop(while: \.isBlank).starts(with: "//".utf8) }
        .joined(separator: [.newline])) + [.newline]
  }

  /// Takes in a file that is to have its hash in its name on the site.
  mutating func add(_ bytes: [UInt8], named name: String) {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let hashed = "\(name[..<dot]).\(FNV1a.hexadecimal(bytes).prefix(10))\(name[dot...])"
    files[hashed] = bytes
    names[name] = hashed
  }

  /// The paths of the style sheets of a template's pages: ours, then a team's by name, which override it.
  ///
  /// `page-explore.css` is of the pages of `explore` alone, `page-evidence.css` of all pages of a site that counts reports
  /// beside ATT&CK's.
  func styleSheets(of template: String, withEvidence: Bool = false) -> [String] {
    let others = names.keys.filter {
      $0.hasSuffix(".css") && $0 != "site.css"
        && (!$0.hasPrefix("page-") || $0 == "page-\(template).css"
          || withEvidence && $0 == "page-evidence.css")
    }
    return (["site.css"] + others.sorted()).map(path)
  }

  /// The names under which it has its files, sorted.
  package var ownNames: [String] { names.keys.sorted() }

  /// The path of an asset in the site.
  func path(_ name: String) -> String { RecordPath.assets + (names[name] ?? name) }
}

/// What is wrong with the assets.
package enum AssetError: Error, Equatable {
  case missing(path: String)
  case unreadable(path: String)
}
