// The question of the front page: techniques by id, name or tool, an actor, a whole alert; and from there
// to the explorer.
(() => {
  "use strict";
  const api = window.attackRelations;
  const { make, fill, announce, count } = api.page;
  const form = document.getElementById("ask"), box = document.getElementById("seen");
  if (!form) return;
  const chips = document.getElementById("seen-chips"), offers = document.getElementById("seen-offers"), said = document.getElementById("seen-said");
  const button = form.querySelector("button");
  const base = document.documentElement.dataset.base;
  const OFFERED = 8; // things listed below the box
  const BY_TOOL = 6; // the rank of a word that is named with a technique, as a tool is
  const PREPARED = /^T15(8[3-8]|9)/; // before an intrusion: their names are plain English words
  const seen = new Map(); // by id, the name of a technique

  // ── What was seen so far. ──────────────────────────────────────────────────────────────────

  function say(text) {
    said.textContent = text;
    said.hidden = !text;
  }
  function draw() {
    chips.replaceChildren(...[...seen].map(([id, name]) => make("li", { "class": "chip" },
      make("a", { href: `${base}techniques/${id}.html` }, make("i", {}, id), " " + name),
      make("button", { type: "button", "data-remove": id, "aria-label": "Remove " + id }, "×"))));
    button.textContent = seen.size > 1 ? `Explore these ${seen.size}` : seen.size ? "Explore this one" : "Explore";
  }
  function add(entries) {
    for (const { id, title } of entries) {
      seen.set(id, title);
      offers.querySelector(`[data-add="${id}"]`)?.parentNode.remove();
    }
    box.value = "";
    draw();
    announce(count(seen.size, "technique") + " to explore");
  }
  chips.addEventListener("click", (event) => {
    const id = event.target.closest("button")?.dataset.remove;
    if (!id) return;
    seen.delete(id);
    draw();
    box.focus();
  });

  // ── What a text names. ─────────────────────────────────────────────────────────────────────

  const isLive = (entry) => entry.kind === "technique";
  const isAnswer = (entry) => ["technique", "group", "software", "campaign"].includes(entry.kind);
  // What words of a text may name, each a hit and its word: a technique, or a tool named with one. Plain
  // words are among them, so that the reader chooses.
  async function byWord(text) {
    const words = [...new Set(text.toLowerCase().match(/[a-z][a-z0-9_.-]{2,}/g) ?? [])];
    const named = new Map();
    for (const word of words) {
      const [hit] = await api.find(word.replace(/\.(exe|dll|ps1)$/, ""), isLive, { isSure: true });
      const isNamed = hit && (hit.rank <= 2 || hit.rank === BY_TOOL) && !PREPARED.test(hit.entry.id);
      if (isNamed && !seen.has(hit.entry.id) && !named.has(hit.entry.id)) named.set(hit.entry.id, { hit, word });
    }
    return [...named.values()].sort((a, b) => a.hit.rank - b.hit.rank);
  }
  function offer(named) {
    offers.replaceChildren(...named.map(({ hit: { entry }, word }) => make("li", {},
      make("button", { type: "button", "data-add": entry.id, "data-name": entry.title },
        `+ ${entry.id} ${entry.title}`), make("small", {}, ` ${word}`))));
  }
  offers.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) add([{ id: button.dataset.add, title: button.dataset.name }]);
  });
  async function take(text) {
    const ids = api.ids(text), entries = await api.techniques(ids), unknown = ids.filter((id, at) => !entries[at]);
    add(entries.filter(Boolean));
    const named = await byWord(text);
    offer(named);
    say([
      unknown.length ? `Not in this ATT&CK: ${unknown.join(", ")}.` : "",
      named.length ? "Perhaps named in the text; add what you saw:"
        : ids.length ? "" : "The text contains no technique, tool or name that this site knows."
    ].filter(Boolean).join(" "));
  }

  // ── The box. ───────────────────────────────────────────────────────────────────────────────

  const explore = () => { location.href = `${base}explore.html#${[...seen.keys()].join(",")}`; };
  const enter = api.page.combobox(box, document.getElementById("seen-found"), {
    find: async (text) => api.ids(text).length > 1 || text.trim().split(/\s+/).length > 4 ? []
      : (await api.find(text, isAnswer)).slice(0, OFFERED),
    draw: (item, { entry, why }) => fill(item, {}, [
      make("span", { "class": "kind" }, entry.kind === "technique" ? entry.id : entry.kind),
      make("span", { "class": "name" }, entry.title, why ? make("small", {}, " " + why) : ""),
      make("span", { "class": "note" }, entry.weight ? count(entry.weight, "report") : "")
    ]),
    summary: (hits, text) => text.trim() ? count(hits.length) + " found" : "",
    pick: ({ entry }) => {
      say("");
      if (isLive(entry)) add([entry]); else location.href = base + entry.url;
    },
    enter: (text) => {
      if (api.ids(text).length < 2 && text.trim().split(/\s+/).length < 3) return false;
      take(text);
      return true;
    }
  });
  box.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text");
    if (!api.ids(text).length && !/\s/.test(text.trim())) return;
    event.preventDefault();
    take(text);
  });
  box.addEventListener("focus", () => { api.find("").catch(() => {}); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (box.value.trim()) enter(); else if (seen.size) explore(); else box.focus();
  });
  draw();
})();
