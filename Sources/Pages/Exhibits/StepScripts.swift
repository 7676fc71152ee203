/// What pages load that tell of order, and of needs and gives, where the site knows any.
enum StepScripts {
  static let code = ["step-model.js", "step-words.js"]
  static let data = [DataScriptName.steps]
}
