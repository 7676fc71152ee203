// The tables of a page: their rows have anchors and open into reports, and the address leads to them.
(() => {
  "use strict";
  const api = window.attackRelations, { cells, page } = api;
  const { one, all, make, makeButton, announce } = page;

  const sheets = all("main .tw > table[class]").filter((table) => table.tHead && table.tBodies[0]?.rows[0])
    .map((table) => new api.Sheet(table));
  function sheetOf(element) {
    const table = element.closest("table");
    return sheets.find((sheet) => sheet.table === table);
  }

  for (const head of all("tbody tr[id] > th")) {
    const label = "Link to the row of " + head.textContent.trim();
    head.append(make("a", { "class": "anchor", href: "#" + head.parentNode.id, "aria-label": label }));
  }

  // ── A row below another one. ───────────────────────────────────────────────────────────────

  // It holds what belongs to the row above and goes where that goes, until it is folded; `toggle` is the
  // button that says whether it is open.
  page.unfold = (row, toggle, content) => {
    row.detail = make("tr", { "class": "which" }, make("td", { colspan: row.cells.length }, content));
    row.after(row.detail);
    toggle.setAttribute("aria-expanded", "true");
  };
  page.fold = (row, toggle) => {
    row.detail.remove();
    row.detail = null;
    toggle.setAttribute("aria-expanded", "false");
  };

  // ── The reports of a row. ──────────────────────────────────────────────────────────────────

  // A table names reports by their numbers, on one line each. Where the reader is, they stand in a row
  // below by date, title and publisher, with a button that leaves only those in the table of reports
  // and a link to the comparison.
  function listReports(row, sheet, first) {
    sheet.list(row);
    sheet.record("with", row.id, true);
    sheet.applyFilters();
    announce(sheet.note.firstChild.textContent);
    document.getElementById("reports").scrollIntoView();
    one("a", first).focus({ preventScroll: true });
  }
  function listButton(row, numbers) {
    const first = document.getElementById("r" + numbers[0]), sheet = first && sheetOf(first);
    if (!sheet || numbers.length < 4) return [];
    return makeButton(`List these ${numbers.length}`, (event) => {
      event.stopPropagation();
      listReports(row, sheet, first);
    });
  }
  // Of the page's technique and the row's, or of the two that the row names, which may stand there
  // with their sub-techniques.
  function comparisonLink(row) {
    const ids = row.id.split("-");
    if (ids.length !== 2) return api.comparisonLink(api.pageTechnique, row.id);
    const note = "subs" in row.dataset ? ", each without its sub-techniques" : "";
    return api.comparisonLink(...ids, `Compare ${ids.join(" with ")}${note}`);
  }
  const TITLES = 10; // reports that stand in the row

  // As the table of reports has it, which is on the same page; its row says more.
  function reportItem(number) {
    const row = document.getElementById("r" + number), link = row && one("th a", row);
    if (!link) return make("li", {}, make("span", {}, number));
    const table = row.closest("table");
    const column = all("thead th", table).findIndex((head) => head.dataset.kind === "date");
    return make("li", {}, make("span", {}, row.cells[column].textContent),
      make("a", { href: link.getAttribute("href") }, cells.text(link)), " ", make("small"), " ",
      table.matches(".t-sayings") ? make("a", { href: "#r" + number }, "ATT&CK’s sentence") : []);
  }
  // Publishers come with the search.
  async function namePublishers(list) {
    const hosts = new Map((await api.reports()).map(({ url, host }) => [url.split("/").pop(), host]));
    for (const item of list.children) {
      const link = one("a", item);
      if (link) one("small", item).textContent = hosts.get(link.pathname.split("/").pop()) ?? "";
    }
  }
  function reportList(numbers) {
    const shown = numbers.slice(0, TITLES), rest = numbers.length - shown.length;
    const list = make("ol", { "class": "ev" }, shown.map(reportItem));
    namePublishers(list).catch(() => {}); // then without
    return rest ? [list, make("p", { "class": "faint" }, `and ${page.count(rest)} older`)] : [list];
  }

  function open(row) {
    if (row.detail) return;
    const numbers = cells.references(row), link = comparisonLink(row);
    page.unfold(row, toggleOf(row), make("div", {}, reportList(numbers), listButton(row, numbers),
      link ? make("span", { "class": "more" }, link) : []));
  }
  // The button that opens and folds a row: it comes with the keyboard, or once the row is open.
  function toggleOf(row) {
    row.toggle ??= addToggle(row);
    return row.toggle;
  }
  function addToggle(row) {
    const toggle = makeButton(`Which ${cells.references(row).length}`, (event) => {
      event.stopPropagation();
      if (row.detail) page.fold(row, toggle); else open(row);
    });
    toggle.setAttribute("aria-expanded", "false");
    cells.referenceCell(row).prepend(toggle);
    return toggle;
  }
  // The same for an item in a list of techniques that few reports cite.
  function openItem(item) {
    if (item.classList.contains("open")) return;
    item.classList.add("open");
    const numbers = cells.references(item);
    item.lastChild.data = " ";
    item.append(...reportList(numbers));
  }

  // What the reader comes to in the lists that a selector finds, by pointer or by keyboard.
  function follow(lists, items, onClick, onFocus) {
    const handler = (action) => (event) => {
      const item = event.target.closest(items);
      if (item) action(item);
    };
    for (const list of all(lists)) {
      list.addEventListener("click", handler(onClick));
      list.addEventListener("focusin", handler(onFocus));
    }
  }
  for (const head of all("th[data-kind=references]")) head.closest("table").classList.add("refs");
  follow("table.refs > tbody", "tr:not(.which)", open, toggleOf);
  follow(".roll", "li", openItem, openItem);

  // ── The address. ───────────────────────────────────────────────────────────────────────────

  // A row or an item that the address names shows itself.
  function reveal() {
    const id = page.fragment(), row = id && document.getElementById(id);
    if (!row) return;
    if (row.matches(".roll > li")) openItem(row);
    if (row.tagName !== "TR") return;
    if (row.matches("table.refs tr")) open(row);
    const sheet = sheetOf(row);
    if (!sheet) return;
    if (row.classList.contains("hide")) {
      sheet.clear();
      sheet.applyFilters();
    }
    sheet.uncut();
    sheet.showCount();
    row.scrollIntoView();
  }
  function stateOf(hash) {
    return Object.fromEntries(hash.slice(1).split("&").map((pair) => {
      const [key, value = ""] = pair.split("=");
      return [key, page.decode(value)];
    }));
  }
  function restore() {
    for (const sheet of sheets.filter((sheet) => sheet.listed)) {
      sheet.clear();
      sheet.applyFilters();
    }
    if (!location.hash.startsWith("#table=")) return reveal();
    const { table, ...state } = stateOf(location.hash);
    const row = state.with && document.getElementById(state.with);
    sheets.find((sheet) => sheet.name === table)?.restore(state, row?.matches("table.refs tr") ? row : null);
  }
  addEventListener("hashchange", restore);
  restore();
})();
