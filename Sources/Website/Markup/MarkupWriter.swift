import Text

/// HTML or XML as it is written: elements with their attributes, and escaped text.
///
/// HTML is lean at once: a value has quotes only where a parser needs them. In XML, the language of
/// figures in files, each has them. End tags that HTML does without are not written.
struct MarkupWriter: ~Copyable {
  enum Language { case html, xml }

  private(set) var bytes: ByteWriter
  private let isLean: Bool
  /// Whether the value that was written last has no quotes.
  private var isBare = false

  init(_ language: Language, capacity: Int = 1 << 14) {
    isLean = language == .html
    bytes = ByteWriter(capacity: capacity)
  }

  var count: Int { bytes.count }

  /// `<li class=chip>`.
  @inline(__always)
  mutating func open<each Pair: MarkupAttribute>(
    _ tag: StaticString, _ attribute: repeat each Pair
  ) {
    bytes.put("<")
    bytes.put(tag)
    attributes(repeat each attribute)
  }

  /// `<img src=a.svg`: its end is still to come.
  @inline(__always)
  mutating func start<each Pair: MarkupAttribute>(
    _ tag: StaticString, _ attribute: repeat each Pair
  ) {
    bytes.put("<")
    bytes.put(tag)
    repeat (each attribute).write(to: &self)
  }

  /// The attributes of a tag that was begun, and its end.
  @inline(__always)
  mutating func attributes<each Pair: MarkupAttribute>(
    _ attribute: repeat each Pair
  ) {
    repeat (each attribute).write(to: &self)
    bytes.put(">")
  }

  /// `<rect width=86 height=37 />`: an element of SVG that has nothing inside.
  @inline(__always)
  mutating func empty<each Pair: MarkupAttribute>(
    _ tag: StaticString, _ attribute: repeat each Pair
  ) {
    isBare = false
    bytes.put("<")
    bytes.put(tag)
    repeat (each attribute).write(to: &self)
    // Without a blank the slash would be of the value.
    bytes.put(isBare ? " />" : "/>")
  }

  /// `<path class=b1 d="`: its outline follows, and `endPath`.
  @inline(__always)
  mutating func startPath<Value: AttributeValue>(_ style: Value) {
    bytes.put("<path")
    add("class", style)
    bytes.put(" d=\"")
  }

  mutating func endPath() { bytes.put("\"/>") }

  /// `</a>`.
  @inline(__always)
  mutating func close(_ tag: StaticString) {
    bytes.put("</")
    bytes.put(tag)
    bytes.put(">")
  }

  /// An element that holds a text.
  @inline(__always)
  mutating func element<each Pair: MarkupAttribute>(
    _ tag: StaticString, _ text: some StringProtocol,
    _ attribute: repeat each Pair
  ) {
    open(tag, repeat each attribute)
    bytes.escape(text)
    close(tag)
  }

  @inline(__always)
  fileprivate mutating func add(_ name: StaticString, _ value: some AttributeValue) {
    if value.isAbsent { return }
    bytes.put(" ")
    bytes.put(name)
    isBare = isLean && value.isPlain
    bytes.put(isBare ? "=" : "=\"")
    value.write(to: &bytes)
    if !isBare { bytes.put("\"") }
  }
}

/// A name and a value within a tag.
struct Attribute<Value: AttributeValue>: MarkupAttribute {
  let name: StaticString
  let value: Value

  @inline(__always)
  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  @inline(__always)
  func write(to markup: inout MarkupWriter) { markup.add(name, value) }
}

/// An attribute without a value within a tag of HTML, or none.
struct Flag: MarkupAttribute {
  let name: StaticString
  let isSet: Bool

  init(_ name: StaticString, _ isSet: Bool) {
    self.name = name
    self.isSet = isSet
  }

  func write(to markup: inout MarkupWriter) {
    guard isSet else { return }
    markup.put(" ")
    markup.put(name)
  }
}

/// An attribute with a value of any type.
protocol MarkupAttribute {
  func write(to markup: inout MarkupWriter)
}

extension MarkupWriter {
  /// A literal of our source code, unescaped.
  @inline(__always)
  mutating func put(_ markup: StaticString) { bytes.put(markup) }

  /// Markup that is finished.
  mutating func put(bytes markup: [UInt8]) { bytes.put(bytes: markup) }

  /// Escaped text.
  mutating func text(_ text: some StringProtocol) { bytes.escape(text) }

  mutating func integer(_ number: Int) { bytes.integer(number) }

  /// `1,762`.
  mutating func count(_ number: Int) { bytes.count(number) }

  mutating func decimal(_ number: Double, _ digits: Int) { bytes.decimal(number, digits) }

  /// `51 %`, `&lt;1 %`.
  mutating func percent(_ share: Double) {
    bytes.escape(Format.percent(share))
    bytes.put(" %")
  }

  /// A range of whole percent, `8–15`.
  mutating func percents(_ low: Double, _ high: Double) {
    bytes.decimal(low * 100, 0)
    bytes.put("–")
    bytes.decimal(high * 100, 0)
  }

  /// Begins a new line, if one is begun.
  mutating func endLine() {
    if bytes.last != .newline { bytes.put("\n") }
  }

  /// Takes back what was written last, where that is `text`.
  ///
  /// - Returns: whether it was.
  mutating func dropLast(_ text: StaticString) -> Bool {
    guard bytes.ends(with: text) else { return false }
    bytes.cut(to: bytes.count - text.utf8CodeUnitCount)
    return true
  }

  /// Takes back what was written from `end` on.
  mutating func cut(to end: Int) { bytes.cut(to: end) }

  /// Gives other writers of bytes, such as templates, what is written here.
  mutating func withBytes(_ body: (inout ByteWriter) -> Void) { body(&bytes) }
}
