// The explorer's boxes for the log sources that the reader has, and sets of them to tick at once.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer } = api;
  if (!explorer) return;
  const { make, all, count } = api.page;
  const { byID, distinct } = explorer;
  // Sets that many have, each as the sources whose names begin so on a platform.
  const SETS = [
    ["Windows: Security", /^Windows$/, /^WinEventLog:Security$/],
    ["Windows: Sysmon, Security, PowerShell", /^Windows$/, /^WinEventLog:(Sysmon|Security|PowerShell)$/],
    ["Linux: auditd", /^Linux$/, /^auditd:/],
    ["macOS: unified log", /^macOS$/, /^macos:unifiedlog$/],
    ["AWS", /^IaaS$/, /^(AWS:|CloudTrail:|VPCFlowLogs:)/],
    ["Entra ID, M365", /^(Identity Provider|Office Suite|SaaS)$/, /^(azure:(signinlogs|audit|ad)|m365:|Microsoft (Entra|Graph))/],
    ["Network", /./, /^(NSM:|NetFlow:|Network Traffic$)/]
  ];

  // ── The boxes to tick. ─────────────────────────────────────────────────────────────────────

  // By platform and source, how many techniques a source shows.
  function countTechniques() {
    const totals = new Map();
    for (const detections of explorer.detections.values()) {
      const known = new Set();
      for (const { platform, source } of detections) {
        const key = `${platform}\n${source}`;
        if (!source || known.has(key)) continue;
        known.add(key);
        if (!totals.has(platform)) totals.set(platform, new Map());
        totals.get(platform).set(source, (totals.get(platform).get(source) ?? 0) + 1);
      }
    }
    return totals;
  }
  function makeBox(platform, source, total) {
    const input = make("input", { type: "checkbox", value: source, "data-platform": platform });
    input.checked = explorer.isTicked({ platform, source });
    return make("label", {}, input, source + " ", make("i", {}, count(total)));
  }
  function makePlatform(platform, totals, isNear) {
    const title = platform || "Any platform";
    const sources = [...totals].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return make("details", isNear ? { open: "" } : {},
      make("summary", {}, title, " ", make("i", {}, count(sources.length))),
      make("div", { role: "group", "aria-label": title },
        sources.map(([source, total]) => makeBox(platform, source, total))));
  }
  // By platform, those of what was observed first and open; a source of several platforms is at each.
  function drawBoxes() {
    const near = explorer.platforms(), isNear = (platform) => near.includes(platform);
    const platforms = [...countTechniques()].sort(([a], [b]) => isNear(b) - isNear(a) || (a < b ? -1 : 1));
    byID("sources-boxes").replaceChildren(
      ...platforms.map(([platform, totals]) => makePlatform(platform, totals, isNear(platform))));
    drawSets();
    findSources();
  }
  const boxes = () => all("input", byID("sources-boxes"));
  const detectionOf = (box) => ({ platform: box.dataset.platform, source: box.value });

  // Leaves the sources that contain the text, and opens the platforms that have them.
  function findSources() {
    const text = byID("sources-find").value.trim().toLowerCase();
    for (const platform of byID("sources-boxes").children) {
      const labels = all("label", platform);
      for (const label of labels) label.hidden = !label.textContent.toLowerCase().includes(text);
      platform.hidden = labels.every((label) => label.hidden);
      if (text && !platform.hidden) platform.open = true;
    }
  }
  async function takeTicked() {
    await explorer.drawn();
    return explorer.tick(boxes().filter((box) => box.checked).map(detectionOf));
  }

  // ── Sets of them. ──────────────────────────────────────────────────────────────────────────

  const boxesOf = ([, platform, source]) =>
    boxes().filter((box) => platform.test(box.dataset.platform) && source.test(box.value));
  function drawSets() {
    const known = SETS.filter((set) => boxesOf(set).length);
    byID("sources-sets").replaceChildren(...known.map((set) => {
      const button = make("button", { type: "button" }, set[0]);
      const isOn = () => boxesOf(set).every((box) => box.checked);
      button.addEventListener("click", () => {
        const isChecked = !isOn();
        for (const box of boxesOf(set)) box.checked = isChecked;
        takeTicked();
      });
      button.isOn = isOn;
      return button;
    }));
    markSets();
  }
  function markSets() {
    for (const button of byID("sources-sets").children) button.setAttribute("aria-pressed", String(button.isOn()));
  }

  byID("sources").addEventListener("toggle", () => {
    if (byID("sources").open) explorer.load().then(drawBoxes);
  });
  byID("sources-find").addEventListener("input", findSources);
  byID("sources-boxes").addEventListener("change", takeTicked);
  byID("sources-none").addEventListener("click", () => {
    for (const box of boxes()) box.checked = false;
    takeTicked();
  });

  function drawTicked() {
    const names = distinct(boxes().filter((box) => box.checked).map((box) => box.value));
    byID("sources-told").textContent = !explorer.hasTicked() ? "none ticked, so nothing is marked"
      : names.length && names.length <= 3 ? explorer.inWords(names) : count(explorer.countTicked()) + " ticked";
    markSets();
  }
  explorer.drawFirst.push(drawTicked);
  // What is ticked marks the example too, which is drawn by the script for that.
  document.addEventListener("DOMContentLoaded", () => {
    if (explorer.hasTicked() && !location.hash && !history.state?.nothing) explorer.drawn();
  });
})();
