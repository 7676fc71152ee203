import Storage
import Website

/// What the terminal shows of an error: what is wrong with a folder, and what can be done.
extension SiteFolderError {
  package var text: String {
    switch self {
    case .notOurs(let folder, let found):
      "\(quoted(folder)) holds \(quoted(found)) but no \(quoted(SitePath.marker)), so it is no site "
        + "that was built here; choose an empty or a new folder"
    case .notAFolder(let path): "\(quoted(path)) is not a folder; choose another"
    case .mountPoint(let folder):
      "\(quoted(folder)) is a mount point, which cannot be swapped in whole; choose a folder in it"
    case .insideSite(let folder, let site):
      "\(quoted(folder)) and the site in \(quoted(site)) would overwrite each other; choose a "
        + "folder outside of it"
    case .foreign(let folder, let files):
      "\(quoted(folder)) holds \(named(files)), which no build of ours wrote and this one would "
        + "overwrite; move that away, or choose another folder"
    case .busy(let folder):
      "another build of \(quoted(folder)) is running; wait for it, or choose another folder"
    case .unmarked(let folder):
      "\(quoted(folder)) is no built site: it has no \(quoted(SitePath.marker)); "
        + "make one with `attack-relations build`"
    case .settingsAreThere(let file):
      "\(quoted(file)) is there already; nothing was changed"
    case .closed(let folder): "the build of \(quoted(folder)) has ended already"
    case .lost(let path): "\(quoted(path)) of the old site is gone; build again"
    case .badPath(let path):
      "\(quoted(path)) may not be the path of a page: only letters, digits, `.`, `_`, `-` between "
        + "slashes, at most 120 a name"
    case .writtenTwice(let path): "two pages want the file \(quoted(path))"
    case .system(let doing, let path, let code):
      "cannot \(doing) \(quoted(path)): \(Disk.reason(of: code))"
    }
  }
}

private func quoted(_ text: String) -> String {
  "`\(text.printable)`"
}

/// The first three of several files.
private func named(_ files: [String]) -> String {
  let first = files.prefix(3).map(quoted).joined(separator: ", ")
  return files.count > 3 ? "\(first) and \(files.count - 3) more" : first
}

extension String {
  /// The text with nothing in it that could move the cursor or reverse its direction.
  var printable: String {
    unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }
}
