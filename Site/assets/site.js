// What every page does beyond being read: themes, folds, anchors, links to comparisons and log sources.
(() => {
  "use strict";
  const api = window.attackRelations;
  const root = document.documentElement;
  const { one, all, make, makeButton, announce, fragment } = api.page;

  // ── The theme: the system's until the reader chooses the other one. ────────────────────────

  function switchTheme() {
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    announce(`${isDark ? "Light" : "Dark"} theme`);
    api.page.remember("theme", root.dataset.theme);
  }
  one("button.theme")?.addEventListener("click", switchTheme);

  // ── What is folded. ────────────────────────────────────────────────────────────────────────

  // A target that is folded away shows itself.
  function reveal() {
    const id = fragment();
    const target = id && document.getElementById(id);
    const fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  // How to read the page: open until the reader closes it once, but folded on a narrow screen.
  function setUpGuide(guide) {
    const close = makeButton("Close", () => {
      guide.open = false;
      one("summary", guide).focus();
    });
    close.className = "close";
    guide.append(close);
    let isFoldedByUs = root.classList.contains("guided"); // which is not to be remembered
    if (isFoldedByUs) guide.open = false;
    root.classList.remove("guided");
    guide.addEventListener("toggle", () => {
      if (!isFoldedByUs && !guide.open) api.page.remember("guided", "yes");
      isFoldedByUs = false;
    });
  }
  const guide = one("body.technique .s-next > .fold");
  if (guide) setUpGuide(guide);

  // ── Links to the comparison of two techniques. ─────────────────────────────────────────────

  // The link, or null where one of the two is not a technique.
  api.comparisonLink = (first, second, text = `Compare ${first} with ${second}`) => {
    return [first, second].every(api.isID)
      ? make("a", { href: `${root.dataset.base}compare.html#${first},${second}` }, text) : null;
  };
  // The technique that the page is about.
  api.pageTechnique = /techniques\/(.+?)(?:-all)?\.html$/.exec(location.pathname)?.[1];

  // The technique whose partners the page lists.
  const listed = one(".next[data-technique]")?.dataset.technique;

  // Opened evidence ends in a link to the comparison.
  function linkEvidence(details) {
    const id = one(".nm i", details.parentNode);
    const link = id && api.comparisonLink(listed, id.textContent);
    if (link) one(".ev", details).append(make("p", { "class": "more" }, link));
  }
  for (const details of listed ? all(".next details") : []) {
    details.addEventListener("toggle", () => linkEvidence(details), { once: true });
  }
  // How many times the expected: the number leads to the page that works it out.
  function linkRatio(item) {
    const id = one(".nm i", item), ratio = one(".x", item);
    const link = id && ratio?.firstChild && api.comparisonLink(listed, id.textContent, "");
    if (!link) return;
    link.setAttribute("aria-label",
      `${ratio.textContent}: compare ${listed} with ${id.textContent}`);
    link.replaceChildren(...ratio.childNodes);
    ratio.append(link);
  }
  all(".technique .next > li").forEach(linkRatio);

  // ── Links to all that a log source or a data component shows. ──────────────────────────────

  function linkSource(cell, table) {
    const name = cell.textContent.trim();
    if (!name || cell.children.length) return;
    const query = `table=${table}&find=${encodeURIComponent(name)}`;
    cell.replaceChildren(make("a", { href: `${root.dataset.base}sources.html#${query}` }, name));
  }
  for (const head of all("th[data-names]")) {
    for (const row of head.closest("table").tBodies[0].rows) {
      linkSource(row.cells[head.cellIndex], head.dataset.names);
    }
  }

  // ── Figures answer to the pointer, to focus and to a tap, by a script that comes with the first. ──

  function answer(event) {
    if (api.figures) return;
    const region = event.currentTarget;
    if (event.pointerType === "touch" && event.type === "click") event.preventDefault();
    api.load("figures").then(() => api.figures(event, region), () => {});
  }
  for (const region of root.dataset.figures ? all(".scroll") : []) {
    for (const name of ["pointerover", "focusin", "click"]) region.addEventListener(name, answer);
  }

  // ── Anchors. ───────────────────────────────────────────────────────────────────────────────

  for (const heading of all("main h2[id], main h3[id]")) {
    const label = "Link to the section " + heading.textContent.trim();
    heading.append(make("a", { "class": "anchor", href: "#" + heading.id, "aria-label": label }));
  }
  // A click on an anchor copies its link.
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a.anchor");
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(() => announce("Link copied"), () => {});
  });

  // ── On this page: the section in view is marked. ───────────────────────────────────────────

  const entries = all(".toc a");
  const sections = entries.map((entry) => document.getElementById(entry.hash.slice(1)));

  // The last section whose heading is at the top or above it; of two side by side the first, or the
  // one that was chosen. The last sections may never reach the top: at the end of the page it is the
  // one chosen there, or the last.
  function currentSection() {
    let current = -1, highest = -Infinity;
    sections.forEach((section, index) => {
      const top = section?.getBoundingClientRect().top;
      if (top < 160 && top > highest + 4) { current = index; highest = top; }
    });
    const chosen = sections.indexOf(document.getElementById(fragment()) ?? root);
    const topOf = (index) => sections[index].getBoundingClientRect().top;
    if (chosen > current && Math.abs(topOf(chosen) - highest) < 4) current = chosen;
    const isAtEnd = root.scrollHeight - innerHeight - scrollY < 4 && scrollY > 0;
    if (!isAtEnd) return current;
    return chosen > current ? chosen : sections.length - 1;
  }
  function markSection() {
    const current = currentSection();
    entries.forEach((entry, index) => {
      entry.classList.toggle("on", index === current);
      if (index === current) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
    });
  }
  let isWaiting = false;
  function markSoon() {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      markSection();
    });
  }
  if (entries.length) {
    for (const name of ["scroll", "hashchange", "resize"]) {
      addEventListener(name, markSoon, { passive: true });
    }
    markSoon();
  }
})();
