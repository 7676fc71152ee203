// What the cells of a table say: to sort by, to filter by, and as lines of a CSV file. How a cell is read
// is written on the page, as `TableHTML` documents: `data-kind` of its column, and `data-value`.
(() => {
  "use strict";
  const api = window.attackRelations, { page } = api;

  const plainNumber = (text) => parseFloat(text.replaceAll(",", ""));

  // The text as a reader sees it, without what scripts added.
  function text(cell) {
    const copy = cell.cloneNode(true);
    for (const added of page.all("button, .anchor, .more", copy)) added.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  const counters = { marks: /\d/g, references: /\S+/g };
  // By the kind of the column a number, how many marks or references there are, else text in lower case;
  // null where nothing is known.
  function value(cell, kind) {
    if (kind === "references" && page.one("a", cell)) return page.all("a", cell).length;
    if (counters[kind]) return (text(cell).match(counters[kind]) ?? []).length;
    const content = cell ? cell.dataset.value ?? cell.textContent.trim() : "";
    if (!content) return null;
    const number = kind === "number" ? plainNumber(content.replace(/^[<>]/, "")) : NaN;
    return isNaN(number) ? content.toLowerCase() : number;
  }

  // ── References: the numbers of reports that a row, or an item of a list, is about. ─────────

  function referenceCell(row) {
    const heads = page.all("thead th", row.closest("table"));
    return row.cells[heads.findIndex((head) => head.dataset.kind === "references")];
  }
  // Read once, before a script adds anything.
  const known = new WeakMap();
  function references(row) {
    if (!known.has(row)) {
      const place = row.cells ? referenceCell(row) : row.lastChild;
      const links = row.cells ? page.all("a[href^='#r']", place) : [];
      known.set(row, links.length ? links.map(({ hash }) => hash.slice(2)) : place.textContent.trim().split(" "));
    }
    return known.get(row);
  }

  // ── As CSV. ────────────────────────────────────────────────────────────────────────────────

  // A row's cells; the id in front of its name is a column of its own.
  function fields(row, hasIDs) {
    return [...row.cells].flatMap((cell) => {
      const id = hasIDs && cell.tagName === "TH" && page.one("a > i", cell)?.textContent;
      return id ? [id, text(cell).slice(id.length).trim()] : text(cell);
    });
  }
  function csv(table, rows) {
    const hasIDs = rows.some((row) => page.one("th > a > i", row));
    const heads = page.all("thead th", table).map((head) => head.textContent.trim());
    const nameColumn = rows[0] ? [...rows[0].cells].findIndex((cell) => cell.tagName === "TH") : 0;
    if (hasIDs) heads.splice(nameColumn, 0, "Id");
    return [heads, ...rows.map((row) => fields(row, hasIDs))]
      .map((texts) => texts.map(page.csvCell).join(",") + "\n").join("");
  }

  api.cells = { text, value, referenceCell, references, csv };
})();
