internal import Text

/// The program that is running, as far as results depend on it.
package enum RunningTool {
  /// A hash of its bytes, and of the names, sizes and times of the libraries that it has loaded;
  /// `nil` if the system does not show them.
  ///
  /// A tool that was rebuilt has a new identity even if its version number is the same.
  package static let identity: String? = {
    guard let checksums = try? Disk.checksums(of: "/proc/self/exe"),
      let maps = try? Disk.read("/proc/self/maps")
    else { return nil }
    var hash = SHA256()
    hash.update(Array("\(checksums)\n".utf8))
    for path in libraries(maps) {
      let entry = try? Disk.entry(at: path)
      hash.update(Array("\(path) \(entry?.size ?? 0) \(entry?.modified ?? 0)\n".utf8))
    }
    return hash.hexadecimal
  }()

  /// The paths in a table of what is mapped into memory, sorted; only of what is executed, not of other files.
  static func libraries(_ maps: [UInt8]) -> [String] {
    let paths = maps.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
      let kinds = line.split(separator: UInt8(ascii: " ")).dropFirst().first
      guard kinds?.contains(UInt8(ascii: "x")) == true else { return nil }
      return line.firstIndex(of: UInt8(ascii: "/")).map {
        String(decoding: line[$0...], as: UTF8.self)
      }
    }
    return Set(paths).sorted()
  }
}
