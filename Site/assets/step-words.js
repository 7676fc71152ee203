// What steps are told with, on the explorer's page and on the comparison's: who drew or ran them, what one
// gives that the other needs, and how often both are reported together. Each is a list of elements and texts.
(() => {
  "use strict";
  const api = window.attackRelations, { make, count, ownMark, inWords } = api.page;
  if (!api.steps) return;
  const base = document.documentElement.dataset.base;
  const FIRST = 3; // sources named until all are asked for

  // ── Who says so. ───────────────────────────────────────────────────────────────────────────

  const sourceLink = ({ title, path, origin }) =>
    [path ? make("a", { href: base + path }, title) : title, ...ownMark(origin)];
  const listed = (items) => items.flatMap((item, at) => at ? [", ", ...item] : item);
  const PLURALS = { "log or plan": "logs or plans" };
  const counted = (number, noun) => number > 1 && PLURALS[noun] ? `${count(number)} ${PLURALS[noun]}` : count(number, noun);
  const failedWords = ({ drawn, failed }) => !failed ? ""
    : failed === drawn ? ", on a failed branch only" : `, ${count(failed)} of them on a failed branch only`;

  const KINDS = {
    drawn: { noun: "flow", number: ({ drawn }) => drawn, after: failedWords },
    run: { noun: "log or plan", number: ({ run }) => run, after: () => "" }
  };
  const ordersOf = ({ orders }, kind) => orders.filter((order) => order.kind === kind);
  // `in 2 flows, 3 files`: flows that cite the same report are one.
  function numberWords(step, kind) {
    const { noun, number, after } = KINDS[kind], files = ordersOf(step, kind).length;
    return counted(number(step), noun) + after(step) + (files > number(step) ? `, ${count(files, "file")}` : "");
  }
  // Of a kind that nobody says, nothing.
  function orderWords(step, kind, most = FIRST) {
    const orders = step ? ordersOf(step, kind) : [], rest = orders.length - most;
    if (!orders.length) return null;
    return [`in ${numberWords(step, kind)}: `, ...listed(orders.slice(0, most).map(sourceLink)),
      rest > 0 ? ` and ${rest} more` : ""];
  }

  // ── What one gives and the other needs. ────────────────────────────────────────────────────

  const oursMark = ({ isOurs }) => isOurs ? [", ", make("span", { "class": "own" }, "ours")] : [];
  const given = ({ given, givenOf }) => `(${given} of ${count(givenOf, "procedure")})`;
  const needed = ({ needed, neededOf }) => `(${needed} of ${count(neededOf, "procedure")})`;
  // `a domain user’s password (1 of 2 procedures), which T1021.002 needs (2 of 2 procedures)`.
  const givenWords = (fact, taker) =>
    [`${fact.words} ${given(fact)}, which ${taker} needs ${needed(fact)}`, ...oursMark(fact)];
  const neededWords = (fact, giver) =>
    [`${fact.words} ${needed(fact)}, which ${giver} gives ${given(fact)}`, ...oursMark(fact)];

  // ── The three together. ────────────────────────────────────────────────────────────────────

  const hasOrder = (step) => Boolean(step) && step.drawn - step.failed + step.run > 0;
  const hasNeeds = (step) => Boolean(step) && step.procedures > 0;
  // `Two of the three kinds of evidence hold: order and reports.`, of some steps and of whether a pair is firm.
  function holdWords(steps, isFirm) {
    const holds = [["order", steps.some(hasOrder)], ["needs", steps.some(hasNeeds)], ["reports", isFirm]]
      .filter(([, isSo]) => isSo).map(([name]) => name);
    const number = ["None", "One", "Two", "All three"][holds.length], verb = holds.length < 2 ? "holds" : "hold";
    const of = holds.length === 3 ? "" : " of the three";
    return `${number}${of} kinds of evidence ${verb} for this${holds.length ? ": " + inWords(holds) : ""}.`;
  }
  // How often both are reported together, and whether that is more than expected.
  const togetherWords = ({ grade, together }) => {
    const reports = count(together, "report");
    return { firm: `firm, ${reports}`, possible: `possible, ${reports}` }[grade] ?? `${reports}, not clearly more than expected`;
  };

  api.stepWords = { orderWords, givenWords, neededWords, counted, holdWords, hasNeeds, togetherWords };
})();
