import Text
import Pages

/// Writes what the explorer is worked with; without a script only what was observed shows.
struct ExplorerHTML {
  let place: PageLocation

  func html(_ explorer: Explorer) -> String {
    controls + observed(explorer.observed) + choices(explorer) + dialog
  }

  func html(_ part: ExplorerPart) -> String {
    switch part {
    case .informative:
      """
      <ol class="out" id="informative"></ol><p class="note" id="informative-note">Add what you \
      saw, and they stand here.</p>

      """
    case .looks:
      """
      <div id="looks"></div><p class="note" id="look-note">Add what you saw, and it stands here; each \
      technique’s page has its own.</p>

      """
    case .files:
      """
      <p class="acts needjs"><button type="button" id="save-layer">Navigator layer</button>
      <button type="button" id="save-csv">CSV</button></p>
      <p class="note nojs">With JavaScript: a Navigator layer, CSV and a hunt plan. Without: \
      <code>attack-relations infer</code>.</p>

      """
    }
  }

  private var controls: String {
    """
    <div class="pick needjs"><form id="add"><label class="vh" for="technique">\
    Add a technique by id or name</label><input id="technique" type="text" \
    placeholder="Add a technique: id or name">\
    <ul class="found" id="options" aria-label="Techniques found" hidden></ul></form>
    <button type="button" id="paste">Paste a text</button>
    <button type="button" id="open">Open a layer</button>\
    <input type="file" id="file" aria-label="A Navigator layer or a text" hidden>
    <button type="button" id="clear">Clear</button>
    <button type="button" id="copy-link">Copy link</button>
    <button type="button" id="plan" class="main">Hunt plan</button></div>

    """
  }

  private func observed(_ observed: [Explorer.Observation]) -> String {
    let chips = observed.map { observation in
      """
      <li class="chip"><a href="\(place.href(observation.path))"><i>\(observation.id)</i> \
      \(HTMLText.escape(observation.name))</a></li>
      """
    }
    return """
      <h2 class="vh">Observed</h2>
      <ul class="chips" id="chips" aria-label="Observed techniques">\(chips.joined())</ul>
      <p class="note" id="heard" hidden></p>

      """
  }

  private func choices(_ explorer: Explorer) -> String {
    """
    <div class="tools needjs" id="filters"><label>Tactic <select id="tactic">\
    <option value="">all</option>\(options(explorer.tactics))</select></label>\
    <label>Platform <select id="platform"><option value="">all</option>\
    \(options(explorer.platforms))</select></label>\
    <label><input type="checkbox" id="parents"> without sub-techniques</label></div>
    <details class="sources needjs" id="sources"><summary>Log sources I have: \
    <span id="sources-told">not told, so nothing is marked</span></summary><p class="note">Tick what is \
    collected. A suggestion that none of it shows keeps its place and is marked. Kept in this \
    browser only, not in the link. The number: how many techniques the source shows there.</p>\
    <p><input type="text" id="sources-find" aria-label="Find a log source" placeholder="Find a log source" \
    autocomplete="off" spellcheck="false"></p><div id="sources-boxes"></div>\
    <p><button type="button" id="sources-none">Untick all</button></p></details>

    """
  }

  private func options(_ values: [String]) -> String {
    values.map { "<option>\(HTMLText.escape($0))</option>" }.joined()
  }

  /// Shown for a text to paste, and for the plan to copy.
  private var dialog: String {
    """
    <dialog id="dialog" aria-labelledby="dialog-title"><h2 id="dialog-title">Hunt plan</h2>\
    <p class="note" id="dialog-note" role="status"></p><label class="vh" for="dialog-text">Text</label>\
    <textarea id="dialog-text" rows="16" spellcheck="false"></textarea>\
    <p class="acts"><button type="button" id="dialog-do" class="main">Copy</button>\
    <button type="button" id="dialog-close">Close</button></p></dialog>

    """
  }
}
