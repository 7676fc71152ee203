import Pages
import Text

/// Writes what the explorer is worked with; without a script only what was observed shows.
struct ExplorerHTML {
  let location: PageLocation

  func write(_ explorer: Explorer, to html: inout MarkupWriter) {
    html.put(Self.controls)
    write(explorer.observed, to: &html)
    writeChoices(explorer, to: &html)
    html.put(Self.dialogHead)
    if explorer.hasCoverage { html.put(Self.coverageChoice) }
    html.put(Self.dialogRest)
  }

  func write(_ part: ExplorerPart, to html: inout MarkupWriter) {
    switch part {
    case .question: html.put(Self.question)
    case .informative:
      html.put(
        """
        <ol class=out id=informative></ol><p class=note id=informative-note>Add what you \
        saw, and they stand here.</p>

        """)
    case .looks:
      html.put(
        """
        <div id=looks></div><p class=note id=look-note>Add what you saw, and it stands here; each \
        technique’s page has its own.</p>

        """)
    case .files:
      html.put(
        """
        <p class="acts needjs"><button type=button id=save-layer>Navigator layer</button>
        <button type=button id=save-csv>CSV</button>
        <p class="note nojs">With JavaScript: a Navigator layer, CSV and a hunt plan. Without: \
        <code>attack-relations infer</code>.</p>

        """)
    }
  }

  private static let question: StaticString = """
    <div class="question needjs"><form id=ask><label for=seen>What have you seen?</label>\
    <div class=ask><input id=seen type=text spellcheck=false \
    placeholder="Ids, names, a tool, an actor, an alert">\
    <ul class=found id=seen-found aria-label=Found hidden></ul>\
    <button class=main>Explore</button></div></form>
    <ul class=chips id=seen-chips aria-label="Seen so far"></ul>
    <p class=note id=seen-said role=status hidden></p>
    <ul class=offers id=seen-offers aria-label="Perhaps named in the text"></ul></div>

    """

  private static let controls: StaticString = """
    <div class="pick needjs"><form id=add><label class=vh for=technique>\
    Add a technique by id or name</label><input id=technique type=text \
    placeholder="Add a technique: id or name">\
    <ul class=found id=options aria-label="Techniques found" hidden></ul></form>
    <button type=button id=paste>Paste a text</button>
    <button type=button id=open>Open a layer</button>\
    <input type=file id=file aria-label="A Navigator layer or a text" hidden>
    <button type=button id=clear>Clear</button>
    <button type=button id=copy-link>Copy link</button>
    <button type=button id=plan class=main>Hunt plan</button></div>

    """

  private func write(_ observed: [Explorer.Observation], to html: inout MarkupWriter) {
    html.put(
      """
      <h2 class=vh>Observed</h2>
      <ul class=chips id=chips aria-label="Observed techniques">
      """)
    for observation in observed {
      html.put("<li class=chip>")
      html.link(observation.id, observation.name, location.href(observation.path))
    }
    html.put("</ul>\n<p class=note id=heard hidden>\n")
  }

  private func writeChoices(_ explorer: Explorer, to html: inout MarkupWriter) {
    html.put(
      """
      <div class="tools needjs" id=filters><label>Order <select id=order>\
      <option value=telling>most telling<option value=likely>most likely
      """)
    if explorer.hasSteps { html.put("<option value=intrusion>order of an intrusion") }
    html.put(
      """
      </select></label>\
      <label>Reports since <input id=since type=number min=1990 max=2100 placeholder="any year"></label>
      """)
    if !explorer.origins.isEmpty {
      html.put("<label>Reports from <select id=whose><option value=\"\">all")
      writeOptions(explorer.origins, to: &html)
      html.put("</select></label>")
    }
    if explorer.hasCoverage {
      html.put(
        """
        <label>Covered <select id=covered><option value="">all<option value=no>not, or only the parent\
        <option value=yes>covered</select></label>
        """)
    }
    html.put("<label>Tactic <select id=tactic><option value=\"\">all")
    writeOptions(explorer.tactics, to: &html)
    html.put(
      "</select></label><label>Platform <select id=platform><option value=\"\">all")
    writeOptions(explorer.platforms, to: &html)
    html.put(
      """
      </select></label>\
      <label><input type=checkbox id=parents> without sub-techniques</label></div>
      <details class="sources needjs" id=sources><summary>Log sources I have: \
      <span id=sources-told>none ticked, so nothing is marked</span></summary><p class=note>Tick what is \
      collected. A suggestion that none of your sources shows keeps its place and is marked. <strong>Likely</strong>: ATT&amp;CK \
      names another source there, but yours shows the same data component elsewhere. Kept in this browser \
      only, not in the link. The number: how many techniques the source shows there.\
      <p class=acts id=sources-sets role=group aria-label="Sets to tick at once">\
      <p><input type=text id=sources-find aria-label="Find a log source" placeholder="Find a log source" \
      autocomplete=off spellcheck=false><div id=sources-boxes></div>\
      <p><button type=button id=sources-none>Untick all</button></details>

      """)
  }

  private func writeOptions(_ values: [String], to html: inout MarkupWriter) {
    for value in values {
      html.open("option")
      html.text(value)
    }
  }

  /// Shown for a text to paste, and for the plan to copy.
  private static let dialogHead: StaticString = """
    <dialog id=dialog aria-labelledby=dialog-title><h2 id=dialog-title>Hunt plan</h2>\
    <div class=tools id=plan-choices hidden><label>Techniques <input id=plan-length type=number \
    min=1 max=200 value=10></label><label>Format <select id=plan-format><option value=markdown>Markdown\
    <option value=text>plain text<option value=csv>CSV<option value=layer>Navigator layer</select></label>
    """

  /// In what order what is covered stands in the plan.
  private static let coverageChoice: StaticString = """
    <label>Order <select id=plan-covered><option value="">as listed<option value=hunt>not covered first\
    <option value=verify>not covered last</select></label>
    """

  private static let dialogRest: StaticString = """
    <button type=button id=plan-save>Save</button></div>\
    <p class=note id=dialog-note role=status></p><label class=vh for=dialog-text>Text</label>\
    <textarea id=dialog-text rows=16 spellcheck=false></textarea>\
    <p class=acts><button type=button id=dialog-do class=main>Copy</button>\
    <button type=button id=dialog-close>Close</button></p></dialog>

    """
}
