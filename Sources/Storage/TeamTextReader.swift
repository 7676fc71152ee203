internal import Attack
internal import Foundation
package import Pages
import Text

/// Reads what a team wrote by hand: `pages/*.md` and `notes/*.md` in its `Site` folder.
package enum TeamTextReader {
  /// Reads a site's folder; one that is not there holds nothing.
  ///
  /// - Throws: `TeamTextError`.
  package static func read(_ site: String, withNotes: Bool) throws(TeamTextError) -> TeamTexts {
    let folders = [site + "/pages"] + (withNotes ? [site + "/notes"] : [])
    return TeamTexts(
      pages: try texts(in: site + "/pages", reserved: ["index"]),
      notes: withNotes ? try texts(in: site + "/notes", reserved: []) : [],
      ignored: folders.flatMap { folder in
        names(in: folder).filter { !isText($0) }.map { folder + "/" + $0 }
      })
  }

  /// What stands in a folder, hidden files left out.
  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func isText(_ name: String) -> Bool { name.hasSuffix(".md") }

  private static func texts(
    in folder: String, reserved: Set<String>
  ) throws(TeamTextError) -> [TeamText] {
    var texts: [TeamText] = []
    for file in names(in: folder) where isText(file) {
      let path = folder + "/" + file
      let name = String(file.dropLast(".md".count))
      guard FileName.isSafe(name), !reserved.contains(name) else { throw .badName(path: path) }
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(validating: data, as: UTF8.self)
      else { throw .unreadable(path: path) }
      texts.append(TeamText(name: name, markdown: TextCleaner.clean(text), source: path))
    }
    return texts
  }
}

/// What is wrong with a text that a team wrote.
package enum TeamTextError: Error, Equatable {
  case badName(path: String)
  case unreadable(path: String)
}
