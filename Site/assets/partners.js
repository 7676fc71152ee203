// The list of a technique's page in its other orders: by how often techniques are seen, by tactic, and of the
// reports since a year. The address keeps which: `#next&order=often&group=tactic&since=2022`.
(() => {
  "use strict";
  const api = window.attackRelations;
  const { one, all, make, shareCells, reportItem, techniqueLink, announce, count, setAddress } = api.page;
  const list = one("ol.next[data-technique]");
  if (!list) return;
  const section = list.closest("section");
  const owner = list.dataset.technique;
  const LENGTH = 10; // techniques in a list
  const EVIDENCE = 10; // reports that a row opens into
  const FEW_REPORTS = 5, SOME_REPORTS = 20; // below: no share at all; below: a share in grey

  // ── The data, on first use. ────────────────────────────────────────────────────────────────

  let corpus = null;
  async function load() {
    if (corpus) return;
    const [data] = await Promise.all([
      api.load("explore-data", "attackRelationsReports"), api.load("model", "attackRelations")
    ]);
    corpus = api.corpus(data);
  }
  const indexOf = (id) => corpus.indexes.get(id);
  const ownReports = (since) => corpus.techniques[indexOf(owner)].reports
    .filter((report) => !since || corpus.years[report] >= since);

  // ── The reports of a row, made when it is opened. ──────────────────────────────────────────

  const compareDates = (a, b) => a.published === b.published ? (a.id < b.id ? -1 : 1)
    : a.published < b.published ? 1 : -1;
  // Where all reports with both are.
  function allReports(id) {
    const page = one(`a[href^="${owner}-all.html"]`) ? `${owner}-all.html` : `${owner}.html`;
    return make("a", { href: `${page}#${id}` }, "All reports with both");
  }
  async function evidence(id, since) {
    await load();
    const shared = api.shared(ownReports(since), corpus.techniques[indexOf(id)].reports);
    const titles = await api.reports(); // of the reports that are known by themselves
    const reports = shared.filter((report) => report < titles.length).map((report) => titles[report]).sort(compareDates);
    const isCut = reports.length > EVIDENCE, more = api.weigh(corpus, shared) - reports.length;
    return [
      make("h3", {}, isCut ? `Newest of the ${count(reports.length, "report")}` : "Reports that cite both"),
      more ? make("p", { "class": "more" }, `${count(more, "report")} in weighted sets`) : [],
      make("ol", {}, reports.slice(0, EVIDENCE).map(reportItem)),
      make("p", { "class": "more" }, isCut ? [allReports(id), " · "] : [],
        make("a", { href: `${id}.html#shows` }, "How it shows"), " · ", api.comparisonLink(owner, id))
    ];
  }
  function makeDetails(id, words, since) {
    const body = make("div", { "class": "ev" });
    const details = make("details", {}, make("summary", {}, words), body);
    details.addEventListener("toggle", () => {
      if (!details.open || body.firstChild) return;
      evidence(id, since).then((parts) => body.replaceChildren(...parts), () => {
        body.textContent = "The reports could not be loaded.";
      });
    });
    return details;
  }
  for (const place of all(".next .of", section)) {
    const id = one(".nm i", place.parentNode).textContent;
    place.replaceWith(makeDetails(id, [...one("a", place).childNodes]));
  }

  // ── The rows of each order. ────────────────────────────────────────────────────────────────

  const common = one("details.common", section), commonList = common && one("ul", common);
  const rows = {
    telling: [...list.children].filter((row) => !row.hidden),
    others: [...list.children].filter((row) => row.hidden),
    common: commonList ? [...commonList.children] : [],
    often: all("li[data-often]", section).sort((a, b) => a.dataset.often - b.dataset.often)
  };

  // The techniques that most reports since a year cite, with how many; none of the family.
  function mostSince(reports) {
    const totals = [...api.tally(corpus, reports).entries()].filter(([, total]) => total > 0);
    const idOf = (index) => corpus.techniques[index].id;
    return totals.filter(([index]) => idOf(index).slice(0, 5) !== owner.slice(0, 5))
      .sort(([a, one], [b, other]) => other - one || (idOf(a) < idOf(b) ? -1 : 1)).slice(0, LENGTH);
  }
  function makeRow(index, together, base, since) {
    const technique = corpus.techniques[index], share = together / base, bounds = api.interval(share, base);
    const numbers = base < FEW_REPORTS ? [] : shareCells(share, bounds);
    return make("li", { "class": base < SOME_REPORTS ? "faint" : null },
      make("span", { "class": "rk" }), make("div", { "class": "nm" }, techniqueLink(technique)), numbers,
      make("p", { "class": "tac" }, technique.tactics.map((tactic) => corpus.tactics[tactic]).join(", ")),
      makeDetails(technique.id, [make("span", { "class": "vh" }, technique.name + ": "),
        `${count(together)} of ${count(base, "report")}`], since));
  }

  // ── Before, beside, after: by the tactics, in the order of the matrix. ─────────────────────

  function stage(id) {
    const own = corpus.techniques[indexOf(owner)].tactics, { tactics } = corpus.techniques[indexOf(id)];
    if (Math.max(...tactics) < Math.min(...own)) return "Usually before it";
    return Math.min(...tactics) > Math.max(...own) ? "Usually after it" : "Beside it";
  }
  const groups = make("div", { "class": "groups" });
  list.after(groups);
  function drawGroups(listed) {
    const names = ["Usually before it", "Beside it", "Usually after it"];
    const members = (name) => listed.filter((row) => stage(one(".nm i", row).textContent) === name);
    groups.replaceChildren(...names.flatMap((name) => members(name).length
      ? [make("h3", {}, name), make("ol", { "class": "next" }, members(name))] : []),
      make("p", {}, "By tactic, in the order of ATT&CK’s matrix. That is a usual course of an intrusion, not one that was measured."));
  }

  // ── What the address asks for. ─────────────────────────────────────────────────────────────

  const note = make("p", { "class": "note" });
  function sinceWords(base, since) {
    if (!base) return `No report since ${since} cites ${owner}.`;
    const verb = base === 1 ? "cites" : "cite";
    const words = `${count(base, "report")} since ${since} ${verb} ${owner}: what they also cite, by count. `;
    if (base < FEW_REPORTS) return words + "Too few for shares: read them as cases.";
    return words + (base < SOME_REPORTS ? "Few reports are left, so read the shares with care. " : "")
      + "Times expected are known for all years only.";
  }
  // Gives every row back to where it was.
  function reset() {
    for (const row of rows.others) row.hidden = true;
    list.replaceChildren(...rows.telling, ...rows.others);
    commonList?.replaceChildren(...rows.common);
    groups.replaceChildren();
    list.hidden = false;
  }
  function rowsOf({ order, since }) {
    note.textContent = "";
    if (since) {
      const reports = ownReports(since);
      const base = api.weigh(corpus, reports);
      note.textContent = sinceWords(base, since);
      return mostSince(reports).map(([index, together]) => makeRow(index, together, base, since));
    }
    return order === "often" ? rows.often : rows.telling;
  }
  function draw(state) {
    reset();
    const listed = rowsOf(state);
    listed.forEach((row, rank) => {
      row.hidden = false;
      one(".rk", row).textContent = String(rank + 1);
    });
    if (common) common.hidden = listed !== rows.telling;
    if (listed !== rows.telling) list.replaceChildren(...listed);
    if (state.group) drawGroups(listed);
    list.hidden = Boolean(state.group);
    if (state.order || state.group || state.since) {
      announce(note.textContent || `${count(listed.length, "technique")}, first ${one(".nm i", listed[0]).textContent}`);
    }
  }

  const KEYS = { order: /^often$/, group: /^tactic$/, since: /^\d{4}$/ };
  // Or nothing, where the address is about another part of the page.
  function stateOf(hash) {
    const [name, ...parts] = hash.slice(1).split("&");
    if (name && name !== "next") return null;
    const given = Object.fromEntries(parts.map((part) => part.split("=")));
    return Object.fromEntries(Object.keys(KEYS).map((key) => [key, KEYS[key].test(given[key]) ? given[key] : ""]));
  }
  const address = (state) => "#next" + Object.keys(KEYS).filter((key) => state[key])
    .map((key) => `&${key}=${state[key]}`).join("");

  let state = { order: "", group: "", since: "" };
  async function show() {
    const asked = stateOf(location.hash);
    if (!asked) return;
    state = asked;
    drawControls();
    if (asked.group || asked.since) await load();
    if (state === asked) draw(asked);
  }

  // ── The controls. ──────────────────────────────────────────────────────────────────────────

  const orders = one(".orders", section);
  const telling = make("a", {}, "Most telling"), often = one("a", orders), byTactic = make("a", {}, "By tactic");
  const sinces = make("select", {}, make("option", { value: "" }, "all years"));
  const [first, last] = (list.dataset.years ?? "").split(" ").map(Number);
  for (let year = last; year > first; year -= 1) sinces.append(make("option", { value: year }, `since ${year}`));
  sinces.addEventListener("change", () => {
    setAddress(address({ ...state, since: sinces.value }), { isStep: true });
    show();
  });
  function drawControls() {
    const isTelling = !state.order && !state.since;
    const links = [
      [telling, { ...state, order: "", since: "" }, isTelling], [often, { ...state, order: "often" }, !isTelling],
      [byTactic, { ...state, group: state.group ? "" : "tactic" }, Boolean(state.group)]
    ];
    for (const [link, target, isCurrent] of links) {
      link.href = address(target);
      if (isCurrent) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    sinces.value = state.since;
    if (sinces.selectedIndex < 0) sinces.value = "";
  }
  orders.replaceChildren(telling, often, byTactic);
  if (last > first) orders.append(make("label", {}, "Reports of", sinces));
  orders.after(note);
  drawControls();
  addEventListener("hashchange", show);
  if (location.hash.startsWith("#next&")) show();
})();
