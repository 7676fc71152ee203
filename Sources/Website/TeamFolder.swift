internal import Attack
internal import Foundation
package import Pages

/// Reads what a team wrote by hand: `pages/*.md` and `notes/*.md` in its `Site` folder.
package enum TeamFolder {
  /// Reads a site's folder; one that is not there holds nothing.
  ///
  /// - Throws: `TeamFault`.
  package static func read(_ site: String, withNotes: Bool) throws(TeamFault) -> OwnTexts {
    OwnTexts(
      pages: try texts(in: site + "/pages", reserved: ["index"]),
      notes: withNotes ? try texts(in: site + "/notes", reserved: []) : [])
  }

  private static func texts(
    in folder: String, reserved: Set<String>
  ) throws(TeamFault) -> [OwnText] {
    var texts: [OwnText] = []
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files.sorted() where file.hasSuffix(".md") && !file.hasPrefix(".") {
      let path = folder + "/" + file
      let name = String(file.dropLast(".md".count))
      guard FileName.isSafe(name), !reserved.contains(name) else { throw .badName(path: path) }
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(validating: data, as: UTF8.self)
      else { throw .unreadable(path: path) }
      texts.append(OwnText(name: name, markdown: TextCleaner.clean(text), source: path))
    }
    return texts
  }
}

/// What is wrong with a text that a team wrote.
package enum TeamFault: Error, Equatable {
  case badName(path: String)
  case unreadable(path: String)
}
