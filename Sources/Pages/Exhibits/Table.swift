import Attack
package import Corpora
package import Measures
import Text

/// A table that can be sorted and filtered; every row has an address.
package struct Table: Sendable {
  package let caption: String
  package let columns: [Column]
  package let rows: [Row]
  /// What a text filter looks through, in words; `nil` for a table too short to need one.
  package var filter: String?
  /// A name for the style: `techniques`, `reports`.
  package let style: String

  package struct Column: Sendable {
    package let title: String
    package var isNumeric = false
    /// Left out on a phone, where other columns imply it.
    package var isMinor = false
    /// How a filtered table can be cut down by the column.
    package var filter: Filter?
    /// What its cells name, where each leads to a row of the page of log sources.
    package var names: Names?
    /// How many marks each cell has, where they are marks: they are numbered in the head.
    package var marks = 0

    /// A column of `Cell.presence`.
    package static func marks(_ title: String, _ count: Int) -> Column {
      var column = Column(title)
      column.marks = count
      return column
    }

    package enum Filter: String, Sendable {
      /// To one of the values that its cells list, separated by commas.
      case choice
      /// To the rows of at least that many reports.
      case least
    }

    /// The tables of the page of log sources.
    package enum Names: String, Sendable {
      case sources, components
    }

    /// How many times the expected pairs were seen, and how many times are sure.
    static let ratios = [
      Column("Times expected", isNumeric: true), Column("Sure, at\u{A0}least", isNumeric: true),
    ]

    package init(
      _ title: String, isNumeric: Bool = false, isMinor: Bool = false, filter: Filter? = nil,
      names: Names? = nil
    ) {
      self.title = title
      self.names = names
      self.filter = filter
      self.isNumeric = isNumeric
      self.isMinor = isMinor
    }
  }

  package struct Row: Sendable {
    /// Its anchor on the page.
    package let id: String?
    /// One per column.
    package let cells: [Cell]
    /// Whether a technique that it is about includes its sub-techniques.
    package let isWithSubs: Bool

    package init(_ id: String?, _ cells: [Cell], isWithSubs: Bool = false) {
      self.id = id
      self.cells = cells
      self.isWithSubs = isWithSubs
    }
  }

  package init(
    _ caption: String, style: String, columns: [Column], rows: [Row], filter: String? = nil
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.filter = filter
    self.style = style
  }
}

/// The content of one cell of a table.
package enum Cell: Sendable {
  case text(String)
  /// A row's name: an id, where there is one, and a name, both one link.
  case name(id: String?, name: String, path: String)
  case links([Link])
  /// A number that leads to the reports it counts, where there is a path; marked by how sure it is that the pair
  /// stands out.
  case count(Int, path: String?, grade: Grade? = nil)
  /// A part of a whole in numbers: of few, a percentage would mislead.
  case part(Int, of: Int)
  /// When a report was published, as far as it is known.
  case date(PartialDate?)
  /// A percentage with what it is of, or its interval, beside it; greyed on a small base.
  case share(Double, note: String, isFaint: Bool)
  /// A percentage with a bar of its length.
  case bar(Double)
  /// How many times the expected was seen.
  case ratio(Double, grade: Grade?, isFamily: Bool = false)
  /// How many times the expected are sure, at least.
  case bound(Double, grade: Grade? = nil, isSignificant: Bool)
  /// Which of the page's suggestions something shows, each by its digit, the tenth by 0.
  case marks([Mark])
  /// The rank of a partner on one basis.
  case basis(BasisCell)
  /// Numbers of reports further down on the page, or on another one.
  case references([Int], page: String)
  /// Reports further down on the page.
  case reports([NumberedReport])
  /// Text of the bundle as Markdown.
  case prose(String)
  /// What ATT&CK says, and how many other reports it cites for it.
  case sentences([CitedSentence])
  /// Which things of a numbered list are present.
  case presence([Bool])
  case external(text: String, url: String)
  /// Whose a report is: `ATT&CK, ours`; marked where it is not ATT&CK's alone.
  case origin(String, isMarked: Bool)
  /// How far a technique is covered.
  case coverage(Coverage.State)
  case empty

  /// Whether something shows a suggestion, and whether a row above did already.
  package enum Mark: Sendable {
    case absent, first, again
  }
}

extension Cell {
  /// `2 of 3`.
  package static func words(_ part: Int, of whole: Int) -> String {
    "\(Format.count(part)) of \(Format.count(whole))"
  }

  /// `2019-06-04`, or `no date`.
  package static func words(_ date: PartialDate?) -> String { date?.description ?? "no date" }

  /// A technique's id and name, leading to its page.
  static func name(of technique: Technique) -> Cell {
    .name(id: technique.id.description, name: technique.name, path: technique.path)
  }

  /// How far a pair is above its expectation, at least.
  static func bound(of pair: Association, grade: Grade? = nil) -> Cell {
    .bound(pair.ratio.lower, grade: grade, isSignificant: pair.isSignificant)
  }
}
