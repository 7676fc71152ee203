// The explorer's list: what was observed, what else to look for with its evidence, what to check first.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer } = api;
  if (!explorer) return;
  const {
    make, ownMark, shareBar, shareCells, reportItem, techniqueLink, announce, count, decimal, percent, one, all
  } = api.page;
  const { byID, technique, distinct } = explorer;
  const list = byID("results");
  const SUGGESTIONS = 10; // the suggestions that a check should settle
  const CHECKS = 3; // techniques to check first
  const MOVES = 2; // suggestions that each of them would change most
  const EVIDENCE = 5; // reports that carry an estimate
  // Why a chance is not the share of those that cite it.
  const WHY = "The chance is not their share. Long reports name many techniques, so they have less say. "
    + "Similar reports have some say too, and a single technique says little.";
  const FEW = 20; // fewer reports than this are few
  const COMPONENTS = 4; // data components named in a row

  // ── Numbers. ───────────────────────────────────────────────────────────────────────────────

  const points = (share) => decimal(share * 100, 1);
  // How many times the usual a chance is.
  const times = (index, { shown }) => decimal(shown[index] / technique(index).rate, 1) + "×";
  const WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const inWords = (number) => WORDS[number - 1] ?? count(number);
  const allOfIt = (number) => ({ 1: "it", 2: "both" })[number] ?? `all ${inWords(number)}`;
  // The same below another technique, which `it` would mean.
  const allSeen = (number) => number === 1 ? "what was seen" : allOfIt(number);
  // `3 of them ours and 2 from TIE`, of some reports; empty where all are ATT&CK's.
  function originWords(reports) {
    const { corpus } = explorer, originOf = (report) => corpus.origins[report], all = api.weigh(corpus, reports);
    const number = (name) => api.weigh(corpus, reports.filter((report) => originOf(report) === name)), ours = number("ours");
    const own = ours === all && all > 1 ? "all of them ours" : `${count(ours)} ${all === 1 ? "ours" : "of them ours"}`;
    const sets = distinct(reports.map(originOf)).filter((name) => name !== "ATT&CK" && name !== "ours");
    return explorer.inWords([...ours ? [own] : [], ...sets.map((name) => `${count(number(name))} from ${name}`)]);
  }
  const withOrigins = (reports) => {
    const words = originWords(reports);
    return words && ", " + words;
  };
  // The reports that cite a technique and so many of the evidence.
  const citing = (index, { counted }, held) => technique(index).reports.filter((report) => counted[report] === held);
  // Plain counts: `4 of 4 reports that cite all three, 2 of them ours; 9 of 17 that cite two`.
  function countWords(index, estimate) {
    const { evidence, reports, together } = estimate;
    const all = evidence.length, of = (held) => count(together[held][index]) + " of ";
    const origins = (held) => withOrigins(citing(index, estimate, held));
    const first = reports[all]
      ? of(all) + count(reports[all], "report") + (all ? ` that cite ${allSeen(all)}` : "") + origins(all)
      : `no report cites ${allSeen(all)}`;
    const part = reports.findLastIndex((number, held) => held > 0 && held < all && number > 0);
    return part < 0 ? first
      : `${first}; ${of(part)}${count(reports[part])} that cite ${inWords(part)}${origins(part)}`;
  }
  // `3 of 5 reports since 2022 that cite two`, or `of ours`, which are the most of the evidence that any cites.
  function recentWords(index, { which, whose, held, reports, total, together }) {
    const all = explorer.observed.length, what = held === all ? allSeen(held) : inWords(held);
    return `${count(together[index])} of ${count(total, "report")} ${which}`
      + (all ? ` that cite ${what}` : "") + (whose ? "" : withOrigins(recentCiting(index, reports)));
  }
  const recentCiting = (index, reports) => reports.filter((report) => explorer.corpus.rows[report].includes(index));
  // Whose the reports are that a row counts.
  explorer.originsOf = (index, { estimate, recent }) =>
    originWords(recent ? recentCiting(index, recent.reports) : citing(index, estimate, estimate.evidence.length));
  Object.assign(explorer, { recentWords, times, allOfIt, countWords });

  // ── What was observed. ─────────────────────────────────────────────────────────────────────

  const CHIPS = 3; // that a narrow screen shows at first
  function makeChip(id, at, indexes) {
    return make("li", { "class": at < CHIPS ? "chip" : "chip further" }, techniqueLink(technique(indexes[at])),
      make("button", { type: "button", "data-remove": id, "aria-label": "Remove " + id }, "×"));
  }
  // On a narrow screen all but the first fold, so that the answer is on it too.
  function drawChips() {
    const indexes = explorer.observedIndexes(), further = explorer.observed.length - CHIPS;
    const more = make("li", { "class": "chip-more" },
      make("button", { type: "button", "data-unfold": "" }, `and ${further} more`));
    byID("chips").replaceChildren(...explorer.observed.map((id, at) => makeChip(id, at, indexes)),
      ...further > 0 ? [more] : []);
  }
  byID("chips").addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if ("unfold" in button.dataset) {
      byID("chips").classList.add("unfolded");
      one(".further a", byID("chips")).focus();
      return;
    }
    const index = await explorer.remove(button.dataset.remove);
    const left = byID("chips").querySelectorAll("[data-remove]");
    (left[Math.min(index, left.length - 1)] ?? byID("technique")).focus();
  });

  // ── What was looked for and not found. ─────────────────────────────────────────────────────

  const absentChips = make("ul", { "class": "chips", "aria-labelledby": "absent-title" });
  const absentBox = make("div", { id: "absent" },
    make("p", { id: "absent-title", "class": "note" }, "Looked for, not found:"), absentChips);
  absentBox.hidden = true;
  byID("chips").after(absentBox);
  function drawAbsent() {
    absentBox.hidden = !explorer.absent.length;
    absentChips.replaceChildren(...explorer.absentIndexes().map((index) => {
      const { id } = technique(index);
      return make("li", { "class": "chip" }, techniqueLink(technique(index)),
        make("button", { type: "button", "data-back": id, "aria-label": `Put ${id} back on the list` }, "×"));
    }));
  }
  absentChips.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const at = explorer.absent.indexOf(button.dataset.back);
    await explorer.putBack(button.dataset.back);
    announce(`${button.dataset.back} is back on the list`);
    const left = absentChips.querySelectorAll("button");
    (left[Math.min(at, left.length - 1)] ?? byID("technique")).focus();
  });

  // ── A row of the list. ─────────────────────────────────────────────────────────────────────

  // Where it shows, in one line: the data components, then the log source and event to begin with; with
  // sources ticked, only what these show.
  function components(index, bestPlace) {
    const names = distinct(explorer.toldPlaces(index).map(({ component }) => component));
    const rest = names.length - COMPONENTS, best = bestPlace(index), line = make("p", { "class": "see" });
    if (explorer.isUnseen(index)) {
      line.append(make("b", {}, `none of your ${explorer.where.sourceKind}s shows it`), names.length ? ": " : "");
    }
    if (best?.place.source) line.append(make("span", { "class": "event" }, explorer.placeWords(best)), " ");
    line.append(names.slice(0, COMPONENTS).join(", ") + (rest > 0 ? ` and ${rest} more` : ""));
    return line;
  }
  const bestPlaces = ({ listed }) => explorer.bestPlaces(listed.slice(0, SUGGESTIONS));
  // The bar, the chance and the usual.
  function chance(index, { estimate }) {
    const { rate } = technique(index), shown = estimate.shown[index];
    return [...shareCells(shown, api.interval(shown, estimate.base), rate),
      make("div", { "class": "x" }, `${times(index, estimate)} the usual ${percent(rate)} %`)];
  }
  // The bar of a count, and the count. What is expected is known of all reports only.
  function recentShare(index, { recent }) {
    const number = recent.together[index], all = recent.total, share = number / all;
    return [shareBar(share, api.interval(share, all)),
      make("div", { "class": "pc" }, count(number), make("span", {}, `of ${count(all)}`)),
      make("div", { "class": "x" })];
  }
  // How far it is covered, where the site knows that.
  const coverageMark = (index) => {
    const words = explorer.coverageWords(index);
    return words ? [" ", make("span", { "class": "cov" }, words)] : [];
  };
  // Whose a report is, where it is not ATT&CK's.
  const ownReportMark = (report) => ownMark(explorer.corpus.origins[report]);
  function makeRow(index, rank, answer, bestPlace) {
    const { id, tactics } = technique(index), isUnseen = explorer.isUnseen(index);
    const probability = answer.recent ? null : answer.estimate.shown[index];
    return make("li", { "data-technique": id, "data-probability": probability, "class": isUnseen ? "blind" : null },
      make("span", { "class": "rk" }, String(rank + 1)),
      make("div", { "class": "nm" }, techniqueLink(technique(index))),
      ...answer.recent ? recentShare(index, answer) : chance(index, answer),
      make("p", { "class": "tac" }, tactics.map((tactic) => explorer.corpus.tactics[tactic]).join(", "),
        ...coverageMark(index)),
      components(index, bestPlace),
      ...answer.parts ? [make("p", { "class": "why" }, explorer.whyThere(index))] : [],
      make("div", { "class": "did" },
        make("button", { type: "button", "class": "too", "data-add": id,
          "aria-label": `I have seen ${id} too` }, "+ seen"),
        make("button", { type: "button", "class": "too", "data-miss": id,
          "aria-label": `${id}: looked for, not found` }, "not found")),
      makeEvidence(index, answer));
  }

  // ── Its evidence, made when it is opened. ──────────────────────────────────────────────────

  function makeEvidence(index, answer) {
    const body = make("div", { "class": "ev" });
    const details = make("details", {},
      make("summary", {}, make("span", { "class": "vh" }, technique(index).name + ": "),
        answer.recent ? recentWords(index, answer.recent) : countWords(index, answer.estimate)),
      body);
    details.addEventListener("toggle", () => {
      if (!details.open || body.firstChild) return;
      Promise.all([explorer.loadReports(), explorer.loadChannels(), explorer.loadThree?.()])
        .then(([, channels]) => body.replaceChildren(...evidence(index, answer, channels)), explorer.fail);
    });
    return details;
  }
  function evidence(index, answer, channels) {
    const { id } = technique(index), places = detectionList(id, channels[id] ?? []);
    return [
      ...explorer.threeWords?.(index) ?? [],
      ...answer.recent ? recentEvidence(index, answer.recent) : sayEvidence(index, answer.estimate),
      ...places ? [make("h3", {}, "Where it shows"), places] : [],
      ...explorer.observed.length ? [comparisons(id)] : []
    ];
  }
  function sayEvidence(index, estimate) {
    const terms = api.terms(explorer.corpus, estimate, index);
    return [
      make("h3", {}, "The reports with the most say, in points"),
      make("ol", { "class": "pts" }, terms.slice(0, EVIDENCE).map((term) => termItem(term, estimate))),
      make("p", { "class": "note" }, sumWords(index, estimate, terms.slice(EVIDENCE)))
    ];
  }
  // All of them, the newest first.
  function recentEvidence(index, { reports, which }) {
    const found = recentCiting(index, reports).map((report) => explorer.reports[report])
      .sort((a, b) => a.published < b.published ? 1 : -1);
    return [make("h3", {}, `The reports ${which}`), make("ol", {}, found.map(reportItem))];
  }
  function termItem({ report, share }, estimate) {
    const { url, title, published } = explorer.reports[report];
    return make("li", {}, make("span", {}, points(share)), make("a", { href: url }, title), ...ownReportMark(report), " ",
      make("small", {}, [published, reason(report, estimate)].filter(Boolean).join("; ")));
  }
  // Why a report has its share.
  function reason(report, { evidence, counted, held, likeness }) {
    const cites = counted[report] ? `cites ${counted[report]} of ${evidence.length}`
      : held[report] > 0 ? "cites a relative only" : "cites none, but is similar";
    return `${cites}, similarity ${decimal(likeness[report], 2)}, `
      + count(explorer.corpus.rows[report].length, "technique");
  }
  // What adds up to the estimate besides the reports that are listed.
  function sumWords(index, estimate, rest) {
    const sum = rest.reduce((total, { share }) => total + share, 0), verb = rest.length === 1 ? "adds" : "add";
    const others = rest.length ? `${count(rest.length, "other report")} ${verb} ${points(sum)}, ` : "";
    const calibrated = explorer.observed.length
      ? ` After calibration: ${percent(estimate.shown[index])} %.` : "";
    const base = points(api.baseTerm(explorer.corpus, estimate, index));
    return `${others}the usual chance adds ${base}: together ${points(estimate.raw[index])}.${calibrated}`;
  }
  const comparisons = (id) => make("p", { "class": "more" }, "Compare it with",
    explorer.observed.map((other) => make("span", {}, " ", api.comparisonLink(other, id, other))));
  // Platform by platform: component, source, channels.
  function detectionList(id, channels) {
    if (!explorer.detections.has(id)) return null;
    const terms = make("dl", { "class": "wh" });
    let last = null;
    explorer.detections.get(id).forEach(({ platform, component, source }, at) => {
      if (platform !== last) terms.append(make("dt", {}, platform || "Any platform"));
      last = platform;
      terms.append(make("dd", {}, component, " ", make("i", {}, source), " ", (channels[at] ?? []).join("; ")));
    });
    return terms;
  }

  // ── What it rests on, above the list. ──────────────────────────────────────────────────────

  // Since a year: how many cite the most of it, and whether these are few.
  function recentBasis({ which, held, total: number }) {
    const all = explorer.observed.length;
    if (all && !held) return [`No report ${which} cites ${all === 1 ? "it" : "any of them"}.`];
    const what = held === all ? allOfIt(all) : `${inWords(held)} of the ${inWords(all)}, and none more`;
    return [make("b", {}, count(number)), ` ${number === 1 ? "report" : "reports"} ${which}`
      + (all ? ` cite${number === 1 ? "s" : ""} ${what}` : "") + ". Plain counts, the highest first"
      + (number < FEW ? ". Too few for shares: read them as cases." : ".")];
  }
  function basis({ evidence, reports }) {
    const all = count(explorer.corpus.total, "report"), observed = evidence.length;
    if (!observed) return [`Nothing entered yet: these are the shares of all ${all}.`];
    return [make("b", {}, count(reports[observed])), ` of ${all} cite ${allOfIt(observed)}. ` + WHY];
  }
  // How many of the listed the ticked sources show.
  function tickedWords(listed) {
    const unseen = listed.filter(explorer.isUnseen).length, likely = explorer.countLikely(listed);
    return [" ", make("b", {}, `${listed.length - unseen} of the ${listed.length}`),
      ` listed can be seen with the ${explorer.where.sourceKind}s ticked`
        + (likely ? `, ${likely} of them only likely` : "") + (unseen ? `; ${unseen} cannot, and are marked.` : ".")];
  }
  function drawBasis({ estimate, recent, listed }) {
    const sentences = recent ? recentBasis(recent) : basis(estimate);
    if (!listed.length) sentences.push(" No technique passes the filters.");
    else if (explorer.hasTicked()) sentences.push(...tickedWords(listed));
    byID("basis").replaceChildren(...sentences);
  }

  const rows = () => all("li[data-technique]", list);
  // A row has its rank in the whole list, whatever part of an intrusion it stands in.
  function makeRows(answer) {
    const { ranking, parts, listed } = answer, bestPlace = bestPlaces(answer);
    const row = (index) => makeRow(index, ranking.indexOf(index), answer, bestPlace);
    return parts ? parts.flatMap((part) => [part.head, ...part.listed.map(row)]) : listed.map(row);
  }
  function drawList(answer) {
    const { ranking, parts, listed } = answer;
    drawChips();
    drawAbsent();
    list.replaceChildren(...makeRows(answer));
    byID("more").hidden = ranking.length <= listed.length;
    byID("more").textContent = parts ? "Show more of each part" : `Show ${explorer.LIST_LENGTH} more`;
    drawBasis(answer);
    announce(listed.length
      ? `${count(ranking.length, "technique")} ranked, first ${technique(ranking[0]).id}`
      : "No technique passes the filters");
  }
  // The row that moves up in its place has the focus then.
  async function takeOff(button) {
    const id = button.dataset.miss, at = rows().indexOf(button.closest("li"));
    await explorer.miss(id);
    announce(`${id} was not found: it is off the list`);
    const left = rows(), row = left[Math.min(at, left.length - 1)];
    (row ? one("[data-miss]", row) : byID("technique")).focus({ preventScroll: true });
  }
  list.addEventListener("click", async (event) => {
    const button = event.target.closest("button.too");
    if (!button) return;
    if ("miss" in button.dataset) return takeOff(button);
    await explorer.add([button.dataset.add]);
    (one("button.too", list) ?? byID("technique")).focus({ preventScroll: true });
  });
  byID("more").addEventListener("click", async () => {
    const before = explorer.answer.listed;
    explorer.listLength += explorer.LIST_LENGTH;
    await explorer.update();
    const next = explorer.answer.listed.findIndex((index) => !before.includes(index));
    one("a", rows()[next]).focus();
  });

  // ── What to check first: the most informative techniques. ──────────────────────────────────

  function informativeItem({ index, gain }, suggestions, { estimate }) {
    const then = api.estimate(explorer.corpus, [...estimate.evidence, index]);
    const move = (other) => Math.abs(then.shown[other] - estimate.shown[other]);
    const moved = suggestions.filter((other) => other !== index).sort((a, b) => move(b) - move(a))
      .slice(0, MOVES).map((other) => `${technique(other).id} ${percent(estimate.shown[other])} → `
        + `${percent(then.shown[other])} %`);
    return make("li", {}, techniqueLink(technique(index)), make("span", { "class": "x" }, percent(gain) + " %"),
      make("small", {}, "if seen: " + moved.join(", ")));
  }
  const noneWords = ({ recent }) => recent ? "Worked out only when all reports count."
    : explorer.observed.length ? "Too few reports are similar to what was seen."
      : "Add what you saw, and they stand here.";
  function drawInformative(answer) {
    const suggestions = answer.ranking.slice(0, SUGGESTIONS);
    const informative = answer.recent ? []
      : api.informative(explorer.corpus, answer.estimate, suggestions, answer.listed).slice(0, CHECKS);
    byID("informative-note").hidden = informative.length > 0;
    byID("informative-note").textContent = noneWords(answer);
    byID("informative").replaceChildren(...informative.map((found) => informativeItem(found, suggestions, answer)));
  }

  // The events stand beside their log sources once their data are there.
  let hasPlaces = false;
  function drawEvents(answer) {
    explorer.loadPlaces().then(() => {
      if (hasPlaces || answer !== explorer.answer) return;
      hasPlaces = true;
      const bestPlace = bestPlaces(answer);
      const drawn = rows();
      answer.listed.forEach((index, at) => one("p.see", drawn[at])?.replaceWith(components(index, bestPlace)));
    }, () => {}); // without them the sources stand alone
  }

  explorer.drawFirst.push(drawList);
  explorer.drawLater.push(drawEvents);
  explorer.drawLater.push(drawInformative);
})();
