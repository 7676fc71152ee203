// The page of data components and log sources: below each, on asking, all techniques that it shows.
(() => {
  "use strict";
  const api = window.attackRelations, { page } = api;
  const kinds = ["components", "sources"];

  // By kind and name the techniques, the most reported first.
  function techniquesByName(corpus, where) {
    const found = { components: new Map(), sources: new Map() };
    for (const technique of corpus.techniques) {
      const flat = where.techniques[technique.id] ?? []; // platform, component, source, platform, …
      kinds.forEach((kind, part) => {
        for (let at = 1 + part; at < flat.length; at += 3) {
          const name = where[kind][flat[at]];
          if (!found[kind].has(name)) found[kind].set(name, new Set());
          found[kind].get(name).add(technique);
        }
      });
    }
    return found;
  }
  let loading = null;
  function loadTechniques() {
    loading ??= Promise.all([
      api.load("explore-data", "attackRelationsReports"), api.load("where-data", "attackRelationsWhere")
    ]).then(([reports, where]) => techniquesByName(api.corpus(reports), where));
    loading.catch(() => { loading = null; });
    return loading;
  }

  const item = (technique) => page.make("li", {}, page.techniqueLink(technique), " ",
    page.make("small", {}, page.count(technique.total)));

  // Gives a row the button that opens all its techniques, unless the row names all of them itself.
  function offerAll(row, kind) {
    const name = row.cells[0].textContent.trim(), count = row.cells[1].textContent.trim();
    const last = row.cells[row.cells.length - 1];
    if (+count === page.all("a", last).length) return;
    const button = page.make("button", { type: "button", "class": "all", "aria-expanded": "false",
      "aria-label": `All techniques that ${name} shows` }, "All " + count);
    function draw(found) {
      if (row.detail) return;
      const items = [...found[kind].get(name) ?? []].map(item);
      page.unfold(row, button, page.make("div", {}, page.make("ul", { "class": "roll" }, items)));
    }
    row.openAll = () => loadTechniques().then(draw, () =>
      page.announce("The data of this page could not be loaded"));
    button.addEventListener("click", () => { if (row.detail) page.fold(row, button); else row.openAll(); });
    last.append(" ", button);
  }
  for (const table of page.all("table.t-sources")) {
    const kind = table.caption.id.replace("-caption", "");
    for (const row of page.all("tbody tr", table)) offerAll(row, kind);
  }

  // A reader who comes to a row, from the search for instance, comes for what it shows.
  const reveal = () => document.getElementById(page.fragment())?.openAll?.();
  addEventListener("hashchange", reveal);
  reveal();
})();
