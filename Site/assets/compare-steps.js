// What the comparison of two techniques says of their order, and of what one gives that the other needs.
// Of sites that know of steps.
(() => {
  "use strict";
  const api = window.attackRelations;
  if (!api.steps) return;
  const { make, inWords } = api.page;
  const { orderWords, givenWords, holdWords, hasNeeds } = api.stepWords;

  // ── Which way each kind points. ────────────────────────────────────────────────────────────

  const KINDS = [
    ["flows", (step) => step ? step.drawn - step.failed : 0], ["logs or plans", (step) => step?.run ?? 0],
    ["needs", (step) => hasNeeds(step) ? 1 : 0]
  ];
  // Of each kind that says anything its name, and the id that it puts first, or `null` where as much says both.
  function directions([there, back], [first, second]) {
    return KINDS.map(([name, number]) => [name, number(there), number(back)]).filter(([, on, off]) => on + off > 0)
      .map(([name, on, off]) => [name, on > off ? first : off > on ? second : null]);
  }
  // Whether they point the same way.
  function directionWords(steps, ids) {
    const found = directions(steps, ids), firsts = new Set(found.map(([, id]) => id)), [id] = firsts;
    const names = inWords(found.map(([name]) => name));
    if (!found.length) return "";
    if (firsts.size > 1) {
      const each = found.map(([name, first]) => first ? `${name} put ${first} first` : `${name} have both orders`);
      return ` They disagree: ${inWords(each)}.`;
    }
    if (!id) return ` Both orders have equally many sources: ${names}.`;
    return found.length > 1 ? ` They point the same way, ${id} first: ${names}.` : ` Only ${names} say which comes first: ${id}.`;
  }

  // ── Each direction with its sources. ───────────────────────────────────────────────────────

  const section = (id, title, ...children) =>
    make("section", { "class": "s-" + id, "data-part": "" }, make("h2", { id }, title), ...children);
  const lines = (all) => make("ul", { "class": "says" }, all.map((line) => make("li", {}, line)));
  // Of each direction, what is said, or that nothing is.
  const both = (steps, ids, heading, linesOf, none) => steps.flatMap((step, at) => {
    const [from, to] = at ? [...ids].reverse() : ids, found = step ? linesOf(step, from, to) : [];
    return [make("h3", {}, heading(from, to)), found.length ? lines(found) : make("p", { "class": "faint" }, none)];
  });

  function orderLines(step) {
    return [["Drawn by analysts ", "drawn"], ["Run in this order ", "run"]]
      .map(([words, kind]) => [words, orderWords(step, kind, Infinity)])
      .filter(([, sources]) => sources).map(([words, sources]) => [words, ...sources]);
  }
  function orderSection(steps, ids) {
    if (!steps.some((step) => step?.orders.length)) {
      return section("order", "Which came first",
        make("p", {}, "No flow puts the two in order. Few reports have been drawn as flows, so this tells you nothing."));
    }
    return section("order", "Which came first",
      ...both(steps, ids, (from, to) => `${from}, then ${to}`, orderLines, "No source says so."));
  }
  function needsSection(steps, ids) {
    const title = "What one needs and the other gives";
    if (!steps.some((step) => step?.facts.length)) {
      return section("needs", title, make("p", {}, "No known procedure of one gives what the other needs."));
    }
    const factLines = ({ facts }, from, to) => facts.map((fact) => [`${from} gives `, ...givenWords(fact, to)]);
    return section("needs", title,
      ...both(steps, ids, (from, to) => `${from} gives, ${to} needs`, factLines, "Nothing known."));
  }

  // Of two techniques: `top`, which of the three kinds of evidence hold, and whether they point the same way;
  // `sections`, the order and the needs.
  api.comparedSteps = (book, indexes, ids, pair) => {
    const steps = [api.step(book, ...indexes), api.step(book, ...[...indexes].reverse())];
    return {
      top: make("p", { "class": "hold" }, holdWords(steps, pair.grade === "firm") + directionWords(steps, ids)),
      sections: [orderSection(steps, ids), needsSection(steps, ids)]
    };
  };
})();
