// The explorer's state: its data, what was observed, the filters; all of it kept in the address.
// `api.explorer` is what its files share. Where the page has no list to fill, since no report is cited
// for a technique, there is none, and the other files do nothing.
(() => {
  "use strict";
  const api = window.attackRelations, { page } = api;
  const byID = (id) => document.getElementById(id);
  if (!byID("results") || !byID("chips")) {
    api.infer = () => Promise.reject(new Error("no report to infer from"));
    return;
  }
  const LIST_LENGTH = 20; // techniques listed at first, and added when more are asked for
  const TELLING = "telling"; // the order unless another is chosen
  const INTRUSION = "intrusion"; // the order in parts
  const order = () => byID("order").value;
  const since = () => byID("since").validity.valid ? byID("since").value : "";
  const whose = () => byID("whose")?.value ?? ""; // of a site that counts reports beside ATT&CK's
  const example = page.all("a i", byID("chips")).map((id) => id.textContent);

  const explorer = api.explorer = {
    byID, LIST_LENGTH,
    observed: [], // ids
    absent: [], // ids of what was looked for and not found: no candidates, without effect on a chance
    listLength: LIST_LENGTH,
    // { estimate, recent, ranking, parts, listed }: indexes of techniques that pass the filters; `recent`,
    // plain counts of some reports, if the reader wants these; `parts` of an intrusion, if the reader
    // wants the list in these
    answer: null,
    corpus: null, where: null, // the data
    reports: null, // with their titles
    detections: new Map() // by a technique's id: { platform, component, source }, as texts
  };
  let isUntouched = true; // until anything was taken as observed

  // ── The data, on first use. ────────────────────────────────────────────────────────────────

  function unpackDetections({ techniques, platforms, components, sources }) {
    for (const [id, flat] of Object.entries(techniques)) {
      const found = [];
      for (let at = 0; at < flat.length; at += 3) {
        found.push({
          platform: platforms[flat[at]], component: components[flat[at + 1]], source: sources[flat[at + 2]]
        });
      }
      explorer.detections.set(id, found);
    }
  }
  function unpack([reports, where]) {
    explorer.corpus = api.corpus(reports);
    explorer.where = where;
    unpackDetections(where);
  }
  explorer.fail = () => note(["The data of this page could not be loaded: is the folder of the site whole?"]);
  let loading = null;
  function load() {
    loading ??= Promise.all([
      api.load("explore-data", "attackRelationsReports"), api.load("where-data", "attackRelationsWhere")
    ]).then(unpack);
    loading.catch(() => {
      loading = null;
      explorer.fail();
    });
    return loading;
  }
  explorer.load = load;
  explorer.loadChannels = () => api.load("where-channels", "attackRelationsChannels");
  explorer.loadReports = async () => {
    const [reports] = await Promise.all([api.reports(), load()]);
    return explorer.reports ??= api.rowNames(explorer.corpus, reports);
  };

  explorer.technique = (index) => explorer.corpus.techniques[index];
  const indexOf = (id) => explorer.corpus.indexes.get(id);
  explorer.observedIndexes = () => explorer.observed.map(indexOf);
  explorer.absentIndexes = () => explorer.absent.map(indexOf);
  explorer.distinct = (items) => [...new Set(items)].filter(Boolean);

  // ── The filters. ───────────────────────────────────────────────────────────────────────────

  const namesOf = (indexes, all) => indexes.map((index) => all[index]);
  const covered = () => byID("covered")?.value ?? ""; // of a site that knows what its team covers
  explorer.isCovered = (index) => explorer.corpus.coverage[index] === "2";
  const COVERAGE = { 0: ["✗", "not covered"], 1: ["◐", "only its parent is covered"], 2: ["✓", "covered"] };
  // A sign and words; none where the site does not know it.
  explorer.coverage = (index) => COVERAGE[explorer.corpus.coverage[index]] ?? [];
  explorer.coverageWords = (index) => explorer.coverage(index).join(" ");
  function passesFilters(index) {
    const { id, tactics, platforms } = explorer.technique(index), { corpus } = explorer;
    const tactic = byID("tactic").value, platform = byID("platform").value;
    return !explorer.absent.includes(id) && (!byID("parents").checked || !id.includes("."))
      && (!tactic || namesOf(tactics, corpus.tactics).includes(tactic))
      && (!platform || namesOf(platforms, corpus.platforms).includes(platform))
      && (!covered() || explorer.isCovered(index) === (covered() === "yes"));
  }
  // Where to look: on the platform that the reader chose, else on those where all that was observed may
  // happen, else on those of any of it; what comes before an intrusion has no platform of the victim's.
  explorer.platforms = () => {
    if (byID("platform").value) return [byID("platform").value];
    const each = explorer.observedIndexes().map((index) =>
      namesOf(explorer.technique(index).platforms, explorer.corpus.platforms)
        .filter((name) => name !== "PRE" && name !== "None")).filter((names) => names.length);
    const all = explorer.distinct(each.flat()).sort(), shared = all.filter((name) => each.every((names) => names.includes(name)));
    return shared.length ? shared : all;
  };
  // All of a technique's detections, and those on these platforms, or, if there are none, on its own.
  explorer.allDetections = (index) => explorer.detections.get(explorer.technique(index).id) ?? [];
  explorer.detectionsOf = (index) => {
    const names = explorer.platforms(), all = explorer.allDetections(index);
    const there = all.filter(({ platform }) => !names.length || !platform || names.includes(platform));
    return there.length ? there : all;
  };

  // ── The address. ───────────────────────────────────────────────────────────────────────────

  function address() {
    const filters = ["tactic", "platform"].filter((id) => byID(id).value)
      .map((id) => `${id}=${encodeURIComponent(byID(id).value)}`);
    if (byID("parents").checked) filters.push("subs=no");
    if (since()) filters.push("since=" + since());
    if (whose()) filters.push("evidence=" + encodeURIComponent(whose()));
    if (covered()) filters.push("covered=" + covered());
    if (order() !== TELLING) filters.push("order=" + order());
    const absent = explorer.absent.length ? ["not=" + explorer.absent.join(",")] : [];
    const parts = [explorer.observed.join(","), ...absent, ...filters];
    return parts.some(Boolean) ? "#" + parts.join("&") : location.pathname + location.search;
  }
  // In place of the address before, or as a step that can be gone back.
  explorer.keepAddress = (isStep = false) =>
    page.setAddress(address(), { isStep, state: { nothing: !explorer.observed.length } });

  function choose(select, value) {
    select.value = value;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }
  const valuesOf = (parts) => Object.fromEntries(parts.map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), page.decode(part.slice(at + 1))];
  }));
  function restoreFilters(filters) {
    choose(byID("tactic"), filters.tactic ?? "");
    choose(byID("platform"), filters.platform ?? "");
    byID("parents").checked = filters.subs === "no";
    choose(byID("order"), filters.order ?? TELLING);
    byID("since").value = filters.since ?? "";
    if (byID("covered")) choose(byID("covered"), filters.covered ?? "");
    if (byID("whose")) choose(byID("whose"), filters.evidence ?? "");
  }
  const isNothingObserved = () => history.state?.nothing === true;
  // Takes up the state that the address has; the address of a part of the page has none.
  function restore() {
    const hash = location.hash.slice(1), [ids, ...parts] = hash.split("&"), values = valuesOf(parts);
    if (hash && !api.ids(hash).length && !hash.includes("=")) {
      if (!isUntouched) explorer.keepAddress();
      return;
    }
    restoreFilters(values);
    const hasState = hash || isNothingObserved();
    if (hasState || !isUntouched) observe(hasState ? api.ids(ids) : example, api.ids(values.not ?? ""), true);
  }

  // ── What was observed. ─────────────────────────────────────────────────────────────────────

  function note(sentences) {
    byID("heard").hidden = !sentences.length;
    byID("heard").textContent = sentences.join(" ");
  }
  explorer.note = note;
  explorer.inWords = page.inWords;

  const taken = () => `${explorer.observed} ${explorer.absent}`;
  // What is both was seen.
  function setTaken(found, missed) {
    const before = taken(), idsOf = ({ indexes }) => indexes.map((index) => explorer.technique(index).id);
    explorer.observed = idsOf(found);
    explorer.absent = idsOf(missed).filter((id) => !explorer.observed.includes(id));
    explorer.listLength = LIST_LENGTH;
    isUntouched = false;
    return before !== taken();
  }
  // Takes ids, some of which may be retired or unknown, as what was observed and what was not found,
  // and says what became of them after some notes. A change is a step in the address, unless the
  // address asked for it.
  function take(ids, absent, notes = [], isFromAddress = false) {
    const found = api.resolve(explorer.corpus, ids), missed = api.resolve(explorer.corpus, absent);
    const retired = [...found.followed, ...missed.followed]
      .map(([id, successor]) => `${id} is retired: taken as ${successor}.`);
    const left = explorer.distinct([...found.unknown, ...missed.unknown]);
    const unknown = left.length ? [`Not in this ATT&CK, left out: ${explorer.inWords(left)}.`] : [];
    const hasChanged = setTaken(found, missed);
    note([...notes, ...retired, ...unknown]);
    explorer.keepAddress(hasChanged && !isFromAddress);
    return update();
  }
  async function observe(ids, absent = [], isFromAddress = false) {
    await load();
    return take(ids, absent, [], isFromAddress);
  }
  explorer.add = async (ids) => {
    await load();
    const notes = ids.length ? [] : ["No id of a technique, such as T1059.001, is in it."];
    return take([...new Set([...isUntouched ? [] : explorer.observed, ...ids])], explorer.absent, notes);
  };
  // Promise of where it stood.
  explorer.remove = async (id) => {
    await load();
    const index = explorer.observed.indexOf(id);
    await take(explorer.observed.filter((other) => other !== id), explorer.absent);
    return index;
  };
  explorer.miss = (id) => take(explorer.observed, [...explorer.absent, id]);
  explorer.putBack = (id) => take(explorer.observed, explorer.absent.filter((other) => other !== id));
  // What was not found, each as `say` writes it, in the words of the command; empty if nothing was.
  explorer.absentWords = (say = ({ id, name }) => `${id} ${name}`) => explorer.absent.length
    ? `Looked for, not found: ${explorer.inWords(explorer.absentIndexes().map((index) => say(explorer.technique(index))))}. `
      + "The list leaves out what was not found; the chances stay the same." : "";

  // ── The answer. ────────────────────────────────────────────────────────────────────────────

  // What draws it: at once, and, beside the list, after it. The other files add to both.
  explorer.drawFirst = [];
  explorer.drawLater = [];
  async function update() {
    await load();
    const { corpus } = explorer, estimate = api.estimate(corpus, explorer.observedIndexes());
    const recent = since() || whose() ? api.recent(corpus, estimate, since(), whose()) : null;
    const ranking = (recent ? api.recentRanking(corpus, estimate, recent)
      : api.ranking(corpus, estimate, order())).filter(passesFilters);
    const parts = !recent && order() === INTRUSION ? await explorer.parted(ranking) : null;
    const listed = parts ? parts.flatMap((part) => part.listed) : ranking.slice(0, explorer.listLength);
    const answer = explorer.answer = { estimate, recent, ranking, parts, listed };
    byID("order").disabled = Boolean(recent);
    for (const draw of explorer.drawFirst) draw(answer);
    setTimeout(() => { if (answer === explorer.answer) for (const draw of explorer.drawLater) draw(answer); });
  }
  explorer.update = update;
  // Promise that the answer is drawn: the example's, if there is none yet.
  explorer.drawn = async () => { if (!explorer.answer) await observe(example, [], true); };

  // ── What the reader does. ──────────────────────────────────────────────────────────────────

  async function changeFilter() {
    await explorer.drawn();
    explorer.keepAddress();
    explorer.listLength = LIST_LENGTH;
    return update();
  }
  for (const id of ["order", "since", "whose", "covered", "tactic", "platform", "parents"]) byID(id)?.addEventListener("change", changeFilter);

  const field = byID("technique");
  function addTyped(ids) {
    field.value = "";
    explorer.add(ids);
  }
  function addText(text) {
    const ids = api.ids(text);
    if (ids.length) addTyped(ids);
    return ids.length > 0;
  }
  const enter = api.techniqueBox(field, byID("options"), { pick: (id) => addTyped([id]), enter: addText });
  byID("add").addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) enter(); else field.focus();
  });
  field.addEventListener("paste", (event) => {
    const ids = api.ids(event.clipboardData.getData("text"));
    if (ids.length < 2) return;
    event.preventDefault();
    explorer.add(ids);
  });
  byID("clear").addEventListener("click", async () => {
    await observe([]);
    field.focus();
  });

  addEventListener("hashchange", restore);
  document.addEventListener("DOMContentLoaded", restore); // once all files of the explorer are there
})();
