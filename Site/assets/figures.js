// What a cell of a figure counts, told beside it: under the pointer, in focus, or where it is tapped. Its row and its
// column are marked. Comes on first use, and with it the explorer's data and the search, which know the reports.
(() => {
  "use strict";
  const api = window.attackRelations, root = document.documentElement;
  const { one, all, make, makeShape, count, percent, announce } = api.page;
  const CLOSING = 300; // milliseconds in which the pointer can reach what is told
  const TURNING = 80; // and in which it can cross another cell on its way
  const STRIDE = 10; // techniques that an arrow key passes with Shift

  const idIn = (text) => new RegExp(api.idForm).exec(text ?? "")?.[0];
  const plainNumber = (text) => +text.replaceAll(",", "");
  const shapeOf = (element) => one("rect", element) ?? element;

  // ── The figures. Each finds the cell of an element or a point: ──────────────────────────────
  // `key` tells cells apart; `ids` are one technique or two; `words` is what the figure itself says; `shown` is the
  // number of reports that it counts, where it says one; `bands` are the row and the column, to be marked, and
  // `labels` their labels; `link` is what it leads to.

  // Browsers show a title of their own accord, a second time: what it says becomes the link's name.
  function takeTitle(element) {
    const title = one("title", element);
    if (!title) return element.getAttribute("aria-label") ?? element.dataset.words ?? "";
    if (element.localName === "a") element.setAttribute("aria-label", title.textContent);
    else element.dataset.words = title.textContent;
    title.remove();
    return title.textContent;
  }

  // Some techniques by the same, the whole square or its lower half.
  class Grid {
    constructor(svg) {
      this.svg = svg;
      this.cells = all(":scope > [transform]", svg);
      this.cells.forEach(takeTitle);
      const places = this.cells.map((cell) => /([\d.]+)[ ,]+([\d.]+)/.exec(cell.getAttribute("transform")).slice(1, 3));
      const steps = (at) => [...new Set(places.map((place) => +place[at]))].sort((a, b) => a - b);
      const [columns, rows] = [steps(0), steps(1)];
      this.places = new Map(this.cells.map((cell, index) =>
        [cell, [rows.indexOf(+places[index][1]), columns.indexOf(+places[index][0])]]));
      this.rowLabels = all("text.lab", svg);
      this.columnLabels = all("text.col, g > text.i", svg);
      this.techniques = this.rowLabels.map((label) => ({
        id: idIn(label.textContent), name: one(".nm", label).textContent, own: null
      }));
      for (const [cell, [row, column]] of this.places) {
        if (row === column) this.techniques[row].own = plainNumber(one("text", cell)?.textContent ?? "0");
      }
    }
    find(target) {
      const element = this.cells.find((cell) => cell.contains(target));
      if (!element) return null;
      const [row, column] = this.places.get(element), isOwn = row === column;
      const area = this.areaOf(element), { width, height } = this.svg.viewBox.baseVal;
      return {
        key: `${row} ${column}`, element, words: takeTitle(element), note: this.note(element, isOwn),
        techniques: isOwn ? [this.techniques[row]] : [this.techniques[row], this.techniques[column]],
        link: element.getAttribute("href"),
        bands: [{ ...area, x: 0, width }, { ...area, y: 0, height }],
        labels: [this.rowLabels[row], this.columnLabels[column]].filter(Boolean)
      };
    }
    areaOf(element) {
      const { e, f } = element.transform.baseVal.consolidate().matrix, { x, y, width, height } = shapeOf(element).getBBox();
      return { x: e + x, y: f + y, width, height };
    }
    // What colours the cell, where that is not what is told of every pair.
    note(element, isOwn) {
      if (isOwn) return "";
      const expected = one("text.sm", element)?.textContent;
      if (expected) return expected.replace(/exp\.$/, "expected");
      return /(^| )v\d/.test(element.getAttribute("class")) ? `${one("text", element).textContent} times the expected` : "";
    }
  }

  // The matrix of a page: on a technique's each cell is a pair with that technique, all of its family counted; on a
  // report's it is one technique; on an actor's the figure says, in `data-whole`, what its numbers are of.
  class Matrix {
    constructor(svg) {
      this.svg = svg;
      this.names = new Map(all("a", svg).map((link) => [link, takeTitle(link)]));
    }
    find(target) {
      const element = target.closest("a");
      if (!element) return null;
      const texts = all("text", element).map((text) => text.textContent);
      const own = plainNumber(texts.pop()), id = idIn(element.getAttribute("href"));
      const name = this.names.get(element) || texts.join(" ").trim();
      const other = { id, name, isFamily: Boolean(api.pageTechnique) };
      const { whole } = this.svg.dataset, isSelf = element.matches(".self"), head = one(".h", element.closest("svg > g"));
      const { a: scale, e: start } = this.svg.getScreenCTM();
      const x = (shapeOf(element).getBoundingClientRect().x - start) / scale;
      return {
        key: `${id} ${x}`, element, shown: isSelf ? null : own, link: element.getAttribute("href"), note: "",
        words: `${other.name}: ${count(own, "report")}`,
        techniques: isSelf || !api.pageTechnique ? [other] : [{ id: api.pageTechnique, name: "" }, other],
        said: whole && `${count(own)} ${whole}`,
        bands: [{ x, y: 0, width: shapeOf(element).getBBox().width, height: this.svg.viewBox.baseVal.height }],
        labels: all("text", head)
      };
    }
  }

  // All by all: its cells have no elements, its clusters have.
  class Whole {
    constructor(svg) {
      this.svg = svg;
      this.ground = one("[data-order]", svg);
      const [size, ...ids] = this.ground.dataset.order.split(" ");
      this.size = +size;
      this.techniques = ids.map((id) => ({ id, name: "" }));
      this.clusters = all("a", svg).map((link) => {
        const words = takeTitle(link), [start, , end] = one(".o", link).getAttribute("d").match(/\d+/g).map(Number);
        return { link, start, end, title: words.replace(/: [^:]*$/, ""), words };
      });
    }
    find(target, point) {
      const cluster = this.clusters.find(({ link }) => link.contains(target));
      if (cluster) return this.clusterCell(cluster);
      const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(this.svg.getScreenCTM().inverse());
      const row = Math.floor(y / this.size), column = Math.floor(x / this.size);
      return row >= this.techniques.length || column < 0 || column > row ? null : this.cell(row, column, target);
    }
    clusterCell({ link, start, end, words }) {
      const side = end - start;
      return {
        key: words, element: link, techniques: [], words, note: "", labels: [one("text", link)], link: link.getAttribute("href"),
        bands: [{ x: start, y: start, width: side, height: side }]
      };
    }
    cell(row, column, painted) {
      const { size, techniques } = this, [x, y] = [column * size, row * size];
      const area = { x, y, width: size, height: size };
      const cluster = this.clusters.find(({ start, end }) => x >= start && y < end);
      return {
        key: `${row} ${column}`, row, column, area, words: "", cluster: cluster?.title, labels: [],
        techniques: row === column ? [techniques[row]] : [techniques[row], techniques[column]],
        note: row === column ? "" : this.note(painted ?? this.paintAt(area)),
        bands: [{ ...area, x: 0, width: y + size }, { ...area, y: x, height: techniques.length * size - x }]
      };
    }
    // A path has the colour of its class, and the legend says what of.
    note(path) {
      const level = /^d\d$/.exec(path?.getAttribute("class"))?.[0];
      const item = level && one(`.legend .${level}`, this.svg.closest("figure"));
      return item ? `${item.textContent} times the expected` : "";
    }
    paintAt(area) {
      const { left, top, right, bottom } = clientBox(this, { area });
      return document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)
        .find((path) => /^d\d$/.test(path.getAttribute("class")));
    }
  }

  const figures = new Map();
  // The figure within a region that scrolls, or nothing where it is of another kind.
  function figureOf(region) {
    if (!figures.has(region)) {
      const svg = one("svg", region);
      const kind = svg.matches(".grid") ? Grid : svg.matches(".whole") ? one("[data-order]", svg) && Whole
        : svg.matches(".matrix") ? Matrix : null;
      figures.set(region, kind ? new kind(svg) : null);
    }
    return figures.get(region);
  }
  // Where a cell is on the screen.
  function clientBox({ svg }, { area, element }) {
    if (!area) return shapeOf(element).getBoundingClientRect();
    const at = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
    const start = at(area.x, area.y), end = at(area.x + area.width, area.y + area.height);
    return { left: start.x, top: start.y, right: end.x, bottom: end.y };
  }

  // ── What is told. ──────────────────────────────────────────────────────────────────────────

  let corpus = null, titles = null;
  async function load() {
    const [data, reports] = await Promise.all([
      api.load("explore-data", "attackRelationsReports"), api.reports(), api.load("model", "attackRelations")
    ]);
    corpus ??= api.corpus(data);
    titles = reports;
  }

  // The reports that a figure counts for a technique: its own, or those of its family too, as the figure's own number
  // tells; nothing where it is neither.
  function reportsOf({ id, own, isFamily }) {
    const technique = corpus.techniques[corpus.indexes.get(id)];
    if (!technique) return own === 0 ? [] : null;
    if (isFamily) return technique.familyReports;
    return [technique.reports, technique.familyReports].find((reports) => own == null || weigh(reports) === own) ?? null;
  }
  const nameOf = ({ id, name }) => corpus?.techniques[corpus.indexes.get(id)]?.name ?? name;
  const heading = (technique) => make("b", {}, make("i", {}, technique.id), " " + nameOf(technique));

  function newest(reports) {
    const [first] = reports.filter((row) => row < titles.length).map((row) => titles[row]).sort((a, b) =>
      a.published === b.published ? (a.id < b.id ? -1 : 1) : a.published < b.published ? 1 : -1);
    return first && make("p", { "class": "new" }, `Newest: ${first.published || "no date"}, `, make("q", {}, first.title));
  }
  const weigh = (rows) => api.weigh(corpus, rows);
  const share = (together, { id }, rows) => `${percent(together / weigh(rows))} % of the ${count(weigh(rows))} with ${id}`;
  // Of one technique or of two: the count, its shares, the newest report.
  function findings(cell) {
    const lists = cell.techniques.map(reportsOf);
    if (lists.includes(null)) return [make("p", {}, cell.words)];
    const [one, other] = cell.techniques, both = other ? api.shared(...lists) : lists[0];
    const together = weigh(both);
    if (cell.shown != null && cell.shown !== together) return [make("p", {}, cell.words)];
    if (!other) return [make("p", {}, `${count(together)} of ${count(corpus.total, "report")}`), newest(both)];
    if (!together) {
      const uncited = cell.techniques.find((technique, index) => !lists[index].length);
      return [make("p", {}, `No report cites ${uncited ? uncited.id : "both"}.`)];
    }
    return [make("p", {}, `${count(together, "report")} ${together === 1 ? "cites" : "cite"} both: `
      + `${share(together, one, lists[0])}, ${share(together, other, lists[1])}`), newest(both)];
  }
  function lines(cell, hint) {
    const counted = cell.said ? [make("p", {}, cell.said)] : !cell.techniques.length ? [make("p", {}, cell.words)]
      : titles ? findings(cell) : [make("p", {}, cell.words || "…")];
    return [
      ...cell.techniques.map(heading), ...counted.filter(Boolean),
      ...[cell.note, cell.cluster && `Both in the cluster ${cell.cluster}`].filter(Boolean).map((text) => make("p", {}, text)),
      ...hint ? [make("p", { "class": "faint" }, hint)] : []
    ];
  }

  // ── The tip, and the marks. ────────────────────────────────────────────────────────────────

  const tip = make("div", { id: "tip", "class": "tip", role: "tooltip", hidden: "" });
  document.body.append(tip);
  let current = null; // { figure, cell, by, owner }: what is told of, by pointer, touch or focus
  let dismissed = null; // the cell of which the reader wants to hear no more
  let closing = 0, turning = 0, next = null;

  function place() {
    if (!current) return;
    const box = clientBox(current.figure, current.cell), { offsetWidth: width, offsetHeight: height } = tip;
    const wide = root.clientWidth - width - 4, tall = root.clientHeight - height - 4;
    const left = box.right <= wide ? box.right : box.left - width;
    const top = box.bottom <= tall ? box.bottom : box.top - height;
    tip.style.left = Math.max(4, Math.min(wide, left)) + "px";
    tip.style.top = Math.max(4, Math.min(tall, top)) + "px";
  }
  function mark({ figure: { svg }, cell }) {
    const bands = cell.bands.map(({ x, y, width, height }) => makeShape("rect", { x, y, width, height }));
    svg.append(makeShape("svg", { "class": "at", "aria-hidden": "true" }, bands));
    for (const label of cell.labels) label.classList.add("on");
  }
  function unmark({ figure: { svg }, cell, owner }) {
    one(".at", svg)?.remove();
    for (const label of cell.labels) label.classList.remove("on");
    owner?.removeAttribute("aria-describedby");
  }
  function hide() {
    for (const timer of [closing, turning]) clearTimeout(timer);
    closing = turning = 0;
    if (current) unmark(current);
    current = next = null;
    tip.hidden = true;
  }
  const hints = {
    touch: ({ link }) => link && "Tap again to open it.",
    focus: ({ area }) => area && "Arrow keys move to other pairs; with Shift, ten at a time."
  };
  function write() {
    tip.replaceChildren(...lines(current.cell, hints[current.by]?.(current.cell)));
    place();
  }
  function show(figure, cell, by, owner) {
    if (current) unmark(current);
    clearTimeout(closing);
    current = { figure, cell, by, owner };
    dismissed = null;
    tip.hidden = false;
    owner?.setAttribute("aria-describedby", "tip");
    mark(current);
    write();
    const shown = current;
    if (!cell.said) load().then(() => {
      if (current !== shown) return;
      write();
      if (by === "focus" && cell.area) announce(tip.innerText);
    }, () => {}); // then what the figure itself says
  }
  const isCurrent = (figure, cell) => current?.figure === figure && current.cell.key === cell.key;
  const closeSoon = () => {
    clearTimeout(turning);
    turning = 0;
    clearTimeout(closing);
    if (current && current.by !== "focus") closing = setTimeout(hide, CLOSING);
  };

  // ── What the reader does. ──────────────────────────────────────────────────────────────────

  // While a cell is told of, another has to be stayed on, so that the pointer can cross it.
  function turnTo(figure, cell) {
    next = { figure, cell };
    if (!current) return show(figure, cell, "pointer");
    turning ||= setTimeout(() => {
      turning = 0;
      if (next) show(next.figure, next.cell, "pointer");
    }, TURNING);
  }
  function point(event) {
    const figure = event.pointerType !== "touch" && figureOf(event.currentTarget ?? event.region);
    const cell = figure && figure.find(event.target, { x: event.clientX, y: event.clientY });
    if (!figure) return;
    if (!cell) {
      dismissed = next = null;
      if (current) closing ||= setTimeout(hide, CLOSING);
      return;
    }
    if (dismissed === cell.key) return;
    clearTimeout(closing);
    closing = 0;
    if (isCurrent(figure, cell)) next = null; else turnTo(figure, cell);
  }
  function focus(event) {
    const { target } = event, region = target.closest(".scroll"), figure = figureOf(region);
    if (!figure || !target.matches(":focus-visible")) return;
    if (target !== region) {
      const cell = figure.find(target);
      if (cell) show(figure, cell, "focus", target);
    } else if (figure instanceof Whole && figure.techniques.length > 1) {
      walk(figure, region, figure.last ?? [1, 0]);
    }
  }
  // The cell of a row and a column of the whole, scrolled to.
  function walk(figure, region, [row, column]) {
    figure.last = [row, column];
    const reveal = (cell) => {
      const box = clientBox(figure, cell), frame = region.getBoundingClientRect();
      if (box.left < frame.left + 16) region.scrollLeft -= frame.left + 16 - box.left;
      if (box.right > frame.right - 16) region.scrollLeft += box.right - frame.right + 16;
      if (box.top < 60) scrollBy(0, box.top - 60);
      if (box.bottom > innerHeight - 16) scrollBy(0, box.bottom - innerHeight + 16);
    };
    reveal(figure.cell(row, column, figure.ground));
    show(figure, figure.cell(row, column), "focus", region);
  }
  const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  function press(event) {
    const region = event.target, step = arrows[event.key], figure = step && region.matches(".scroll") && figureOf(region);
    if (!(figure instanceof Whole) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const by = event.shiftKey ? STRIDE : 1, [row, column] = figure.last ?? [1, 0];
    const end = figure.techniques.length - 1, within = (low, value, high) => Math.max(low, Math.min(high, value));
    const newRow = within(1, row + by * step[0], end);
    walk(figure, region, [newRow, within(0, column + by * step[1], newRow - 1)]);
  }
  // The first tap tells, the second follows the link.
  function tap(event) {
    const figure = event.pointerType === "touch" && figureOf(event.currentTarget ?? event.region);
    const cell = figure && figure.find(event.target, { x: event.clientX, y: event.clientY });
    if (!figure) return;
    if (!cell) return hide();
    if (isCurrent(figure, cell)) return;
    event.preventDefault();
    show(figure, cell, "touch");
  }

  for (const region of all(".scroll")) {
    region.addEventListener("pointermove", point);
    region.addEventListener("pointerleave", closeSoon);
    region.addEventListener("focusin", focus);
    region.addEventListener("focusout", () => { if (current?.by === "focus") hide(); });
    region.addEventListener("keydown", press);
    region.addEventListener("click", tap);
  }
  tip.addEventListener("pointerenter", () => {
    for (const timer of [closing, turning]) clearTimeout(timer);
    closing = turning = 0;
    next = null;
  });
  tip.addEventListener("pointerleave", closeSoon);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !current) return;
    const isOnTip = tip.matches(":hover"), { key } = current.cell;
    hide();
    dismissed = isOnTip ? null : key;
  });
  addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && !event.target.closest?.(".scroll, .tip")) hide();
  });
  for (const name of ["scroll", "resize"]) addEventListener(name, place, { passive: true, capture: true });

  // What the reader did before this came.
  api.figures = ({ type, target, clientX, clientY, pointerType }, region) => {
    const event = { target, clientX, clientY, pointerType, region, preventDefault() {} };
    ({ pointerover: point, focusin: focus, click: tap })[type](event);
  };
})();
