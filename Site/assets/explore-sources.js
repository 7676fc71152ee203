// The explorer's log sources: those that the reader has, which the browser keeps, and where to look first.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer } = api;
  if (!explorer) return;
  const { make, all, count, recall, remember } = api.page;
  const { byID, distinct } = explorer;
  const KEY = "log-sources";
  const SUGGESTIONS = 10; // the suggestions whose sources are ranked
  const ROWS = 6; // of a ranking

  // ── What can be seen with the sources that are ticked. ─────────────────────────────────────

  function remembered() {
    try {
      const kept = JSON.parse(recall(KEY));
      return Array.isArray(kept) ? kept : [];
    } catch { return []; }
  }
  let ticked = remembered();

  explorer.hasTicked = () => ticked.length > 0;
  // Where nothing is ticked, nothing counts as missing.
  explorer.isSeen = ({ source }) => !ticked.length || ticked.includes(source);
  explorer.isUnseen = (index) => ticked.length > 0 && !explorer.detectionsOf(index).some(explorer.isSeen);
  // The source that would show most of some techniques, and how many: the first by name of several.
  explorer.bestAddition = (indexes) => {
    const totals = new Map();
    for (const index of indexes) {
      for (const source of distinct(explorer.detectionsOf(index).map((detection) => detection.source))) {
        totals.set(source, (totals.get(source) ?? 0) + 1);
      }
    }
    const most = Math.max(...totals.values());
    return [...totals].filter(([, total]) => total === most).sort(([a], [b]) => a < b ? -1 : 1)[0];
  };

  // ── The boxes to tick. ─────────────────────────────────────────────────────────────────────

  // By platform and source, how many techniques a source shows.
  function countTechniques() {
    const totals = new Map();
    for (const detections of explorer.detections.values()) {
      const known = new Set();
      for (const { platform, source } of detections) {
        const key = `${platform}\n${source}`;
        if (!source || known.has(key)) continue;
        known.add(key);
        if (!totals.has(platform)) totals.set(platform, new Map());
        totals.get(platform).set(source, (totals.get(platform).get(source) ?? 0) + 1);
      }
    }
    return totals;
  }
  function makeBox(source, total) {
    const input = make("input", { type: "checkbox", value: source });
    input.checked = ticked.includes(source);
    return make("label", {}, input, source + " ", make("i", {}, count(total)));
  }
  function makePlatform(platform, totals, isNear) {
    const title = platform || "Any platform";
    const sources = [...totals].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return make("details", isNear ? { open: "" } : {},
      make("summary", {}, title, " ", make("i", {}, count(sources.length))),
      make("div", { role: "group", "aria-label": title },
        sources.map(([source, total]) => makeBox(source, total))));
  }
  // By platform, those of what was observed first and open; a source of several platforms is at each.
  function drawBoxes() {
    const near = explorer.platforms(), isNear = (platform) => near.includes(platform);
    const platforms = [...countTechniques()].sort(([a], [b]) => isNear(b) - isNear(a) || (a < b ? -1 : 1));
    byID("sources-boxes").replaceChildren(
      ...platforms.map(([platform, totals]) => makePlatform(platform, totals, isNear(platform))));
    findSources();
  }
  const boxes = () => all("input", byID("sources-boxes"));

  // Leaves the sources that contain the text, and opens the platforms that have them.
  function findSources() {
    const text = byID("sources-find").value.trim().toLowerCase();
    for (const platform of byID("sources-boxes").children) {
      const labels = all("label", platform);
      for (const label of labels) label.hidden = !label.textContent.toLowerCase().includes(text);
      platform.hidden = labels.every((label) => label.hidden);
      if (text && !platform.hidden) platform.open = true;
    }
  }
  async function takeTicked() {
    await explorer.drawn();
    ticked = distinct(boxes().filter((box) => box.checked).map((box) => box.value));
    remember(KEY, ticked.length ? JSON.stringify(ticked) : "");
    return explorer.update();
  }
  byID("sources").addEventListener("toggle", () => {
    if (byID("sources").open) explorer.load().then(drawBoxes);
  });
  byID("sources-find").addEventListener("input", findSources);
  byID("sources-boxes").addEventListener("change", ({ target }) => {
    for (const box of boxes()) if (box.value === target.value) box.checked = target.checked;
    takeTicked();
  });
  byID("sources-none").addEventListener("click", () => {
    for (const box of boxes()) box.checked = false;
    takeTicked();
  });

  function drawTickedCount() {
    byID("sources-told").textContent = ticked.length ? count(ticked.length) + " ticked"
      : "not told, so nothing is marked";
  }

  // ── Where to look first: the fewest sources that show most (greedy cover). ─────────────────

  // By the name of a source or a component (`part`), which of the listed show there, by their ranks.
  function ranksByName(listed, part) {
    const ranks = new Map();
    listed.forEach((index, rank) => {
      for (const name of distinct(explorer.detectionsOf(index).map((detection) => detection[part]))) {
        if (!ranks.has(name)) ranks.set(name, []);
        ranks.get(name).push(rank);
      }
    });
    return ranks;
  }
  // Each next one shows the most that none before it shows: { name, ranks, fresh }, of which `fresh` are
  // the ranks that it adds. Of equal ones it is the one that shows more, then the first by name.
  function cover(listed, part, most) {
    const ranks = ranksByName(listed, part), left = [...ranks.keys()].sort();
    const covered = new Set(), order = [];
    const freshOf = (name) => ranks.get(name).filter((rank) => !covered.has(rank));
    const isBetter = (name, other) => {
      const gain = freshOf(name).length - freshOf(other).length;
      return gain > 0 || gain === 0 && ranks.get(name).length > ranks.get(other).length;
    };
    while (left.length && order.length < most) {
      const name = left.reduce((best, other) => isBetter(other, best) ? other : best);
      const fresh = freshOf(name);
      order.push({ name, ranks: ranks.get(name), fresh });
      for (const rank of fresh) covered.add(rank);
      left.splice(left.indexOf(name), 1);
    }
    return order;
  }
  // `A and B together show all ten`: the fewest, each of which adds one at least.
  explorer.coverWords = (listed) => {
    const hasSource = listed.some((index) => explorer.detectionsOf(index).some(({ source }) => source));
    const needed = cover(listed, hasSource ? "source" : "component", listed.length)
      .filter(({ fresh }) => fresh.length);
    if (!needed.length) return "";
    const total = listed.length, shown = needed.reduce((sum, { fresh }) => sum + fresh.length, 0);
    const allOfThem = { 1: "it", 2: "both", 10: "all ten" }[total] ?? `all ${total}`;
    return explorer.inWords(needed.map(({ name }) => name))
      + (needed.length === 1 ? " alone shows " : " together show ")
      + (shown === total ? allOfThem : `${shown} of ${total}`);
  };

  function coverItem({ name, ranks, fresh }, part, total) {
    const isMissing = part === "source" && ticked.length > 0 && !ticked.includes(name);
    const numbers = ranks.flatMap((rank, at) => [at ? ", " : "no. ",
      fresh.includes(rank) ? make("b", {}, String(rank + 1)) : String(rank + 1)]);
    return make("li", { "class": isMissing ? "lack" : null }, make("span", {}, name),
      make("span", { "class": "x" }, make("b", {}, String(ranks.length)), ` of ${total}`),
      make("small", {}, numbers, isMissing ? "; not ticked" : ""));
  }
  function coverList(listed, part, title) {
    const items = cover(listed, part, ROWS).map((entry) => coverItem(entry, part, listed.length));
    return items.length ? [make("h3", {}, title), make("ol", { "class": "out" }, items)] : [];
  }
  function drawLook({ ranking }) {
    const listed = ranking.slice(0, SUGGESTIONS), { sourceKind } = explorer.where;
    const kind = sourceKind.charAt(0).toUpperCase() + sourceKind.slice(1) + "s";
    const together = explorer.coverWords(listed);
    byID("look-note").textContent = together ? together + "." : "ATT&CK does not say where these show.";
    byID("looks").replaceChildren(
      ...coverList(listed, "source", kind), ...coverList(listed, "component", "Data components"));
  }

  explorer.drawFirst.push(drawTickedCount);
  explorer.drawLater.push(drawLook);
  // What is ticked marks the example too, which is drawn by the script for that.
  document.addEventListener("DOMContentLoaded", () => {
    if (ticked.length && !location.hash && !history.state?.nothing) explorer.drawn();
  });
})();
