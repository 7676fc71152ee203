/// What a file holds that should be plain text or JSON, where its first bytes tell.
package enum ForeignContent: Equatable, Sendable {
  case utf16
  case utf32
  case gzip
  /// Another packed file: `zip`, `zstd`, `xz`, `bzip2`.
  case packed(by: String)
  /// What Git keeps in place of a large file.
  case largeFilePointer
  /// HTML or XML.
  case markup

  /// - Returns: `nil` for what may be plain text.
  package init?(_ bytes: [UInt8]) {
    if let packer = Self.packers.first(where: { bytes.starts(with: $0.mark) }) {
      self = packer.content
    } else if let encoding = Self.encoding(bytes) {
      self = encoding
    } else if bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8) {
      self = .largeFilePointer
    } else if Self.withoutBlanks(bytes).first == UInt8(ascii: "<") {
      self = .markup
    } else {
      return nil
    }
  }

  private static let packers: [(mark: [UInt8], content: ForeignContent)] = [
    ([0x1F, 0x8B], .gzip), ([0x50, 0x4B, 0x03, 0x04], .packed(by: "zip")),
    ([0x28, 0xB5, 0x2F, 0xFD], .packed(by: "zstd")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .packed(by: "xz")),
    ([0x42, 0x5A, 0x68], .packed(by: "bzip2")),
  ]

  /// By the byte order mark, or by the zeros beside the first letters.
  private static func encoding(_ bytes: [UInt8]) -> ForeignContent? {
    let head = Array(bytes.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return .utf32 }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    guard head.count == 4 else { return nil }
    switch head.map({ $0 == 0 }) {
    case [true, false, true, false], [false, true, false, true]: return .utf16
    case [true, true, true, false], [false, true, true, true]: return .utf32
    default: return nil
    }
  }

  private static func withoutBlanks(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.withoutMark.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// What it is: `UTF-16 text`.
  package var words: String {
    switch self {
    case .utf16: "UTF-16 text"
    case .utf32: "UTF-32 text"
    case .gzip: "gzip data"
    case .packed(let packer): "a file packed by \(packer)"
    case .largeFilePointer: "a Git LFS pointer, which stands for the file"
    case .markup: "HTML or XML"
    }
  }

  /// What to do about it, with the path of the file for a command that can be copied.
  package func advice(for file: String) -> String {
    switch self {
    case .utf16: "convert it: iconv -f UTF-16 -t UTF-8 '\(file)' > utf8.json"
    case .utf32: "convert it: iconv -f UTF-32 -t UTF-8 '\(file)' > utf8.json"
    case .gzip: "unpack it: gunzip '\(file)'"
    case .packed: "unpack it first"
    case .largeFilePointer: "fetch the file itself: git lfs pull, in the folder of its repository"
    case .markup: "download the raw file, not the page that shows it"
    }
  }
}

extension [UInt8] {
  /// Without the byte order mark of UTF-8.
  package var withoutMark: ArraySlice<UInt8> {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}
