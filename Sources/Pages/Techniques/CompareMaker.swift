/// Makes the page that compares two techniques: a script fills it by the ids in its address.
struct CompareMaker: Sendable {
  func page() -> Page {
    Page(
      path: Self.path, template: "compare", title: "Compare two techniques",
      summary: "How often two techniques are cited together, in which reports, and what differs",
      trail: [Link("Techniques", to: "techniques/index.html")], contents: NoContents(),
      scripts: ["model.js", "pairs.js", "compare.js"],
      dataScripts: [DataScriptName.explorer, DataScriptName.pairs], entry: .techniques)
  }

  static let path = "compare.html"
}
