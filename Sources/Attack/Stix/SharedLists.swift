import Text

/// Lists that were read from a bundle, and what was in any of them.
struct SharedLists<Element> {
  var lists: [JSONValue: [Element]] = [:]
  var elements: [JSONValue: Element] = [:]
}
