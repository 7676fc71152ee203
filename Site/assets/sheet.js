// One table: sorted, filtered, cut to its first rows, saved as CSV. The address keeps what the reader did.
(() => {
  "use strict";
  const api = window.attackRelations, { cells } = api;
  const { one, all, make, makeButton, announce, count } = api.page;
  const root = document.documentElement;
  const pageName = /([^/]+)\.html$/.exec(location.pathname)?.[1];
  const MOST = 60; // rows of a long table, as the style sheet cuts it

  // Promise of the tactics and platforms of each technique, by id.
  async function loadTechniques() {
    const data = await api.load("explore-data", "attackRelationsReports");
    const names = (numbers, all) => numbers.split(" ").filter(Boolean).map((number) => all[parseInt(number, 36)]);
    return Object.fromEntries(data.ids.split(" ").map((id, index) => {
      const [, tactics, platforms] = data.in[index].split(",");
      return [id, { tactics: names(tactics, data.tactics), platforms: names(platforms, data.platforms) }];
    }));
  }

  const isShown = (row) => !row.classList.contains("hide");
  const makeOption = (value) => make("option", {}, value);
  function makeSelect(values) {
    const every = makeOption("all");
    every.value = "";
    return make("select", {}, every, values.map(makeOption));
  }

  class Sheet {
    state = {}; // what the reader did, by the keys of the address
    fields = {}; // by the same keys: the form fields of the filters
    tests = {}; // and a function that makes the test of a row from what a field says
    listed = null; // the row of another table whose reports alone are shown, by their numbers
    techniques = {}; // tactics and platforms by a technique's id, once they are loaded

    constructor(table) {
      this.table = table;
      this.body = table.tBodies[0];
      this.name = table.caption ? table.caption.id.replace(/-caption$/, "") : "";
      this.region = table.parentNode;
      this.rows = all("tr", this.body);
      this.heads = all("thead th", table);
      this.rare = this.name === "all" ? all(".roll li") : []; // what few reports cite, listed below
      if (this.isCut) this.cut(this.rows);
      if (this.rows.length > 1) this.addSorting();
      if (table.dataset.find) this.addFilters();
      if (this.rows.length > 3) this.addFoot();
      this.showCount();
    }

    // ── Which rows are shown. ────────────────────────────────────────────────────────────────

    get isCut() { return ["cut", "short"].some((name) => this.table.classList.contains(name)); }
    get shownRows() {
      const rows = all("tr:not(.hide):not(.which)", this.body);
      return this.isCut ? rows.slice(0, MOST) : rows;
    }
    // Leaves the first rows of an order, with what is opened below them. Until then the style sheet does
    // it by the rows' numbers, which opened rows would change.
    cut(order) {
      this.table.classList.replace("cut", "short");
      order.forEach((row, index) => {
        row.classList.toggle("beyond", index >= MOST);
        row.detail?.classList.toggle("beyond", index >= MOST);
      });
    }
    uncut() {
      if (!this.isCut) return;
      this.table.classList.remove("short");
      for (const row of all("tr.beyond", this.body)) row.classList.remove("beyond");
      this.foot?.firstChild.remove();
    }

    // ── The address. ─────────────────────────────────────────────────────────────────────────

    // The reader acted: from now on the address says so. A step can be gone back.
    record(key, value, isStep = false) {
      if (value) this.state[key] = value; else delete this.state[key];
      api.page.setAddress(this.address(), { isStep });
      if (this.onward) this.onward.href = this.wholeAddress();
    }
    address(without) {
      const keys = Object.keys(this.state).sort().filter((key) => key !== without);
      return "#" + [["table", this.name], ...keys.map((key) => [key, this.state[key]])]
        .map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
    }
    // The same on the page of all rows, which has other columns.
    wholeAddress() { return `${pageName}-all.html${this.address("sort")}`; }

    // Does what the address says. `row` is the row of another table whose reports are to be listed.
    restore(state, row) {
      const sort = /^(\d+)-((?:a|de)scending)$/.exec(state.sort ?? "");
      if (row) this.list(row); else this.clear();
      this.state = state;
      this.fillFields(state);
      if (state.platform || this.rare.length) this.loadPlatforms?.();
      if (state.all) this.uncut();
      this.applyFilters();
      if (sort && this.heads[sort[1]]) this.sort(+sort[1], sort[2]);
      (this.tools ?? this.region).scrollIntoView();
    }

    // ── Sorting. ─────────────────────────────────────────────────────────────────────────────

    addSorting() {
      this.heads.forEach((head, column) => {
        const button = makeButton("", () => this.turnSort(column));
        button.append(...head.childNodes);
        head.append(button);
      });
    }
    turnSort(column) {
      const head = this.heads[column], now = head.getAttribute("aria-sort");
      const isDescending = now ? now === "ascending" : ["number", "date"].includes(head.dataset.kind);
      const direction = isDescending ? "descending" : "ascending";
      this.sort(column, direction);
      this.record("sort", `${column}-${direction}`);
    }

    // Numbers before texts, what is unknown last; equal rows keep their first order.
    sorted(column, direction) {
      const sign = direction === "ascending" ? 1 : -1, { kind } = this.heads[column].dataset;
      const rank = (value) => value === null ? 2 : typeof value === "number" ? 0 : 1;
      return this.rows.map((row) => ({ row, value: cells.value(row.cells[column], kind) })).sort((a, b) =>
        rank(a.value) - rank(b.value)
          || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) * sign)
        .map(({ row }) => row);
    }
    sort(column, direction) {
      const order = this.sorted(column, direction), head = this.heads[column];
      this.body.append(...order.flatMap((row) => row.detail ? [row, row.detail] : [row]));
      if (this.isCut) this.cut(order);
      for (const other of this.heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      this.forgetFirstOrder();
      announce(`Sorted by ${head.textContent.trim()}, ${direction}`);
    }
    // The caption no longer names the order that the table had at first.
    forgetFirstOrder() {
      const words = this.table.caption?.lastChild;
      if (words?.data) words.data = words.data.replace(/, (the )?(most reported|newest) first/, "");
    }

    // ── Filters. ─────────────────────────────────────────────────────────────────────────────

    addFilters() {
      this.tools = make("div", { "class": "tools" });
      this.addTextFilter(this.table.dataset.find);
      this.addColumnFilters("choice", (head, column) => this.addChoice(head, column));
      if (root.dataset.exploreData && api.isID(this.rows[0].id)) this.addPlatforms();
      this.addColumnFilters("least", (head, column) => this.addLeast(head, column));
      if (one(".up, .may", this.table)) this.addStandouts();
      this.hasWhole = this.name === "all" && pageName && !pageName.endsWith("-all")
        && one(`a[href^="${pageName}-all.html"]`) !== null;
      this.result = make("span", { "class": "res" });
      this.tools.append(this.result);
      this.region.before(this.tools);
    }
    addColumnFilters(kind, add) {
      this.heads.forEach((head, column) => { if (head.dataset.filter === kind) add(head, column); });
    }

    // `makeTest` makes the test of a row from what the field says.
    addFilter(key, label, field, makeTest, note) {
      this.tools.append(make("label", {}, label + " ", field, note ? " " + note : []));
      this.fields[key] = field;
      this.tests[key] = makeTest;
      field.addEventListener(field.tagName === "SELECT" ? "change" : "input", () => {
        this.record(key, this.fieldText(key));
        this.applyFilters();
      });
    }
    fieldText(key) {
      const field = this.fields[key];
      return field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim();
    }

    addTextFilter(what) {
      const field = make("input",
        { type: "text", placeholder: what, "aria-label": `Filter the rows by ${what}` });
      this.addFilter("find", "Find", field, (asked) => {
        const text = asked.toLowerCase();
        return (row) => row.textContent.toLowerCase().includes(text);
      });
    }
    // One of the values that the column's cells list; an item of the list below has its tactics.
    addChoice(head, column) {
      const title = head.textContent.trim();
      const values = (row) => row.cells ? row.cells[column].textContent.trim().split(", ")
        : this.techniqueOf(row).tactics;
      const every = new Set(this.rows.flatMap(values).filter(Boolean));
      this.addFilter(title.toLowerCase(), title, makeSelect([...every].sort()),
        (asked) => (row) => values(row).includes(asked));
    }
    addLeast(head, column) {
      const field = make("input",
        { type: "number", min: "1", "aria-label": `At least so many: ${head.textContent.trim()}` });
      const reports = (row) => row.cells ? cells.value(row.cells[column], "number") : cells.references(row).length;
      this.addFilter("least", "At least", field, (asked) => (row) => reports(row) >= +asked, "reports");
    }
    addStandouts() {
      this.addFilter("out", "", make("input", { type: "checkbox" }), () =>
        (row) => one(".up, .may", row) !== null, "stands out only");
    }

    // Platforms are not a column: they come with the explorer's data, once the reader is at the tools.
    addPlatforms() {
      const field = makeSelect([]);
      field.className = "later"; // as wide from the start as when it is filled: nothing moves
      this.addFilter("platform", "Platform", field,
        (asked) => (row) => this.techniqueOf(row).platforms.includes(asked));
      let isLoaded = false;
      this.loadPlatforms = async () => {
        if (isLoaded) return;
        const techniques = await loadTechniques().catch(() => null); // tried again next time
        if (isLoaded || !techniques) return;
        isLoaded = true;
        this.techniques = techniques;
        this.fillPlatforms(field);
      };
      this.tools.addEventListener("focusin", this.loadPlatforms);
      this.tools.addEventListener("pointerenter", this.loadPlatforms);
    }
    fillPlatforms(field) {
      const names = new Set([...this.rows, ...this.rare].flatMap((row) => this.techniqueOf(row).platforms));
      field.append(...[...names].sort().map(makeOption));
      // The address may have named one before it was there to be chosen.
      field.value = this.state.platform ?? "";
      if (field.value || this.rare.length && this.isFiltered) this.applyFilters();
    }
    // The technique that a row is about, as far as it is loaded.
    techniqueOf(row) { return this.techniques[row.id] ?? { platforms: [], tactics: [] }; }

    get isFiltered() {
      return this.listed !== null || Object.keys(this.fields).some((key) => this.fieldText(key));
    }
    // Shows the rows that pass all filters.
    applyFilters() {
      const keys = Object.keys(this.tests).filter((key) => this.fieldText(key));
      const tests = keys.map((key) => this.tests[key](this.fieldText(key)));
      const { listed } = this;
      if (listed) tests.push((row) => listed.includes(row.id.slice(1)));
      if (tests.length) this.uncut();
      for (const row of [...this.rows, ...this.rare]) {
        const isHidden = !tests.every((test) => test(row));
        row.classList.toggle("hide", isHidden);
        row.detail?.classList.toggle("hide", isHidden);
      }
      this.showCount();
      if (this.result) announce(this.result.textContent);
    }
    // Without any filter, and only the order kept.
    clear() {
      this.state = this.state.sort ? { sort: this.state.sort } : {};
      this.fillFields({});
      this.note?.remove();
      this.listed = this.note = null;
    }
    fillFields(state) {
      for (const [key, field] of Object.entries(this.fields)) {
        if (field.type === "checkbox") field.checked = state[key] === "1";
        else field.value = state[key] ?? "";
      }
    }

    // Shows only the reports that a row of another table counts, with a way back to all.
    list(row) {
      const numbers = cells.references(row);
      this.clear();
      this.listed = numbers;
      this.note = make("p", { "class": "more" },
        make("b", {}, `${count(numbers.length, "report")} with ${cells.text(row.cells[0])}`), " ",
        makeButton(`Show all ${count(this.rows.length, "report")}`, () => this.unlist()));
      (this.tools ?? this.region).before(this.note);
    }
    unlist() {
      this.clear();
      this.record("with", "");
      this.applyFilters();
      one("a", this.body).focus({ preventScroll: true });
      document.getElementById("reports").scrollIntoView();
    }

    // ── Below it: all rows, and what is shown as a file. ─────────────────────────────────────

    addFoot() {
      this.foot = make("p", { "class": "more" });
      this.saveButton = makeButton("", () => this.save());
      if (this.isCut) {
        this.foot.append(makeButton(`Show all ${count(this.rows.length, "row")}`, () => this.showAll()));
      }
      this.foot.append(this.saveButton);
      this.region.after(this.foot);
    }
    showAll() {
      const next = one("tr.beyond a", this.body);
      this.uncut();
      this.showCount();
      this.record("all", "1");
      next?.focus({ preventScroll: true });
    }
    save() {
      const name = `${pageName ?? "table"}-${this.name}.csv`;
      api.page.saveFile(name, "text/csv", cells.csv(this.table, this.shownRows));
    }

    showCount() {
      if (this.result) this.showResult();
      if (!this.saveButton) return;
      const shown = this.shownRows.length;
      this.saveButton.textContent = `Save ${count(shown, "row")} as CSV`;
      this.saveButton.disabled = shown === 0;
    }
    showResult() {
      const shown = this.rows.filter(isShown).length, total = this.rows.length;
      const rareShown = this.rare.filter(isShown).length, rareTotal = this.rare.length;
      this.result.textContent = (shown === total ? "" : `${count(shown)} of `) + count(total, "row")
        + (rareShown < rareTotal ? `, and ${count(rareShown)} of the ${count(rareTotal)} below` : "");
      if (!this.hasWhole || shown === total) return;
      this.onward = make("a", { href: this.wholeAddress() }, "Look in all");
      this.result.append(" ", this.onward);
    }
  }

  api.Sheet = Sheet;
})();
