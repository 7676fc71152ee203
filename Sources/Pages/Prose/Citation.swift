import Attack
import Text

/// A reference as named in `(Citation: name)`.
struct Citation {
  let reference: ExternalReference
  private let name: [UInt8]

  init(_ reference: ExternalReference) {
    self.reference = reference
    name = Array(ArraySlice(reference.sourceName.utf8).trimmingBlanks)
  }

  /// The length of its name; the longest that matches is meant.
  var length: Int { name.count }

  /// What follows the closing parenthesis, where `text` begins with the name and it.
  func rest(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.starts(with: name) else { return nil }
    let end = text.dropFirst(name.count).droppingBlanks
    return end.first == UInt8(ascii: ")") ? end.dropFirst() : nil
  }
}
