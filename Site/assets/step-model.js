// The order of techniques and what one gives that another needs: the steps of an intrusion, the part of it
// that a technique has, and chains of steps. Techniques are given by their indexes. Where the
// site has no steps, nothing of it is there.
(() => {
  "use strict";
  const api = window.attackRelations;
  if (!document.documentElement.hasAttribute("data-steps")) return; // the site knows of none
  const MOST_STEPS = 6; // of a chain
  const MOST_CHAINS = 5;

  // ── The data, unpacked. ────────────────────────────────────────────────────────────────────

  const unpackedFact = (facts) => ([fact, given, givenOf, needed, neededOf, isOurs]) =>
    ({ words: facts[fact], given, givenOf, needed, neededOf, isOurs: isOurs === 1 });
  // `from` comes before `to`. `orders`: who says so; `drawn`, `failed`, `run`: how many independent sources
  // drew it, drew it on failed branches only, ran it; `facts`: what `from` gives and `to` needs, with the
  // procedures that do; `sources`: all that say so, each once.
  function unpackedStep(data, [from, to, orders, [drawn, failed, run], facts, procedures, firm]) {
    const directed = drawn - failed + run + procedures;
    return {
      from, to, drawn, failed, run, procedures, directed, isFirm: firm === 1, sources: directed + firm,
      orders: orders.map((at) => data.orders[at]), facts: facts.map(unpackedFact(data.facts))
    };
  }
  // All steps, from each technique and to each.
  api.steps = (data) => {
    const book = { from: new Map(), to: new Map() };
    const orders = data.orders.map(([title, path, kind, origin]) => ({ title, path, kind, origin }));
    const add = (map, index, step) => {
      if (!map.has(index)) map.set(index, []);
      map.get(index).push(step);
    };
    for (const row of data.steps) {
      const step = unpackedStep({ orders, facts: data.facts }, row);
      add(book.from, step.from, step);
      add(book.to, step.to, step);
    }
    return book;
  };
  let loading = null;
  // Promise of the site's steps, loaded on first use.
  api.loadSteps = () => {
    loading ??= api.load("steps", "attackRelationsSteps").then(api.steps);
    loading.catch(() => { loading = null; });
    return loading;
  };
  // The step from one technique to another, if there is any.
  api.step = (book, from, to) => book.from.get(from)?.find((step) => step.to === to);

  // ── The part of an intrusion. ──────────────────────────────────────────────────────────────

  // Which of two numbers is more: `before`, `after`, or nothing.
  const more = (back, on) => back > on ? "before" : on > back ? "after" : null;
  const total = (steps, number) => steps.reduce((sum, step) => sum + number(step), 0);
  const BASES = [
    ["needs", (steps) => steps.some(({ procedures }) => procedures > 0) ? 1 : 0],
    ["drawn", (steps) => total(steps, ({ drawn, failed }) => drawn - failed)],
    ["run", (steps) => total(steps, ({ run }) => run)]
  ];
  // The techniques of no other tactics than some.
  const shortName = (name) => name.toLowerCase().replaceAll(" ", "-");
  function ofTacticsAlone({ techniques, tactics }, names) {
    const isOfThem = (tactic) => names.includes(shortName(tactics[tactic]));
    return new Set([...techniques.keys()].filter((index) => techniques[index].tactics.length && techniques[index].tactics.every(isOfThem)));
  }
  // Those that an intrusion begins with, and those that it leads to, by their tactics alone.
  const endsByTactic = (book, corpus) => book.ends ??= {
    before: ofTacticsAlone(corpus, ["reconnaissance", "resource-development", "initial-access"]),
    after: ofTacticsAlone(corpus, ["impact"])
  };
  // Where a technique belongs beside what was seen: `part`, `before`, `beside` or `after`; `basis`, what
  // decides: `needs`, `drawn`, `run`, `tactic`, or none; `back` and `on`, the steps to and from what was seen.
  api.part = (book, corpus, index, seen) => {
    const back = (book.from.get(index) ?? []).filter(({ to }) => seen.includes(to));
    const on = (book.to.get(index) ?? []).filter(({ from }) => seen.includes(from));
    for (const [basis, number] of BASES) {
      const part = more(number(back), number(on));
      if (part) return { part, basis, back, on };
    }
    const ends = endsByTactic(book, corpus);
    const end = ["before", "after"].find((part) => ends[part].has(index) && !seen.some((other) => ends[part].has(other)));
    return { part: end ?? "beside", basis: end ? "tactic" : null, back, on };
  };

  // ── Chains of steps. ───────────────────────────────────────────────────────────────────────

  const weight = ({ sources }) => 1 - 1 / 2 ** sources;
  const isUsable = ({ directed }) => directed > 0;

  // By the steps left and the technique the best that may follow: { score, length }, of which the score is
  // the product of the weights and the length the least that has it. A technique at an end needs nothing.
  function bestOnward(book, ends) {
    const end = { score: 1, length: 0 }, byStepsLeft = [new Map()];
    const bestAt = (map, index) => ends.has(index) ? end : map.get(index);
    for (let left = 1; left <= MOST_STEPS; left += 1) {
      const shorter = byStepsLeft[left - 1], found = new Map();
      for (const [index, steps] of book.from) {
        const best = bestOf(steps.filter(isUsable), (to) => bestAt(shorter, to));
        if (best) found.set(index, best);
      }
      byStepsLeft.push(found);
    }
    return byStepsLeft;
  }
  function bestOf(steps, rest) {
    let best = null;
    for (const step of steps) {
      const then = rest(step.to);
      if (!then) continue;
      const score = weight(step) * then.score, length = then.length + 1;
      if (!best || score > best.score || score === best.score && length < best.length) best = { score, length };
    }
    return best;
  }

  // The greater score first, then fewer steps, then the ids from the beginning of the chain.
  const compareChains = ({ techniques }) => {
    const compareIDs = (a, b) => {
      const at = a.findIndex((index, place) => index !== b[place]);
      if (at < 0) return a.length - b.length;
      return at < b.length ? (techniques[a[at]].id < techniques[b[at]].id ? -1 : 1) : 1;
    };
    return (a, b) => b.bound - a.bound || a.length - b.length || compareIDs(a.path, b.path);
  };
  // Keeps a list in order, the best at its end.
  function insert(queue, item, compare) {
    let low = 0, high = queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(queue[middle], item) > 0) low = middle + 1; else high = middle;
    }
    queue.splice(low, 0, item);
  }

  // The best chains from some techniques to others. Best first: what may become of a chain bounds it from
  // above, and of two that may become equal the one stands first whose result would.
  function search(book, corpus, starts, ends) {
    const onward = bestOnward(book, ends), compare = compareChains(corpus), queue = [], found = [];
    // A chain that goes on from where it is, if it can.
    function extend(path, steps, score) {
      const rest = onward[MOST_STEPS - steps.length].get(path.at(-1));
      if (rest) insert(queue, { path, steps, score, bound: score * rest.score, length: steps.length + rest.length }, compare);
    }
    const finish = (path, steps, score) =>
      insert(queue, { path, steps, score, bound: score, length: steps.length, isWhole: true }, compare);
    for (const start of starts) extend([start], [], 1);
    while (queue.length && found.length < MOST_CHAINS) {
      const { path, steps, score, isWhole } = queue.pop();
      if (isWhole) {
        found.push({ path, steps, score });
        continue;
      }
      for (const step of book.from.get(path.at(-1)).filter(isUsable)) {
        if (path.includes(step.to)) continue;
        const longer = [[...path, step.to], [...steps, step], score * weight(step)];
        if (ends.has(step.to)) finish(...longer);
        extend(...longer);
      }
    }
    return found;
  }

  // The techniques of a tactic.
  function ofTactic({ techniques, tactics }, name) {
    const isOfIt = (index) => techniques[index].tactics.some((tactic) => shortName(tactics[tactic]) === name);
    return new Set([...techniques.keys()].filter(isOfIt));
  }
  // The best of both directions; each that has any has one at least.
  function bestOfBoth(corpus, back, on) {
    const compare = compareChains(corpus), key = ({ path, steps, score }) => ({ path, bound: score, length: steps.length });
    const best = [...back, ...on].sort((a, b) => compare(key(a), key(b))).slice(0, MOST_CHAINS);
    const missing = [back, on].find((chains) => chains.length && !best.includes(chains[0]));
    return missing ? [...best.slice(0, -1), missing[0]] : best;
  }
  // The likeliest chains back to an initial access and on to an impact: `chains`, each { direction, path,
  // steps, score }, of which the direction is `back` or `on`; `entries` and `impacts`, what was seen that
  // is one itself and needs no chain.
  api.chains = (book, corpus, seen) => {
    const entries = ofTactic(corpus, "initial-access"), impacts = ofTactic(corpus, "impact");
    const told = (direction) => (chain) => ({ direction, ...chain });
    const back = search(book, corpus, entries, new Set(seen.filter((index) => !entries.has(index))));
    const on = search(book, corpus, seen.filter((index) => !impacts.has(index)), impacts);
    return {
      chains: bestOfBoth(corpus, back.map(told("back")), on.map(told("on"))),
      entries: seen.filter((index) => entries.has(index)), impacts: seen.filter((index) => impacts.has(index))
    };
  };
})();
