// The page that compares two techniques, named in its address: `compare.html#T1047,T1059.001`.
(() => {
  "use strict";
  const api = window.attackRelations;
  const { one, all, make, makeButton, shareBar, techniqueLink, announce, count } = api.page;
  const page = one("body.compare .s-pair");
  if (!page) return;
  const FIRST_REPORTS = 20; // reports listed until all are asked for
  const MOST_TECHNIQUES = 10; // techniques in a list of differences
  const FEWEST_REPORTS = 3; // reports that a technique in these lists has
  const FEW_REPORTS = 5, SOME_REPORTS = 20; // below: no share at all; below: a share in grey
  let corpus, model, reports, steps;

  const percent = (share) => (100 * share).toFixed(1);
  const section = (id, title, ...children) =>
    make("section", { "class": "s-" + id, "data-part": "" }, make("h2", { id }, title), ...children);
  const region = (name, ...children) =>
    make("div", { "class": "tw", role: "region", tabindex: "0", "aria-labelledby": name }, ...children);

  // ── The two. ───────────────────────────────────────────────────────────────────────────────

  // A share with its interval and the expected one; words only where there are too few reports.
  function share(together, base, expected) {
    const text = `${count(together)} of ${count(base, "report")}`;
    if (base < FEW_REPORTS) return [make("p", { "class": "pc" }, text)];
    const bounds = api.interval(together / base, base);
    const range = bounds.map((bound) => Math.round(100 * bound)).join("–");
    return [
      make("p", { "class": base < SOME_REPORTS ? "pc faint" : "pc" }, percent(together / base) + " % ",
        make("span", {}, range)),
      shareBar(together / base, bounds, expected / base),
      make("p", { "class": "of" }, `${text}; ${percent(expected / base)} % expected`)
    ];
  }

  function facts(pair, techniques) {
    const names = (indexes, all) => indexes.map((index) => all[index]).join(", ") || "none";
    const row = (title, cell) => make("tr", {}, make("th", { scope: "row" }, title),
      techniques.map((technique) => make("td", {}, cell(technique))));
    const head = (technique) => make("th", { scope: "col" }, techniqueLink(technique));
    return region("two", make("table", { "class": "t-two" },
      make("caption", { id: "two" }, "Of the reports of each, the share that also cites the other: "
        + "line, its 95 % interval; tick, the expected share"),
      make("thead", {}, make("tr", {}, make("td"), techniques.map(head))),
      make("tbody", {},
        row("Cites the other too", ({ reports }) => share(pair.together, reports.length, pair.expected)),
        row("Without the other", ({ reports }) => count(reports.length - pair.together, "report")),
        row("Tactics", ({ tactics }) => names(tactics, corpus.tactics)),
        row("Platforms", ({ platforms }) => names(platforms, corpus.platforms)))));
  }

  // Rounded down, so that it holds.
  const atLeast = (lower) => lower > 1 && lower < 1.01 ? "above 1×"
    : `at least ${(Math.floor(lower * 100) / 100).toFixed(2)}×`;
  function gradeWords({ grade, lower }) {
    const bound = atLeast(lower);
    return {
      firm: [make("b", { "class": "up" }, bound), ", firm: about one in twenty of such pairs would be chance."],
      possible: [make("span", { "class": "may" }, bound),
        ", possible: about one in three of such pairs would be chance."],
      weak: [bound + ": it does not stand out."]
    }[grade];
  }
  const testWords = ({ q }) => `q ${q < 0.0001 ? q.toExponential(1) : q.toPrecision(2)}: it `
    + `is ${q <= 0.05 ? "" : "not "}significant among all pairs at once.`;
  function ratioWords(pair) {
    const grade = gradeWords(pair);
    if (!grade) return "Fewer than three reports cite both, too few to say whether the pair stands out.";
    return [`That is ${pair.ratio.toFixed(2)}× the expected (kept near 1 where reports are few), `,
      ...grade, " " + testWords(pair)];
  }
  const verdict = (pair) => [
    make("p", { "class": "sum" },
      make("strong", {}, count(pair.together, "report")), " cite both; ",
      make("strong", {}, pair.expected.toFixed(1)), " expected by chance alone."),
    make("p", {}, ratioWords(pair)),
    pair.isFamily
      ? make("p", {}, "The two are of one family, a technique and its sub-techniques. Reports often name "
        + "several of these together.")
      : make("span")
  ];

  // ── The reports of both. ───────────────────────────────────────────────────────────────────

  // The newest first, then by id.
  const compareReports = (a, b) => a.published === b.published ? (a.id < b.id ? -1 : 1)
    : a.published < b.published ? 1 : -1;
  const reportItem = (report, index) => make("li", index < FIRST_REPORTS ? {} : { "class": "hide" },
    make("span", {}, report.published || "no date"), make("a", { href: report.url }, report.title), " ",
    make("small", {}, report.host));

  function showAllButton(list, more, length) {
    return makeButton(`Show all ${length} reports`, () => {
      const hidden = all(".hide", list);
      for (const item of hidden) item.classList.remove("hide");
      one("a", hidden[0]).focus({ preventScroll: true });
      more.remove();
    });
  }
  function sharedReports(pair) {
    const shared = pair.reports.filter((row) => row < reports.length).map((row) => reports[row]).sort(compareReports);
    if (!pair.together) return section("reports", "No report cites both");
    const list = make("ol", { "class": "ev" }, shared.map(reportItem)), more = make("p", { "class": "more" });
    if (shared.length > FIRST_REPORTS) more.append(showAllButton(list, more, shared.length));
    const verb = pair.together === 1 ? "cites" : "cite", inSets = pair.together - shared.length;
    return section("reports", `${count(pair.together, "report")} ${verb} both`,
      inSets ? make("p", {}, `${count(inSets, "report")} of them in weighted sets`) : [], list, more);
  }

  // ── What differs. Each of the two is { technique, index, companions }. ─────────────────────

  const compareIDs = (a, b) => corpus.techniques[a].id < corpus.techniques[b].id ? -1 : 1;
  const allIndexes = () => [...corpus.techniques.keys()];

  // The techniques cited with one in three reports or more, and never with the other.
  const onlyWith = (own, other) => allIndexes()
    .filter((index) => index !== own.index && own.companions[index] >= FEWEST_REPORTS
      && !other.companions[index])
    .sort((a, b) => own.companions[b] - own.companions[a] || compareIDs(a, b));
  function onlyColumn(own, other) {
    const found = onlyWith(own, other), rest = found.length - MOST_TECHNIQUES;
    const item = (index) => make("li", {}, techniqueLink(corpus.techniques[index]), " ",
      make("small", {}, `in ${own.companions[index]} of its ${own.technique.total}`));
    return make("div", {},
      make("h3", {}, `With ${own.technique.id}, never with ${other.technique.id}`),
      found.length ? make("ul", {}, found.slice(0, MOST_TECHNIQUES).map(item))
        : make("p", {}, "None in three reports or more."),
      make("p", { "class": "faint" }, rest > 0 ? `and ${rest} more` : ""));
  }

  // The largest differences of the two shares, of the techniques that either has in three reports or more.
  function largestGaps(own, other) {
    const share = (side, index) => side.companions[index] / side.technique.total;
    return allIndexes()
      .filter((index) => index !== own.index && index !== other.index
        && [own, other].some(({ companions }) => companions[index] >= FEWEST_REPORTS))
      .map((index) => ({ index, shares: [share(own, index), share(other, index)] }))
      .map((row) => ({ ...row, gap: row.shares[0] - row.shares[1] }))
      .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || compareIDs(a.index, b.index))
      .slice(0, MOST_TECHNIQUES);
  }
  function gapTable(own, other) {
    if ([own, other].some(({ technique }) => technique.total < FEW_REPORTS)) return make("span");
    const number = (text) => make("td", { "class": "num" }, text);
    const titles = [`with ${own.technique.id}`, `with ${other.technique.id}`, "Difference, points"];
    const row = ({ index, shares, gap }) => make("tr", {},
      make("th", { scope: "row" }, techniqueLink(corpus.techniques[index])),
      shares.map((share) => number(percent(share) + " %")),
      number((gap > 0 ? "+" : "−") + percent(Math.abs(gap))));
    return region("gaps", make("table", { "class": "t-gaps" },
      make("caption", { id: "gaps" },
        "Where the two differ most: the share of each one’s reports that cite it too"),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Technique"),
        titles.map((title) => make("th", { scope: "col", "class": "num" }, title)))),
      make("tbody", {}, largestGaps(own, other).map(row))));
  }
  const differences = (own, other) => section("differs", "What differs", gapTable(own, other),
    make("div", { "class": "columns" }, onlyColumn(own, other), onlyColumn(other, own)));

  // ── The comparison that the address asks for. ──────────────────────────────────────────────

  const results = make("div", { id: "comparison" });
  let askedBefore = []; // the ids of the address before

  function retitle(heading, title = heading) {
    one("h1").textContent = heading;
    document.title = `${title} | ${document.title.split(" | ").slice(-1)[0]}`;
  }
  function compare(indexes) {
    const techniques = indexes.map((index) => corpus.techniques[index]);
    const pair = api.pair(corpus, model, ...indexes), [first, second] = techniques.map(({ id }) => id);
    retitle(`Compare ${first} with ${second}`, `${first} and ${second}`);
    const said = steps ? api.comparedSteps(steps, indexes, [first, second], pair) : { top: make("span"), sections: [] };
    results.append(said.top, ...verdict(pair), facts(pair, techniques));
    page.parentNode.append(...said.sections);
    const silent = techniques.find((technique) => !technique.total);
    if (silent) {
      results.append(make("p", {},
        `No report here is cited for ${silent.id}, so nobody can say what it is seen with.`));
      return;
    }
    const sides = indexes.map((index) =>
      ({ technique: corpus.techniques[index], index, companions: api.companions(corpus, index) }));
    page.parentNode.append(differences(...sides), sharedReports(pair));
    announce(`${first} and ${second}: ${count(pair.together, "report")} cite both, `
      + `${pair.expected.toFixed(1)} expected`);
  }
  // What is missing before two can be compared.
  function request(asked, { indexes, unknown }) {
    if (unknown.length) return `ATT&CK, as loaded here, has no ${unknown.join(", ")}.`;
    if (indexes.length === 1 && asked.length > 1) return `Both are ${corpus.techniques[indexes[0]].id}.`;
    return indexes.length ? "Choose the other technique, by its id or name."
      : "Choose two techniques, by their ids or names.";
  }
  function showRequest(text) {
    retitle("Compare two techniques");
    results.append(make("p", {}, text));
    announce(text);
  }
  function show() {
    const asked = api.page.fragment().split(",")
      .map((text) => api.ids(text)[0] || text.trim().toUpperCase()).filter(Boolean);
    const found = api.resolve(corpus, asked);
    results.textContent = "";
    for (const part of all("[data-part]")) part.remove();
    fillFields(asked);
    if (found.indexes.length === 2) compare(found.indexes); else showRequest(request(asked, found));
  }

  // ── The two boxes to choose them by. ───────────────────────────────────────────────────────

  const fields = ["First technique", "Second technique"].map((label) =>
    make("input", { type: "text", "aria-label": label, placeholder: "id or name" }));
  const picker = make("div", { "class": "tools" });

  // The boxes show what the address asks for; what is being typed stays until the address says so.
  function fillFields(asked) {
    fields.forEach((field, at) => {
      const index = asked[at] && api.resolve(corpus, [asked[at]]).indexes[0];
      if (!asked[at] && !askedBefore[at]) return;
      field.value = corpus.techniques[index]?.id ?? asked[at] ?? "";
    });
    askedBefore = asked;
  }
  // Asks for what the boxes name, as far as they hold ids.
  function go() {
    const ids = fields.map((field) => api.ids(field.value)[0]).filter(Boolean);
    if (ids.length) location.hash = ids.join(",");
  }
  function pick(at, id) {
    fields[at].value = id;
    go();
    if (!fields[1 - at].value) fields[1 - at].focus();
  }
  function enter(text) {
    const ids = api.ids(text);
    if (ids.length > 1) fields.forEach((field, at) => { field.value = ids[at]; });
    if (ids.length) go();
    return ids.length > 0;
  }
  function addField(field, at) {
    const list = make("ul", { "class": "found", id: `options-${at + 1}`, "aria-label": "Techniques found" });
    picker.append(make("span", { "class": "combo" }, field, list));
    if (at === 0) picker.append("and");
    api.techniqueBox(field, list, { pick: (id) => pick(at, id), enter });
    field.addEventListener("change", () => { if (api.ids(field.value).length) go(); });
  }

  function start([data, pairModel, titles, book]) {
    corpus = api.corpus(data);
    model = api.pairModel(pairModel, corpus);
    reports = titles;
    steps = book;
    one("p", page).remove();
    page.append(picker, results);
    fields.forEach(addField);
    addEventListener("hashchange", show);
    show();
  }
  Promise.all([
    api.load("explore-data", "attackRelationsReports"),
    api.load("pair-model", "attackRelationsPairModel"), api.reports(), api.loadSteps?.()
  ]).then(start, () => { one("p", page).textContent = "The data of this page could not be loaded."; });
})();
