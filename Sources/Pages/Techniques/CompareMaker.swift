/// Makes the page that compares two techniques: a script fills it by the ids in its address.
struct CompareMaker: Sendable {
  /// Whether anything says which technique comes before which.
  var hasSteps = false

  func page() -> Page {
    Page(
      kind: .compare, path: PageKind.compare.path, template: "compare",
      title: "Compare two techniques",
      summary: "How often two techniques are cited together, in which reports, and what differs",
      trail: [PageKind.technique.link], contents: NoContents(),
      scripts: ["model.js", "pairs.js"] + (hasSteps ? StepScripts.code + ["compare-steps.js"] : [])
        + ["compare.js"],
      dataScripts: [DataScriptName.explorer, DataScriptName.pairs]
        + (hasSteps ? StepScripts.data : []))
  }
}
