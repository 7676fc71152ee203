// The search box of every page: with a list below it, or, on the page of results, with its results.
(() => {
  "use strict";
  const api = window.attackRelations;
  const { one, make, fill, announce, count, decode, setAddress } = api.page;
  const base = document.documentElement.dataset.base;
  const box = one(".searchbox input");
  if (!box) return;
  const page = one("body.search .s-found");
  const most = page ? 200 : 10;

  function fail() {
    announce("The search index could not be loaded");
    return [];
  }
  function note(entry) {
    if (entry.kind === "report") return [entry.published, entry.host, entry.origin].filter(Boolean).join(", ") || "report";
    if (entry.isSource) return "";
    return entry.weight ? count(entry.weight, "report") : entry.kind;
  }
  // What it is, its id and title, why it was found, how much there is of it.
  function drawHit(row, { entry, why }) {
    const hasID = entry.kind !== "report" && entry.kind !== "subset" && !entry.isSource;
    return fill(row, {}, [
      make("span", { "class": "kind" }, entry.kind),
      make("span", { "class": "name" }, hasID ? [make("i", {}, entry.id), " "] : [], entry.title,
        why ? make("small", {}, " " + why) : []),
      make("span", { "class": "note" }, note(entry))
    ]);
  }

  // What a text finds. Several ids are a set: its techniques, and before them the way to the explorer.
  async function ask(text) {
    const ids = api.ids(text);
    if (ids.length < 2) return api.find(text);
    const found = await api.techniques(ids), known = found.filter(Boolean);
    const unknown = ids.filter((id, at) => !found[at]);
    const more = (known.length > 1 ? `Explore these ${known.length}` : known.length ? "Explore this one" : "None is known")
      + (unknown.length ? `; not in this ATT&CK: ${unknown.join(", ")}` : "");
    return [{ more, url: "explore.html#" + known.map(({ id }) => id).join(",") },
      ...known.map((entry) => ({ entry, why: "" }))];
  }
  const address = (hit) => base + (hit.url ?? hit.entry.url);
  const drawAny = (row, hit) => hit.more ? fill(row, {}, [hit.more]) : drawHit(row, hit);

  box.setAttribute("aria-keyshortcuts", "/");
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  // The index is on its way before the first letter is typed.
  box.addEventListener("focus", () => { api.find("").catch(fail); });
  if (page) showResults(); else showList();

  // ── The page of results: the address keeps what was asked. ─────────────────────────────────

  function resultsSummary(text, length) {
    if (!text.trim()) return "Type an id, a name or alias, a tool, or words of a report’s title.";
    if (!length) return `Nothing is called “${text.trim()}”. Try fewer letters, or an id.`;
    return count(length, "result") + (length > most ? `, the first ${most}` : "");
  }
  function showResults() {
    const summary = make("p"), list = make("ol", { "class": "found", id: "results" });
    box.autocomplete = "off";
    box.spellcheck = false;
    one("p", page).remove();
    page.append(summary, list);

    const drawLink = (hit) => make("li", {}, drawAny(make("a", { href: address(hit) }), hit));
    async function draw() {
      const text = box.value, found = await ask(text).catch(fail);
      if (box.value !== text) return;
      list.replaceChildren(...found.slice(0, most).map(drawLink));
      summary.textContent = resultsSummary(text, found.length);
      announce(summary.textContent);
    }
    function restore() {
      const asked = /^#q=(.*)$/.exec(location.hash);
      if (!asked) return;
      box.value = decode(asked[1]);
      draw();
    }
    // The list may not yet answer what is in the box.
    async function openFirst() {
      await draw();
      const first = one("a", list);
      if (first) location.href = first.href;
    }
    box.addEventListener("input", () => {
      const text = box.value.trim();
      setAddress(text ? "#q=" + encodeURIComponent(text) : " ");
      draw();
    });
    box.addEventListener("keydown", (event) => {
      const first = one("a", list);
      if (event.isComposing) return;
      if (event.key === "Enter") openFirst();
      if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const links = api.page.all("a", list), next = links.indexOf(document.activeElement) + step;
      (next < 0 ? box : links[next] ?? links[links.length - 1]).focus();
    });
    addEventListener("hashchange", restore);
    draw();
    restore();
  }

  // ── Elsewhere: a list of hits, and at its end a way to the page of results. ────────────────

  function showList() {
    const id = document.getElementById("results") ? "found" : "results";
    const list = box.parentNode.appendChild(make("ul", { "class": "found", "aria-label": "Found", id }));
    api.page.combobox(box, list, {
      find: async (text) => {
        const found = await ask(text), hits = found.slice(0, most);
        const url = "search.html#q=" + encodeURIComponent(text.trim());
        if (found.length > most) hits.push({ more: `All ${count(found.length)} results`, url });
        else if (text.trim() && !found.length) hits.push({ more: "Nothing found: search the A to Z", url });
        return hits;
      },
      draw: (item, hit) => {
        item.dataset.url = address(hit);
        drawAny(item, hit);
      },
      summary: (hits, text) => {
        if (!text.trim()) return "";
        return hits.find(({ more }) => more)?.more ?? count(hits.length, "result");
      },
      pick: (hit) => { location.href = address(hit); }
    });
  }
})();
