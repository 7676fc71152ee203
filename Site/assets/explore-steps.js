// The explorer's order of an intrusion: what may have come before what was seen and what after it, why, and
// chains of steps back to a way in and on to an impact. Of sites that know of steps.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer } = api;
  if (!explorer || !api.steps) return;
  const { make, one, count, inWords, techniqueLink } = api.page;
  const {
    orderWords, givenWords, neededWords, counted, holdWords, hasNeeds, togetherWords
  } = api.stepWords;
  const { byID, technique } = explorer;
  const LINES = 5; // lines of one kind of evidence until all are asked for
  const TITLES = 3; // sources that a plan names for a step
  const NAMES = 2; // techniques that a row names as the reason for its part
  let book = null, model = null;

  // ── The data, on first use. ────────────────────────────────────────────────────────────────

  async function loadParts() {
    const [steps] = await Promise.all([api.loadSteps(), explorer.load()]);
    book = steps;
  }
  // Promise of all that the three kinds of evidence are told with.
  async function loadThree() {
    const [pairs] = await Promise.all([api.load("pair-model", "attackRelationsPairModel"), loadParts()]);
    model ??= api.pairModel(pairs, explorer.corpus);
  }
  const idOf = (index) => technique(index).id;
  const partOf = (index) => api.part(book, explorer.corpus, index, explorer.observedIndexes());

  // ── Why a technique is in its part, in a few words. ────────────────────────────────────────

  // Each fact that steps have, with the technique at the other end; the one that most procedures have first.
  const compareIDs = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  const factsOf = (steps, end) => steps.flatMap((step) => step.facts.map((fact) => ({ fact, id: idOf(step[end]) })))
    .sort((a, b) => Math.min(b.fact.given, b.fact.needed) - Math.min(a.fact.given, a.fact.needed) || compareIDs(a.id, b.id));
  const ofProcedures = (number, of) => number < of ? ` (${number} of ${count(of, "procedure")})` : "";
  // What flows, plans and logs say against it.
  function againstWords(part, back, on) {
    const [steps, end, word] = part === "before" ? [on, "from", "after"] : [back, "to", "before"];
    const told = Object.entries(ORDERS).filter(([, { number }]) => steps.some(number))
      .map(([basis, kind]) => `${basis} ${word} ${ordered(steps, end, kind)}`);
    return told.length ? `, but ${inWords(told)}` : "";
  }
  function needsWords({ part, back, on }) {
    const isBefore = part === "before", facts = factsOf(isBefore ? back : on, isBefore ? "to" : "from");
    const [{ fact, id }, ...rest] = facts;
    const others = rest.length ? `, and ${rest.length} more` : "", against = againstWords(part, back, on);
    return isBefore
      ? `gives ${fact.words}${ofProcedures(fact.given, fact.givenOf)}, which ${id} needs${ofProcedures(fact.needed, fact.neededOf)}${others}${against}`
      : `needs ${fact.words}${ofProcedures(fact.needed, fact.neededOf)}, which ${id} gives${ofProcedures(fact.given, fact.givenOf)}${others}${against}`;
  }
  const ORDERS = {
    drawn: { noun: "flow", number: ({ drawn, failed }) => drawn - failed },
    run: { noun: "log or plan", number: ({ run }) => run }
  };
  // `T1059.001 (2 flows) and T1105 (1 flow)`.
  function ordered(steps, end, { noun, number }) {
    const sorted = steps.filter(number)
      .sort((a, b) => number(b) - number(a) || compareIDs(idOf(a[end]), idOf(b[end]))), rest = sorted.length - NAMES;
    const names = sorted.slice(0, NAMES).map((step) => `${idOf(step[end])} (${counted(number(step), noun)})`);
    return inWords([...names, ...rest > 0 ? [`${rest} more`] : []]);
  }
  function orderedWords({ part, basis, back, on }) {
    const kind = ORDERS[basis], sum = (steps) => steps.reduce((total, step) => total + kind.number(step), 0);
    const sides = [["before", back, "to"], ["after", on, "from"]], [own, other] = part === "before" ? sides : sides.reverse();
    const against = sum(other[1]) ? `, but ${other[0]} ${ordered(other[1], other[2], kind)}` : "";
    const only = sum(own[1]) === 1 ? " only" : "";
    return `${basis} ${own[0]} ${ordered(own[1], own[2], kind)}${against}${only}`;
  }
  function besideWords({ back, on }) {
    if (back.some(hasNeeds)) return "gives something that one seen needs, and needs something that one gives";
    const told = Object.keys(ORDERS).find((basis) => back.some(ORDERS[basis].number));
    return told ? `${told} before and after, equally often` : "no order known";
  }
  function whyThere(index) {
    const found = partOf(index);
    return ({ needs: needsWords, drawn: orderedWords, run: orderedWords, tactic: () => "by its tactic alone" }[found.basis] ?? besideWords)(found);
  }

  // ── The list in parts. ─────────────────────────────────────────────────────────────────────

  const PARTS = {
    before: ["May have come before", "Each may give something that a technique you have seen needs, or was drawn or run before it, or is a way in by its tactic."],
    beside: ["Beside it", "No order is known, or equally many sources give each order."],
    after: ["May come next", "Each may need something that a technique you have seen gives, or was drawn or run after it, or is an impact by its tactic."]
  };
  function partHead([title, meaning], total) {
    return make("li", { "class": "part" }, make("h3", {}, `${title} `, make("span", {}, count(total))),
      make("p", { "class": "note" }, total ? meaning : "None known. Few reports have been drawn as flows, so this tells you nothing."));
  }
  const halfOf = (number) => Math.ceil(number / 2);
  // Promise of the parts of a ranking: { head, listed }, the first of each; none if the data do not come.
  async function parted(ranking) {
    try { await loadParts(); } catch {
      explorer.fail();
      return null;
    }
    const parts = new Map(ranking.map((index) => [index, partOf(index).part]));
    return Object.entries(PARTS).map(([part, words]) => {
      const all = ranking.filter((index) => parts.get(index) === part);
      return { head: partHead(words, all.length), listed: all.slice(0, halfOf(explorer.listLength)) };
    });
  }

  // ── Why this one: which of the three kinds of evidence hold. ───────────────────────────────

  const stepsWith = (index, other) => [api.step(book, index, other), api.step(book, other, index)];
  function orderLines(index, other) {
    const [back, on] = stepsWith(index, other), id = idOf(other);
    return [["Came before", back, "drawn"], ["Came after", on, "drawn"], ["Was run before", back, "run"], ["Was run after", on, "run"]]
      .map(([words, step, kind]) => [words, orderWords(step, kind)])
      .filter(([, sources]) => sources).map(([words, sources]) => [`${words} ${id} `, ...sources]);
  }
  function needsLines(index, other) {
    const [back, on] = stepsWith(index, other), id = idOf(other);
    return [...back?.facts.map((fact) => ["Gives ", ...givenWords(fact, id)]) ?? [],
      ...on?.facts.map((fact) => ["Needs ", ...neededWords(fact, id)]) ?? []];
  }
  function togetherLines(index, seen) {
    const pairs = seen.map((other) => ({ id: idOf(other), ...api.pair(explorer.corpus, model, index, other) }))
      .sort((a, b) => b.together - a.together);
    const words = (all) => `Together with ${inWords(all.map((pair) => `${pair.id} (${togetherWords(pair)})`))}`;
    const clear = pairs.filter(({ grade }) => grade === "firm" || grade === "possible");
    return { isFirm: pairs.some(({ grade }) => grade === "firm"), lines: [[words(clear.length ? clear : pairs.slice(0, NAMES))]] };
  }
  // The lines of one kind, of which all but the first are folded.
  function evidenceOf(title, lines, none) {
    const item = (line) => make("p", {}, line), rest = lines.slice(LINES);
    return [make("dt", {}, title), make("dd", {},
      lines.length ? lines.slice(0, LINES).map(item) : make("p", { "class": "faint" }, none),
      rest.length ? make("details", {}, make("summary", {}, `${rest.length} more`), rest.map(item)) : [])];
  }
  function threeWords(index) {
    const seen = explorer.observedIndexes();
    if (!seen.length) return [];
    const together = togetherLines(index, seen), steps = seen.flatMap((other) => stepsWith(index, other));
    return [
      make("h3", {}, "Why this one"), make("p", { "class": "note" }, holdWords(steps, together.isFirm)),
      make("dl", { "class": "three" },
        evidenceOf("Order", seen.flatMap((other) => orderLines(index, other)),
          "No flow puts it in order with what was seen. Few reports have been drawn as flows, so this tells you nothing."),
        evidenceOf("Needs", seen.flatMap((other) => needsLines(index, other)),
          "No known procedure of one gives what the other needs."),
        evidenceOf("Reports", together.lines, ""))
    ];
  }

  // ── Chains back to a way in and on to an impact. ───────────────────────────────────────────

  const box = make("div", { id: "chains" });
  // They are there once something was seen.
  const section = make("section", { "class": "s-paths" }, make("h2", { id: "paths" }, "How it may have begun and ended"), box);
  const tocItem = make("li", {}, make("a", { href: "#paths" }, "Begun and ended"));
  one(".s-next").after(section);
  one(".toc li")?.after(tocItem);
  // The best chain in a line above the list, which leads to all of them.
  const begun = make("p", { "class": "note", id: "begun" });
  byID("basis").after(begun);
  function drawBegun(chain) {
    begun.hidden = !chain;
    if (!chain) return;
    begun.replaceChildren(chain.direction === "back" ? "May have begun like this: " : "May lead to an impact like this: ",
      chain.path.map(idOf).join(" → "), ". ", make("a", { href: "#paths" }, "Why, and other chains"));
  }
  function showChains(isShown) {
    section.hidden = !isShown;
    tocItem.hidden = !isShown;
    begun.hidden = !isShown;
  }
  showChains(false);
  const EXPLAINED = "Steps that flows, plans, logs or procedures support; the best supported chains come first. Support is not a "
    + "probability, and few reports have been drawn as flows. ";

  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  // All that supports a step.
  function stepLines(step) {
    const [from, to] = [step.from, step.to].map(idOf);
    return [
      ...Object.keys(ORDERS).map((kind) => [kind, orderWords(step, kind)]).filter(([, sources]) => sources)
        .map(([kind, sources]) => [`${capital(kind)} in this order `, ...sources]),
      ...step.facts.map((fact) => [`${from} gives `, ...givenWords(fact, to)]),
      [`Reported together: ${togetherWords(api.pair(explorer.corpus, model, step.from, step.to))}`]
    ];
  }
  function stepSources(step) {
    const words = `${count(step.sources, "source")} for ${idOf(step.from)} before ${idOf(step.to)}`;
    const body = make("div"), details = make("details", {},
      make("summary", { "aria-label": words }, make("span", { "class": "arrow", "aria-hidden": "true" }, "→"), count(step.sources, "source")), body);
    // How often two are reported together needs data that come with the first of them.
    details.addEventListener("toggle", () => {
      if (!details.open || body.firstChild) return;
      loadThree().then(() => body.replaceChildren(...stepLines(step).map((line) => make("p", {}, line))), explorer.fail);
    });
    return details;
  }
  const chainBox = (index, mark) => make("div", { "class": mark === "seen" ? "box seen" : "box" },
    techniqueLink(technique(index)), mark ? make("small", {}, mark) : []);
  function chainItem({ direction, path, steps }) {
    const seen = explorer.observedIndexes(), end = direction === "back" ? path[0] : path.at(-1);
    const mark = (index) => seen.includes(index) ? "seen" : index === end ? { back: "way in", on: "impact" }[direction] : "";
    const name = path.map(idOf).join(", then ");
    return make("li", {},
      make("ol", { "class": "chain", "aria-label": name },
        path.map((index, at) => make("li", {}, at ? stepSources(steps[at - 1]) : [], chainBox(index, mark(index))))));
  }
  const DIRECTIONS = [
    { direction: "back", title: "Back to a way in", told: "entries", words: "a way in", none: "No chain leads back to a way in." },
    { direction: "on", title: "On to an impact", told: "impacts", words: "an impact", none: "No chain leads on to an impact." }
  ];
  function directionParts({ direction, title, told, words, none }, found) {
    const chains = found.chains.filter((chain) => chain.direction === direction), own = found[told].map(idOf);
    const [verb, pronoun] = own.length === 1 ? ["was", "is itself"] : ["were", "are each"];
    const needsNone = own.length === explorer.observed.length;
    return [
      make("h3", {}, title),
      own.length ? make("p", {}, `${inWords(own)} ${verb} seen and ${pronoun} ${words}.`) : [],
      chains.length ? make("ol", { "class": "chains" }, chains.map(chainItem))
        : needsNone ? [] : make("p", { "class": "note" }, `${none} Few reports have been drawn as flows, so this tells you nothing.`)
    ].flat();
  }
  // The same for a hunt plan, as texts; `link` writes a technique, `text` escapes.
  function stepText(step) {
    const titles = (kind) => {
      const all = step.orders.filter((order) => order.kind === kind), rest = all.length - TITLES;
      return inWords([...all.slice(0, TITLES).map(({ title }) => `“${title}”`), ...rest > 0 ? [`${rest} more`] : []]);
    };
    const { together } = api.pair(explorer.corpus, model, step.from, step.to);
    return `${idOf(step.from)} → ${idOf(step.to)}: ` + [
      step.drawn > step.failed && `drawn in ${titles("drawn")}`,
      step.run > 0 && `run in this order in ${titles("run")}`,
      step.facts.length > 0 && `gives ${inWords(step.facts.map(({ words }) => words))}, which ${idOf(step.to)} needs`,
      together > 0 && count(together, "report") + (step.isFirm ? ", firm" : "")
    ].filter(Boolean).join("; ");
  }
  function chainTexts({ text, link }) {
    const seen = explorer.observedIndexes(), found = seen.length ? api.chains(book, explorer.corpus, seen) : null;
    if (!found) return [];
    const told = DIRECTIONS.filter(({ told }) => found[told].length).map(({ told, words }) => {
      const ids = found[told].map(idOf);
      return `${inWords(ids)} ${ids.length === 1 ? "is" : "are each"} ${words}.`;
    }).join(" ");
    const lines = found.chains.map(({ path, steps }) => `- ${path.map((index) => link(technique(index))).join(" → ")}`
      + steps.map((step) => `\n   - ${text(stepText(step))}`).join(""));
    return [told, lines.join("\n")].filter(Boolean);
  }
  async function drawChains(answer) {
    const seen = explorer.observedIndexes();
    if (seen.length) await loadParts();
    if (answer !== explorer.answer) return;
    showChains(seen.length > 0);
    if (!seen.length) return;
    const found = api.chains(book, explorer.corpus, seen);
    drawBegun(found.chains.find(({ direction }) => direction === "back") ?? found.chains[0]);
    box.replaceChildren(make("p", { "class": "note" }, EXPLAINED, make("a", { href: "method.html#order" }, "How they are sorted")), ...DIRECTIONS.flatMap((each) => directionParts(each, found)));
  }

  const partTitles = Object.entries(PARTS).map(([part, [title]]) => [part, title]);
  Object.assign(explorer, { partTitles, loadParts, loadThree, partOf, whyThere, parted, threeWords, chainTexts });
  explorer.drawLater.push((answer) => drawChains(answer).catch(explorer.fail));
})();
