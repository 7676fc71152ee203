// The explorer's hunt plan: the best of the list as tasks for a ticket, in several formats.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer, page } = api;
  if (!explorer) return;
  const { count, percent, wholePercent } = page;
  const { technique } = explorer;
  const REPORTS = 2; // that a task names

  // ── What is in it. ─────────────────────────────────────────────────────────────────────────

  // What happens before an intrusion, where nothing of the reader's own can show it.
  const isBefore = (index) => {
    const names = technique(index).platforms.map((at) => explorer.corpus.platforms[at]);
    return names.length > 0 && names.every((name) => name === "PRE");
  };
  const reportsFor = (index, { estimate, recent }) => recent
    ? recent.reports.filter((report) => explorer.corpus.rows[report].includes(index))
    : api.terms(explorer.corpus, estimate, index).map(({ report }) => report);

  // What is not covered comes first, to hunt, or last, to verify; `null` where the reader leaves it as it is.
  function byCoverage() {
    const choice = explorer.byID("plan-covered")?.value;
    if (!choice) return null;
    return (index) => explorer.isCovered(index) === (choice === "hunt") ? 1 : 0;
  }
  // The first `length` of the ranking: those that can be seen, those that cannot, and, of what ranks
  // among them, what comes before an intrusion; each as indexes.
  function makePlan(answer, length) {
    const tasks = [], before = [], first = byCoverage();
    for (const index of answer.ranking) {
      if (tasks.length === length) break;
      (isBefore(index) ? before : tasks).push(index);
    }
    if (first) tasks.sort((a, b) => first(a) - first(b));
    return { answer, before, tasks, bestPlace: explorer.bestPlaces(tasks),
      seen: byPart(tasks.filter((index) => !explorer.isUnseen(index))), unseen: tasks.filter(explorer.isUnseen) };
  }
  // Where the site knows of steps, by the part of the intrusion, each with its heading; else one part alone.
  const hasParts = () => Boolean(explorer.partOf) && explorer.observed.length > 0;
  const isBeside = (index) => explorer.partOf(index).part === "beside";
  // Where nothing is known of the order of any, there are no headings.
  const byPart = (tasks) => !hasParts() || tasks.every(isBeside) ? [{ title: "", tasks }]
    : explorer.partTitles.map(([part, title]) =>
      ({ title, tasks: tasks.filter((index) => explorer.partOf(index).part === part) }));

  // ── Its words, which are the same in all formats; `say` marks up a text. ───────────────────

  const cited = () => explorer.observed.length === 1 ? "it" : "all of it";
  function whyWords(index, { estimate, recent }) {
    if (recent) return explorer.recentWords(index, recent);
    const { shown, base } = estimate;
    const range = api.interval(shown[index], base).map(wholePercent).join("–");
    return `${percent(shown[index])} % likely (${range} %), ${explorer.times(index, estimate)} the `
      + `usual ${percent(technique(index).rate)} %; ${explorer.countWords(index, estimate)}`;
  }
  function whereWords(index, plan) {
    const best = plan.bestPlace(index);
    if (!best) return "ATT&CK does not say";
    const { platform, component, source } = best.place;
    const inside = [source ? component : "", platform].filter(Boolean).join(", ");
    return explorer.placeWords(best) + (inside ? ` (${inside})` : "");
  }
  function basisWords({ estimate: { reports }, recent }) {
    if (recent) return `Counted: ${count(recent.total, "report")} ${recent.which}`;
    const { corpus, observed } = explorer, all = count(corpus.total, "report");
    return observed.length ? `${count(reports[observed.length])} of ${all} cite ${cited()} (${corpus.releases.join(", ")})`
      : `The shares of all ${all}`;
  }
  const scopeWords = (text) => explorer.platforms().length
    ? explorer.inWords(explorer.platforms().map(text)) : "every platform";
  const noteWords = ({ answer: { recent } }, { text }) => (hasParts()
    ? "The order comes from few flows, plans and procedures: it is a hint, not a finding. " : "") + (recent ? ""
    : "Each chance is calibrated, and its range is right about 9 times in 10. The usual is the chance before "
    + "anything was seen. ")
    + "Numbers count reports, not intrusions. Not reported does not mean absent. "
    + `“Where” is what ATT&CK names for ${scopeWords(text)} or, if it names nothing there, for the technique’s own platforms.`;

  // ── Markdown and plain text. ───────────────────────────────────────────────────────────────

  const attackAddress = ({ id }) => explorer.corpus.definitions[id]
    ?? `https://attack.mitre.org/techniques/${id.replace(".", "/")}/`;
  // How each format writes a text, a link, what is strong, a heading.
  const markdown = {
    text: (text) => text.replace(/[\t\n\r]/g, " ").replace(/[\\`*_[\]<>&|~!]/g, "\\$&")
      .replace(/^[#+\-=:]/, "\\$&").replace(/^([0-9]+)([.)])/, "$1\\$2"),
    link: (text, url) => `[${markdown.text(text)}](${url})`,
    strong: (text) => `**${text}**`, heading: (text, level) => `${"#".repeat(level)} ${text}`, item: "   - "
  };
  const plain = {
    text: (text) => text, link: (text, url) => `${text} <${url}>`, strong: (text) => text,
    heading: (text, level) => level === 1 ? text.toUpperCase() : text, item: "   "
  };
  function reportWords(report, { text, link }) {
    const { title, host, published } = explorer.reports[report], url = explorer.addresses[report];
    const origin = explorer.corpus.origins[report], mark = origin !== "ATT&CK" && origin && text(origin);
    return [url ? link(title, url) : text(title), host && text(host), published, mark].filter(Boolean).join(", ");
  }
  function task(index, rank, plan, format) {
    const { id, name } = technique(index), { answer } = plan;
    const reports = reportsFor(index, answer).slice(0, REPORTS).map((report) => reportWords(report, format));
    return [
      `${rank + 1}. [ ] ${format.strong(format.link(`${id} ${name}`, attackAddress({ id })))}`,
      `${format.item}Why: ${whyWords(index, answer)}`,
      ...hasParts() && explorer.partOf(index).basis ? [`${format.item}Order: ${format.text(explorer.whyThere(index))}`] : [],
      `${format.item}Where: ${format.text(whereWords(index, plan))}`,
      ...explorer.coverageWords(index) ? [`${format.item}Coverage: ${explorer.coverageWords(index)}`] : [],
      ...reports.length ? [`${format.item}Reports: ${reports.join("; ")}`] : []
    ].join("\n");
  }
  // All tasks, numbered through: those that can be seen by their parts, then the others.
  function taskParts(plan, format) {
    const hidden = { title: `Not visible with your ${explorer.where.sourceKind}s`, tasks: plan.unseen };
    let rank = 0;
    const tasksOf = (tasks) => tasks.map((index) => task(index, rank++, plan, format)).join("\n");
    return [...plan.seen, hidden].filter(({ tasks }) => tasks.length)
      .flatMap(({ title, tasks }) => [title && format.heading(title, 2), tasksOf(tasks)]);
  }
  function written(plan, format) {
    const { answer: { estimate }, before } = plan;
    const link = ({ id, name }) => format.link(`${id} ${name}`, attackAddress({ id }));
    const names = estimate.evidence.map((index) => link(technique(index)));
    const look = explorer.coverWords(plan.tasks).map(format.text).join(". ");
    const earlier = before.map((index) => format.text(`${technique(index).id} ${technique(index).name}`));
    const chains = explorer.chainTexts?.({ text: format.text, link }) ?? [];
    return [
      format.heading("Hunt plan", 1),
      page.all(".tlp").map(({ textContent }) => format.strong(textContent))[0],
      `Seen: ${explorer.inWords(names) || "nothing yet"}. ${basisWords(plan.answer)}.`,
      explorer.absentWords(link),
      look && `Where to look first: ${format.strong(look)}.`,
      ...taskParts(plan, format),
      earlier.length ? `Also likely, but before an intrusion and so not visible on your systems: ${earlier.join("; ")}.` : "",
      ...chains.length ? [format.heading("How it may have begun and ended", 2), ...chains] : [],
      noteWords(plan, format)
    ].filter(Boolean).join("\n\n") + "\n";
  }

  // ── CSV. ───────────────────────────────────────────────────────────────────────────────────

  // Columns that only some sites know of: { name: the cell of a technique }.
  const furtherColumns = ({ answer }) => ({
    ...hasParts() && { part: (index) => explorer.partOf(index).part },
    ...explorer.corpus.origins.length && { origin: (index) => explorer.originsOf(index, answer) },
    ...explorer.corpus.coverage && { coverage: (index) => explorer.coverage(index)[1] ?? "" }
  });
  function placeCells(index, { bestPlace }) {
    const { place, channel } = bestPlace(index) ?? {};
    const visible = !explorer.hasTicked() ? "" : explorer.isUnseen(index) ? "no" : place.isLikely ? "likely" : "yes";
    return [place?.platform ?? "", place?.source ?? "", channel ?? "", place?.component ?? "", visible];
  }
  function csv(plan) {
    const { answer, answer: { estimate, recent } } = plan, further = furtherColumns(plan);
    const head = ["rank", "technique", "name", "probability", "usual", "times", "platform", "log_source",
      "channel", "component", "visible", ...Object.keys(further), "report_1", "url_1", "report_2", "url_2"];
    const line = (index, rank) => {
      const { id, name, rate } = technique(index);
      const numbers = recent ? ["", "", ""] : [estimate.shown[index], rate, estimate.shown[index] / rate];
      const reports = reportsFor(index, answer).slice(0, REPORTS)
        .flatMap((report) => [explorer.reports[report].title, explorer.addresses[report] ?? ""]);
      const own = Object.values(further).map((cell) => cell(index));
      return [rank + 1, id, name, ...numbers, ...placeCells(index, plan), ...own, ...reports]
        .map((cell) => typeof cell === "number" ? cell : page.csvCell(cell));
    };
    const rows = [...plan.seen.flatMap(({ tasks }) => tasks), ...plan.unseen].map(line)
      .map((cells) => [...cells, ...Array(head.length - cells.length).fill("")]);
    return [head, ...rows].map((cells) => cells.join(",") + "\n").join("");
  }

  // ── What the dialog asks for. ──────────────────────────────────────────────────────────────

  const writers = {
    markdown: (plan) => written(plan, markdown), text: (plan) => written(plan, plain), csv,
    layer: (plan) => explorer.layer({ ...plan.answer, ranking: plan.tasks })
  };
  explorer.planFiles = {
    markdown: [".md", "text/markdown"], text: [".txt", "text/plain"], csv: [".csv", "text/csv"],
    layer: [".json", "application/json"]
  };
  // Promise of the text of a plan of so many techniques; the data that only a plan needs are loaded.
  explorer.plan = async (format, length) => {
    await explorer.drawn();
    const [addresses] = await Promise.all([
      api.load("report-addresses", "attackRelationsAddresses"), explorer.loadPlaces(), explorer.loadReports(),
      explorer.loadThree?.()
    ]);
    explorer.addresses = addresses.split("\n");
    return writers[format](makePlan(explorer.answer, length));
  };
})();
