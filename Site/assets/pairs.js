// What is measured of a pair of techniques, by the formulas of the method page: no page, no loading.
// `corpus` is the explorer's data, unpacked; `model` what the site fitted to the sizes of reports.
(function (api) {
  "use strict";
  // Reports that are added to every pair; the standard normal's 95 % point; the bounds of grades.
  var PSEUDO = 5, Z = 1.6448536269514722, FEWEST = 3, FIRM = 1, POSSIBLE = 0.8, LEVEL = 0.05;
  // How far two ways of adding up the same p-value may be apart.
  var SLACK = 1e-9;

  // The model with the number of reports of each size, and each link's probability.
  api.pairModel = function (model, corpus) {
    var counts = {}, certain = {};
    corpus.rows.forEach(function (row) { counts[row.length] = (counts[row.length] || 0) + 1; });
    model.certain.forEach(function (pair) { certain[pair[0] + " " + pair[1]] = true; });
    return {
      counts: model.sizes.map(function (size) { return counts[size] || 0; }),
      steps: model.steps,
      links: function (total) {
        var place = model.totals.indexOf(total), y = model.y[place];
        return model.x.map(function (x, size) {
          if (x !== null && y !== null) return x * y / (1 + x * y);
          return certain[size + " " + place] ? 1 : 0;
        });
      }
    };
  };

  // Saracco et al. 2015: the sum over the sizes of reports of both links' probabilities.
  function expected(model, a, b) {
    return model.counts.reduce(function (sum, count, size) { return sum + count * (a[size] * b[size]); }, 0);
  }

  // Hong 2013: the chance of so many reports with both, or more.
  function tail(model, a, b, together) {
    if (together === 0) return 1;
    var states = new Float64Array(together + 1), reached = 0;
    states[0] = 1;
    model.counts.forEach(function (count, size) {
      var success = a[size] * b[size];
      if (success === 0) return;
      for (var trial = 0; trial < count; trial += 1) {
        reached = Math.min(together - 1, reached + 1);
        states[together] += states[together - 1] * success;
        for (var state = reached; state > 0; state -= 1) {
          states[state] = states[state] * (1 - success) + states[state - 1] * success;
        }
        states[0] *= 1 - success;
      }
    });
    return Math.min(1, states[together]);
  }

  // Benjamini and Hochberg 1995: q as the steps over all pairs tell it.
  function adjusted(model, p) {
    var step = model.steps.filter(function (step) { return p <= step[0] * (1 + SLACK); })[0];
    return step ? step[1] : 1;
  }

  // Two techniques, by their places.
  api.pair = function (corpus, model, first, second) {
    var one = corpus.techniques[first], other = corpus.techniques[second];
    var reports = api.shared(one.reports, other.reports), together = reports.length;
    var a = model.links(one.reports.length), b = model.links(other.reports.length);
    var mean = expected(model, a, b), p = tail(model, a, b, together), shape = together + PSEUDO;
    var root = Math.max(0, 1 - 1 / (9 * shape) - Z / (3 * Math.sqrt(shape)));
    var ratio = shape / (mean + PSEUDO), lower = ratio * root * root * root;
    return {
      reports: reports, together: together, expected: mean, ratio: ratio, lower: lower, p: p,
      q: adjusted(model, p), isFamily: one.id.slice(0, 5) === other.id.slice(0, 5),
      grade: together < FEWEST ? "" : lower >= FIRM ? "firm"
        : lower >= POSSIBLE && p <= LEVEL && together > mean ? "possible" : "weak"
    };
  };

  // The reports of a technique that cite each other one, by place.
  api.companions = function (corpus, place) {
    var counts = new Uint32Array(corpus.techniques.length);
    corpus.techniques[place].reports.forEach(function (report) {
      corpus.rows[report].forEach(function (other) { counts[other] += 1; });
    });
    return counts;
  };
})(window.attackRelations = window.attackRelations || {});
