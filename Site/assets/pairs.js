// What is measured of a pair of techniques, by the formulas of the method page: no page, no loading.
// `corpus` is the explorer's data, unpacked; `model` what the site fitted to the sizes of reports.
(() => {
  "use strict";
  const api = window.attackRelations;
  const PSEUDO_REPORTS = 5; // reports that are added to every pair
  const Z = 1.6448536269514722; // the standard normal's 95 % point
  const FEWEST = 3, FIRM = 1, POSSIBLE = 0.8, LEVEL = 0.05; // the bounds of the grades
  const SLACK = 1e-9; // how far two ways of adding up the same p-value may be apart

  // The model with the number of reports of each size, and the probabilities of a technique's links.
  api.pairModel = (model, corpus) => {
    const counts = new Map(), certain = new Set(model.certain.map(([size, total]) => `${size} ${total}`));
    corpus.rows.forEach((row, report) =>
      counts.set(row.length, (counts.get(row.length) ?? 0) + corpus.weights[report]));
    return {
      counts: model.sizes.map((size) => counts.get(size) ?? 0),
      steps: model.steps,
      // Of a technique with so many reports, by the size of the report.
      links: (reportCount) => {
        const total = model.totals.indexOf(reportCount), y = model.y[total];
        return model.x.map((x, size) => {
          if (x !== null && y !== null) return x * y / (1 + x * y);
          return certain.has(`${size} ${total}`) ? 1 : 0;
        });
      }
    };
  };

  // Saracco et al. 2015: the sum over the sizes of reports of both links' probabilities.
  const expectedCount = (model, a, b) =>
    model.counts.reduce((sum, count, size) => sum + count * (a[size] * b[size]), 0);

  // Hong 2013: the chance of so many reports with both, or more.
  function tail(model, a, b, together) {
    if (together === 0) return 1;
    const states = new Float64Array(together + 1);
    let reached = 0;
    states[0] = 1;
    model.counts.forEach((count, size) => {
      const success = a[size] * b[size];
      if (success === 0) return;
      for (let trial = 0; trial < count; trial += 1) {
        reached = Math.min(together - 1, reached + 1);
        states[together] += states[together - 1] * success;
        for (let state = reached; state > 0; state -= 1) {
          states[state] = states[state] * (1 - success) + states[state - 1] * success;
        }
        states[0] *= 1 - success;
      }
    });
    return Math.min(1, states[together]);
  }

  // Benjamini and Hochberg 1995: the steps over all pairs give q for a p.
  const adjusted = (model, p) => model.steps.find(([limit]) => p <= limit * (1 + SLACK))?.[1] ?? 1;

  function grade({ together, expected, lower, p }) {
    if (together < FEWEST) return "";
    if (lower >= FIRM) return "firm";
    return lower >= POSSIBLE && p <= LEVEL && together > expected ? "possible" : "weak";
  }

  // Two techniques, by their indexes.
  api.pair = (corpus, model, first, second) => {
    const one = corpus.techniques[first], other = corpus.techniques[second];
    const reports = api.shared(one.reports, other.reports), together = api.weigh(corpus, reports);
    const a = model.links(one.total), b = model.links(other.total);
    const expected = expectedCount(model, a, b), p = tail(model, a, b, together);
    const shape = together + PSEUDO_REPORTS, ratio = shape / (expected + PSEUDO_REPORTS);
    const root = Math.max(0, 1 - 1 / (9 * shape) - Z / (3 * Math.sqrt(shape)));
    const lower = ratio * root * root * root;
    return {
      reports, together, expected, ratio, lower, p, q: adjusted(model, p),
      isFamily: one.id.slice(0, 5) === other.id.slice(0, 5), grade: grade({ together, expected, lower, p })
    };
  };

  // How many of a technique's reports cite each other technique, by index.
  api.companions = (corpus, index) => {
    const counts = new Uint32Array(corpus.techniques.length);
    for (const report of corpus.techniques[index].reports) {
      for (const other of corpus.rows[report]) counts[other] += corpus.weights[report];
    }
    return counts;
  };
})();
