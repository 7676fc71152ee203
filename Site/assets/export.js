// What the explorer takes in and gives out: ids in a text or a layer; a layer, CSV, a link, and the
// dialog for texts.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer, page } = api;
  if (!explorer) return;
  const { announce, count } = page;
  const { byID, distinct } = explorer;

  // ── Ids in a text. ─────────────────────────────────────────────────────────────────────────

  function isMarked(entry) {
    if (!entry || entry.enabled === false) return false;
    if (typeof entry.score === "number") return entry.score > 0;
    return Boolean(entry.color || entry.comment);
  }
  function parsed(text) { try { return JSON.parse(text); } catch { return null; } }
  // The ids that a Navigator layer, or a list of layers, marks; of any other text all ids.
  function idsIn(text) {
    const entries = [parsed(text)].flat()
      .flatMap((layer) => Array.isArray(layer?.techniques) ? layer.techniques : []);
    if (!entries.length) return api.ids(text);
    return api.ids(entries.filter(isMarked).map((entry) => entry.techniqueID).join(" "));
  }

  // ── A layer. ───────────────────────────────────────────────────────────────────────────────

  const score = (share) => Math.max(1, Math.round(share * 100));
  const largest = (numbers) => numbers.reduce((most, number) => Math.max(most, number), 1);
  // The domain that most of the techniques are of, by its number.
  function mainDomain(indexes) {
    const counts = explorer.corpus.domains.map((domain, number) =>
      indexes.filter((index) => explorer.technique(index).domain === number).length);
    return counts.indexOf(Math.max(...counts));
  }
  // The share that a technique's score is made of, and what it says.
  const shareOf = (index, { estimate, recent }) =>
    recent ? recent.together[index] / recent.total : estimate.shown[index];
  const shareWords = ({ recent }) =>
    recent ? `percent of reports ${recent.which}` : "chance in percent, after what was seen";
  function layerEntry(index, answer) {
    const { estimate, recent } = answer, share = (shareOf(index, answer) * 100).toFixed(2) + " %";
    return {
      techniqueID: explorer.technique(index).id, score: score(shareOf(index, answer)),
      metadata: [recent ? { name: "share", value: `${share}; ${explorer.recentWords(index, recent)}` } : {
        name: "chance",
        value: `${share}, ${explorer.times(index, estimate)} the usual; ${explorer.countWords(index, estimate)}`
      }],
      showSubtechniques: true
    };
  }
  // Of format 4.5, as the site's own: whole scores, the exact value beside them.
  explorer.layer = (answer) => {
    const { estimate, ranking } = answer, words = shareWords(answer);
    const main = mainDomain(ranking);
    const domain = explorer.corpus.domains[main] ?? { name: "enterprise-attack", version: "" };
    const names = estimate.evidence.map((index) => explorer.technique(index).id);
    return JSON.stringify({
      name: "After " + (names.join(", ") || "nothing observed"),
      versions: { ...domain.version && { attack: domain.version }, navigator: "5.1.0", layer: "4.5" }, domain: domain.name,
      description: [words[0].toUpperCase() + words.slice(1) + ".", explorer.absentWords(), "Data: MITRE ATT&CK."]
        .filter(Boolean).join(" "),
      sorting: 3,
      layout: { layout: "side", showName: true, showID: true, expandedSubtechniques: "none" },
      hideDisabled: true,
      techniques: ranking.filter((index) => explorer.technique(index).domain === main)
        .map((index) => layerEntry(index, answer)),
      gradient: {
        colors: ["#e8f1fa", "#6ba3cf", "#0a3166"], minValue: 0,
        maxValue: largest(ranking.map((index) => score(shareOf(index, answer))))
      },
      legendItems: [{ label: words, color: "#0a3166" }]
    });
  };

  // ── CSV. ───────────────────────────────────────────────────────────────────────────────────

  function recentCSV({ since, whose, held, total, together }, ranking) {
    const line = (index) => [explorer.technique(index).id, page.csvCell(explorer.technique(index).name),
      since, whose, held, together[index], total];
    const head = ["technique", "name", "since", "whose", "evidence_cited", "together", "reports"];
    return [head, ...ranking.map(line)].map((cells) => cells.join(",") + "\n").join("");
  }
  // Numbers have all their digits.
  function csv({ estimate, recent, ranking }) {
    if (recent) return recentCSV(recent, ranking);
    const { evidence, raw, shown, base, together, reports } = estimate, all = evidence.length;
    const line = (index) => {
      const { id, name, rate } = explorer.technique(index);
      return [id, page.csvCell(name), raw[index], shown[index], ...api.interval(shown[index], base), rate,
        shown[index] / rate, together[all][index], reports[all]];
    };
    const head = ["technique", "name", "raw", "probability", "low", "high", "usual", "times", "together",
      "reports_with_all"];
    return [head, ...ranking.map(line)].map((cells) => cells.join(",") + "\n").join("");
  }

  // ── One dialog: a text to read ids from, or a text to copy. ────────────────────────────────

  const dialog = byID("dialog"), box = byID("dialog-text"), note = byID("dialog-note");
  const NO_ID = "No id of a technique, such as T1059.001, in this text. "
    + "A tool’s name can be searched for above.";
  let act = null; // what its first button does
  function openDialog({ title, text, hint, label, isReadOnly, action }) {
    byID("dialog-title").textContent = title;
    byID("dialog-do").textContent = label;
    note.textContent = hint;
    box.value = text;
    box.readOnly = isReadOnly;
    act = action;
    byID("plan-choices").hidden = true;
    dialog.showModal();
    box.focus();
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }
  byID("dialog-do").addEventListener("click", () => act());
  byID("dialog-close").addEventListener("click", () => dialog.close());

  // The button says so, and keeps its width.
  function showCopied(button) {
    const before = button.textContent;
    if (before === "Copied") return;
    button.style.minWidth = button.offsetWidth + "px";
    button.textContent = "Copied";
    setTimeout(() => { if (button.textContent === "Copied") button.textContent = before; }, 2000);
  }
  // Where the browser has no clipboard, or refuses it (as over plain http), the dialog has the text.
  function selectInDialog(text) {
    if (!dialog.open) showText("Copy it by hand", text);
    note.textContent = "This browser does not let the page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.";
    box.focus();
    box.select();
  }
  async function copy(text, success, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return selectInDialog(text);
    }
    announce(success);
    showCopied(button);
  }
  function showText(title, text, hint = "") {
    openDialog({ title, text, hint, label: "Copy", isReadOnly: true,
      action: () => copy(text, title + " copied", byID("dialog-do")) });
  }

  function addPasted() {
    const ids = idsIn(box.value);
    if (!ids.length) {
      note.textContent = NO_ID;
      announce(NO_ID);
      return;
    }
    dialog.close();
    explorer.add(ids);
  }
  byID("paste").addEventListener("click", () => openDialog({
    title: "Paste any text", text: "", label: "Add the ids", isReadOnly: false, action: addPasted,
    hint: "A report, a mail, a ticket, a layer: the ids in it are found. Nothing leaves this page."
  }));
  box.addEventListener("input", () => {
    if (box.readOnly) return;
    const ids = idsIn(box.value), first = ids.slice(0, 8).join(", ");
    note.textContent = ids.length
      ? `${count(ids.length, "id")} found: ${first}${ids.length > 8 ? " …" : ""}` : NO_ID;
  });

  // ── Files. ─────────────────────────────────────────────────────────────────────────────────

  function read(file) {
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => explorer.add(idsIn(String(reader.result)));
    reader.onerror = () => explorer.note(["The file could not be read."]);
    reader.readAsText(file);
  }
  byID("open").addEventListener("click", () => byID("file").click());
  byID("file").addEventListener("change", () => {
    read(byID("file").files[0]);
    byID("file").value = "";
  });
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      const data = event.dataTransfer;
      if (dialog.open || !data?.types.includes("Files")) return;
      event.preventDefault();
      if (name === "drop") read(data.files[0]);
    });
  }

  // ── What the buttons do, with what is on screen. ───────────────────────────────────────────

  async function save(extension, type, write) {
    await explorer.drawn();
    const name = `after-${explorer.observed.join("-") || "nothing"}`.slice(0, 100);
    page.saveFile(name + extension, type, write(explorer.answer));
  }

  // ── The hunt plan. ─────────────────────────────────────────────────────────────────────────

  const planFormat = byID("plan-format"), planLength = byID("plan-length");
  const askedLength = () => planLength.validity.valid && planLength.value ? Number(planLength.value) : 10;
  const planText = () => explorer.plan(planFormat.value, askedLength());
  async function showPlan() {
    const text = await planText();
    if (dialog.open) return; // the reader did something else meanwhile
    showText("Hunt plan", text, "The top of the list as filtered. Techniques from before an intrusion are named at the end.");
    byID("plan-choices").hidden = false;
  }
  async function drawPlan() {
    const format = planFormat.value, text = await planText();
    if (format === planFormat.value && box.readOnly) box.value = text;
  }
  planFormat.addEventListener("change", () => drawPlan().catch(explorer.fail));
  byID("plan-covered")?.addEventListener("change", () => drawPlan().catch(explorer.fail));
  planLength.addEventListener("change", () => drawPlan().catch(explorer.fail));
  byID("plan-save").addEventListener("click", () => {
    const [extension, type] = explorer.planFiles[planFormat.value];
    page.saveFile("hunt-plan" + extension, type, box.value);
  });
  async function copyLink() {
    await explorer.drawn();
    explorer.keepAddress();
    copy(location.href, "Link copied", byID("copy-link"));
  }
  byID("save-layer").addEventListener("click", () => save(".json", "application/json", explorer.layer));
  byID("save-csv").addEventListener("click", () => save(".csv", "text/csv", csv));
  byID("plan").addEventListener("click", () => showPlan().catch(explorer.fail));
  byID("copy-link").addEventListener("click", copyLink);

  // ── For programs. ──────────────────────────────────────────────────────────────────────────

  // Detections that follow each other with the same platform and component as one.
  function grouped(detections) {
    const groups = [];
    for (const detection of detections) {
      const { platform, component } = detection, last = groups[groups.length - 1];
      if (last && last.platform === platform && last.component === component) last.detections.push(detection);
      else groups.push({ platform, component, detections: [detection] });
    }
    return groups;
  }
  const lookIn = (id) => grouped(explorer.detections.get(id) ?? []).map(({ platform, component, detections }) => ({
    platform: platform || null, component, log_sources: distinct(detections.map(({ source }) => source))
  }));
  // Promise of the whole answer, as `infer --format json --top 1000` writes it: in an `order`, with so
  // many `reports` a technique, without what is `absent`: looked for and not found.
  const written = (ids) => ids.map(String).map((id) => api.isID(id) ? id : id.toUpperCase().replace("/", "."));
  api.infer = async (ids = [], { order = "telling", absent = [], reports: most = 10 } = {}) => {
    const asked = written(ids), missed = written(absent);
    const wrong = [...asked, ...missed].filter((id) => !api.isID(id));
    if (wrong.length) throw new Error("no technique's id: " + wrong.join(", "));
    if (order !== "telling" && order !== "likely") throw new Error("no order: " + order);
    const [, reports] = await Promise.all([explorer.load(), explorer.loadReports()]);
    return api.answer(explorer.corpus, asked, { order, absent: missed, most, reports, lookIn });
  };
})();
