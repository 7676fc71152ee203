import Text

/// Which entries a word is found with, packed for a search in a browser.
///
/// - `words`: a line each, ascending; each begins with the number of characters that it shares with the
///   word before (`PrintableNumber`), which are left out.
/// - `entries`: for each word a line, the entries ascending: how many lie between one and the one before
///   (`PrintableNumber`; its highest means that many, and go on), then `~` if the word is found there more
///   than once.
struct Concordance {
  private let places: [String: [Place]]

  /// That a word is found with an entry, and whether more than once.
  private struct Place {
    let entry: Int
    let isRepeated: Bool
  }

  /// - Parameters:
  ///   - counts: for each entry its words, and how often each is found.
  ///   - limit: words of more entries are too general; of them those places are kept where it is
  ///     found more than once, unless these too are more. Without a limit all are kept.
  init(_ counts: [[String: Int]], limit: Int? = nil) {
    var places: [String: [Place]] = [:]
    for (entry, words) in counts.enumerated() {
      for (word, count) in words {
        places[word, default: []].append(Place(entry: entry, isRepeated: count > 1))
      }
    }
    self.places = places.compactMapValues { all in
      guard let limit, all.count > limit else { return all }
      let repeated = all.filter(\.isRepeated)
      return repeated.isEmpty || repeated.count > limit ? nil : repeated
    }
  }

  var json: JSONText {
    let words = places.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return [
      "words": .text(Self.packed(words).joined(separator: "\n")),
      "entries": .text(words.map { Self.packed(places[$0] ?? []) }.joined(separator: "\n")),
    ]
  }

  private static func packed(_ words: [String]) -> [String] {
    zip([""] + words, words).map { before, word in
      let shared = zip(before, word).prefix { $0 == $1 }.count
      let known = min(shared, PrintableNumber.count - 1)
      return PrintableNumber.text(of: known) + word.dropFirst(known)
    }
  }

  private static func packed(_ places: [Place]) -> String {
    let highest = PrintableNumber.count - 1
    var text = ""
    var next = 0
    for place in places {
      var distance = place.entry - next
      while distance >= highest {
        text += PrintableNumber.text(of: highest)
        distance -= highest
      }
      text += PrintableNumber.text(of: distance)
      if place.isRepeated { text += PrintableNumber.mark }
      next = place.entry + 1
    }
    return text
  }
}
