// What the cells of a table say: to sort by, to filter by, and as lines of a CSV file.
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

  // `2 of 3` as its percentage, a number in a column of numbers, else text; null where nothing is known.
  function value(cell, isNumeric) {
    const content = cell ? cell.textContent.trim() : "";
    const part = /^([\d,]+) of ([\d,]+)$/.exec(content);
    if (part) return 100 * plainNumber(part[1]) / plainNumber(part[2]);
    if (!content || content === "no date") return null;
    const number = isNumeric ? plainNumber(content.replace(/^[<>]/, "")) : NaN;
    return isNaN(number) ? content.toLowerCase() : number;
  }
  // How many digits or words there are in a cell.
  const countIn = (cell, what) => (text(cell).match(what === "digits" ? /\d/g : /\S+/g) ?? []).length;

  // ── References: the numbers of reports that a row, or an item of a list, is about. ─────────

  function referenceCell(row) {
    return row.cells[/\br(\d+)\b/.exec(row.closest("table").className)[1] - 1];
  }
  // Read once, before a script adds anything.
  const known = new WeakMap();
  function references(row) {
    if (!known.has(row)) {
      const place = row.cells ? referenceCell(row) : row.lastChild;
      known.set(row, place.textContent.trim().split(" "));
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

  api.cells = { text, value, countIn, referenceCell, references, csv };
})();
