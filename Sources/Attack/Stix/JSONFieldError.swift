import Text

/// A field that is missing, null, of the wrong type, or not what it should be.
package struct JSONFieldError: Error {
  /// Below the object: `external_references[2].url`; empty for the object itself.
  private let path: String
  private let fault: Fault

  /// What a field should be, in words of JSON.
  enum Expected: String {
    case text = "a text"
    case flag = "true or false"
    case number = "a number"
    case integer = "an integer"
    case list = "a list"
    case object = "an object"
  }

  private enum Fault {
    case missing
    case null(Expected)
    case otherType(Expected)
    case otherContent(String)
  }

  private init(_ path: String, _ fault: Fault) {
    self.path = path
    self.fault = fault
  }

  package init(missing path: String) { self.init(path, .missing) }

  /// For a `value` of another type than the expected one.
  init(_ path: String, _ value: JSONValue, _ expected: Expected) {
    self.init(path, value.kind == .null ? .null(expected) : .otherType(expected))
  }

  /// For a value that is not what it should be, in words: `an id such as T1059.001`.
  package init(_ path: String, isNot expected: String) { self.init(path, .otherContent(expected)) }

  /// The same error with its path prefixed by `outer`, the path of the enclosing object.
  func inside(_ outer: String) -> JSONFieldError {
    JSONFieldError(path.isEmpty ? outer : outer + "." + path, fault)
  }

  /// The field, and what is wrong with it.
  package var reason: String {
    let subject = path.isEmpty ? "it" : "`\(path)`"
    return switch fault {
    case .missing: "\(subject) is missing"
    case .null(let expected): "\(subject) is null, not \(expected.rawValue)"
    case .otherType(let expected): "\(subject) is not \(expected.rawValue)"
    case .otherContent(let expected): "\(subject) is not \(expected)"
    }
  }
}
