// A box with a list below it, by the combobox pattern: the focus stays in the box, and the list answers
// its text and closes when the focus leaves.
(() => {
  "use strict";
  const api = window.attackRelations, { page } = api;

  // Makes a combobox of a text box and a list. The options:
  //   find(text): promise of the things that fit, the best first
  //   draw(item, thing): fills the list item of one of them
  //   summary(things, text): what is announced about them
  //   pick(thing): the reader chose it
  //   enter(text): not required; the reader pressed Enter on a text that no open list answers; true if
  //     nothing else is to be done
  // Returns what Enter does.
  page.combobox = (box, list, options) => {
    let things = [], current = -1, answered = null, asked = 0;

    // An answer that is still on its way comes too late then.
    function close() {
      asked += 1;
      list.hidden = true;
      current = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }
    function mark(index) {
      current = (index + things.length) % things.length;
      [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === current)));
      box.setAttribute("aria-activedescendant", list.children[current].id);
      list.children[current].scrollIntoView({ block: "nearest" });
    }
    function open() {
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      mark(0);
    }
    function draw(thing, index) {
      const item = page.make("li", { role: "option", id: `${list.id}-${index}` });
      options.draw(item, thing);
      return item;
    }
    // The promise is of whether the list answers what is in the box; the reader may have moved on.
    async function suggest() {
      const text = box.value, turn = asked += 1;
      const found = await options.find(text).catch(() => {
        page.announce("The search index could not be loaded");
        return [];
      });
      if (turn !== asked || document.activeElement !== box) return false;
      things = found;
      answered = text;
      list.replaceChildren(...things.map(draw));
      if (things.length) open(); else close();
      page.announce(options.summary(things, text));
      return true;
    }
    function pick(thing) {
      close();
      if (thing !== undefined) options.pick(thing);
    }
    // Picks the marked thing, or has the text taken as it is, or picks the first thing that fits.
    async function enter() {
      if (!list.hidden && answered === box.value) return pick(things[current]);
      if (options.enter?.(box.value)) return close();
      box.focus();
      if (await suggest()) pick(things[0]);
    }
    function handleKey(event) {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const closes = event.key === "Escape" && !list.hidden;
      const enters = event.key === "Enter" && box.value.trim();
      if (step || closes || enters) event.preventDefault();
      if (step) { if (list.hidden) suggest(); else mark(current + step); }
      if (enters) enter();
      if (closes) close();
    }

    box.autocomplete = "off";
    box.spellcheck = false;
    page.fill(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id }, []);
    list.setAttribute("role", "listbox");
    close();
    box.addEventListener("input", suggest);
    box.addEventListener("focus", () => { if (box.value.trim()) suggest(); });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", handleKey);
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) pick(things[[...list.children].indexOf(item)]);
    });
    return enter;
  };

  // ── For a technique, by id or name. ────────────────────────────────────────────────────────

  // Or an id that a technique had: what it became is followed, and told, where it is used.
  api.isTechnique = (entry) =>
    entry.kind === "technique" || entry.kind === "retired" && entry.id.startsWith("T");
  async function findTechniques(text) {
    // Several ids are not a name to be found: Enter takes them as they are.
    if (api.ids(text).length > 1) return [];
    return (await api.find(text, api.isTechnique)).slice(0, 10);
  }
  function drawTechnique(item, { entry, why }) {
    const note = entry.kind === "retired" ? "retired" : page.count(entry.weight, "report");
    page.fill(item, {}, [
      page.make("span", { "class": "kind" }, entry.id),
      page.make("span", { "class": "name" }, entry.title, why ? page.make("small", {}, " " + why) : ""),
      page.make("span", { "class": "note" }, note)
    ]);
  }
  function summary(hits, text) {
    if (!text.trim()) return "";
    return hits.length ? page.count(hits.length) + " found" : "No technique found";
  }

  // The options are `pick(id)` and `enter(text)`.
  api.techniqueBox = (box, list, { pick, enter }) => page.combobox(box, list, {
    find: findTechniques, draw: drawTechnique, summary, pick: (hit) => pick(hit.entry.id), enter
  });
})();
