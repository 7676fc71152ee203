// The inference: how likely every technique is, given those that were seen. No page, no loading.
// Its formulas are those of the command, in the same order of operations, so that the same numbers
// come out; `method.html` says what they are. Techniques and reports go by their places in the data.
(function (api) {
  "use strict";
  // What a report's citing only one of the family is worth; the weight of the base rates; sizes of
  // evidence that have a curve of their own; the most reports that an interval rests on; the
  // standard normal's 97.5 % point.
  var KIN = 0.2, SMOOTHING = 0.1, SIZES = [1, 2, 3, 5], MOST_REPORTS = 30, Z = 1.959963984540054;

  // Rising numbers from the text that the data tells them in.
  function numbers(word) {
    var list = [], last = -1, place = 0;
    while (place < word.length) {
      var distance = 0, scale = 1, code;
      do {
        code = word.charCodeAt(place);
        code -= 33 + (code > 34) + (code > 92);
        distance += scale * code;
        scale *= 12;
        place += 1;
      } while (code >= 80);
      last += distance + 1;
      list.push(last);
    }
    return list;
  }

  function digits(text) {
    return text ? text.split(" ").map(function (digit) { return parseInt(digit, 36); }) : [];
  }

  function family(id) { return id.slice(0, 5); }

  // The data, unpacked: techniques with their reports, and reports with their techniques.
  api.corpus = function (data) {
    var places = {}, retired = {}, families = {};
    var rows = data.reports ? data.reports.split(" ").map(numbers) : [];
    var techniques = (data.ids ? data.ids.split(" ") : []).map(function (id, place) {
      var parts = data.in[place].split(",");
      places[id] = place;
      return {
        id: id, name: data.names[place], domain: digits(parts[0])[0], tactics: digits(parts[1]),
        platforms: digits(parts[2]), reports: [], kin: [], information: 0, rate: 0
      };
    });
    rows.forEach(function (row, report) {
      row.forEach(function (place) { techniques[place].reports.push(report); });
    });
    var level = -1;
    techniques.forEach(function (technique, place) {
      var before = techniques[place - 1];
      if (!before || before.reports.length !== technique.reports.length) level += 1;
      technique.information = data.information[level];
      technique.rate = (technique.reports.length + 0.5) / (rows.length + 1);
      (families[family(technique.id)] = families[family(technique.id)] || []).push(technique);
    });
    techniques.forEach(function (technique) {
      technique.kin = union(families[family(technique.id)], rows.length);
    });
    (data.retired ? data.retired.split(" ") : []).forEach(function (id, place, all) {
      if (place % 2 === 0) retired[id] = all[place + 1];
    });
    return {
      releases: data.releases, domains: data.domains, tactics: data.tactics,
      platforms: data.platforms, techniques: techniques, rows: rows, places: places,
      retired: retired, curves: data.curves
    };
  };

  // The reports that cite any of some techniques, rising.
  function union(techniques, count) {
    if (techniques.length === 1) return techniques[0].reports;
    var cites = new Uint8Array(count), list = [];
    techniques.forEach(function (technique) {
      technique.reports.forEach(function (report) { cites[report] = 1; });
    });
    cites.forEach(function (cited, report) { if (cited) list.push(report); });
    return list;
  }

  function has(object, key) { return Object.prototype.hasOwnProperty.call(object, key); }

  // What became of ids: places, each once; `followed` as [retired id, its successor]; `unknown`.
  api.resolve = function (corpus, ids) {
    var found = { places: [], followed: [], unknown: [] };
    ids.forEach(function (id) {
      var next = has(corpus.places, id) ? id : has(corpus.retired, id) ? corpus.retired[id] : null;
      if (!next || !has(corpus.places, next)) {
        if (found.unknown.indexOf(id) < 0) found.unknown.push(id);
        return;
      }
      if (next !== id) found.followed.push([id, next]);
      if (found.places.indexOf(corpus.places[next]) < 0) found.places.push(corpus.places[next]);
    });
    return found;
  };

  // The part of the evidence that each report holds, by what each technique tells.
  function overlaps(corpus, evidence) {
    var sums = new Float64Array(corpus.rows.length), all = 0;
    evidence.forEach(function (place) {
      var technique = corpus.techniques[place], information = technique.information, next = 0;
      all += information;
      technique.kin.forEach(function (report) {
        if (technique.reports[next] === report) {
          sums[report] += information;
          next += 1;
        } else {
          sums[report] += information * KIN;
        }
      });
    });
    if (all > 0) for (var report = 0; report < sums.length; report += 1) sums[report] /= all;
    return sums;
  }

  function calibrated(knots, raw) {
    if (!knots.length) return raw;
    var place = 0;
    while (place < knots.length && knots[place] <= raw) place += 2;
    if (place === knots.length) return knots[place - 1];
    if (place === 0) return knots[1];
    var low = knots[place - 1];
    return low + (knots[place + 1] - low) * (raw - knots[place - 2])
      / (knots[place] - knots[place - 2]);
  }

  // Wilson's interval on so many reports, whole or not.
  api.interval = function (share, base) {
    if (!(base > 0)) return [0, 1];
    var shrink = 1 + Z * Z / base;
    var centre = (share + Z * Z / (2 * base)) / shrink;
    var reach = Z / shrink * Math.sqrt(share * (1 - share) / base + Z * Z / (4 * base * base));
    return [
      share === 0 ? 0 : Math.max(0, centre - reach), share === 1 ? 1 : Math.min(1, centre + reach)
    ];
  };

  // The estimate from evidence, given as places.
  api.estimate = function (corpus, places) {
    var techniques = corpus.techniques, rows = corpus.rows;
    var evidence = places.slice().sort(function (a, b) {
      return techniques[a].id < techniques[b].id ? -1 : 1;
    });
    var size = Math.max(evidence.length, 1);
    var smoothing = SMOOTHING / (size * size);
    var weights = overlaps(corpus, evidence);
    var cited = new Float64Array(techniques.length), together = new Uint32Array(techniques.length);
    var total = 0, squares = 0, withAll = 0;
    rows.forEach(function (row, report) {
      if (evidence.every(function (place) { return row.indexOf(place) >= 0; })) {
        withAll += 1;
        row.forEach(function (place) { together[place] += 1; });
      }
      var held = weights[report];
      if (!(held > 0)) return;
      var weight = weights[report] = held * held * held / row.length;
      total += weight;
      squares += weight * weight;
      row.forEach(function (place) { cited[place] += weight; });
    });
    var all = total + smoothing;
    var knots = corpus.curves[SIZES.filter(function (least) { return least <= size; }).length - 1];
    var effective = rows.length
      ? all * all / (squares + smoothing * smoothing / rows.length) : 0;
    var raw = techniques.map(function (technique, place) {
      return (cited[place] + smoothing * technique.rate) / all;
    });
    return {
      evidence: evidence, weights: weights, all: all, smoothing: smoothing, effective: effective,
      // From nothing nothing is inferred: the shares of all reports stand as they are.
      base: evidence.length ? Math.min(effective, MOST_REPORTS / size) : rows.length,
      withAll: withAll, together: together, raw: raw,
      shown: evidence.length ? raw.map(function (value) { return calibrated(knots, value); }) : raw
    };
  };

  // The places outside the evidence, the most probable first, then by id.
  api.ranking = function (corpus, estimate) {
    var seen = {};
    estimate.evidence.forEach(function (place) { seen[place] = true; });
    return corpus.techniques.map(function (technique, place) { return place; })
      .filter(function (place) { return !seen[place]; })
      .sort(function (a, b) {
        return estimate.raw[b] - estimate.raw[a]
          || (corpus.techniques[a].id < corpus.techniques[b].id ? -1 : 1);
      });
  };

  // The reports that carry a technique's raw probability, with their parts of it, the largest first.
  api.terms = function (corpus, estimate, place) {
    return corpus.techniques[place].reports
      .filter(function (report) { return estimate.weights[report] > 0; })
      .map(function (report) {
        return { report: report, term: estimate.weights[report] / estimate.all };
      })
      .sort(function (a, b) { return b.term - a.term || a.report - b.report; });
  };

  // The part of it that is the base rate's.
  api.baseTerm = function (corpus, estimate, place) {
    return estimate.smoothing * corpus.techniques[place].rate / estimate.all;
  };

  // What would tell most about a list: for each candidate the expected fall in the doubt about the
  // other techniques of the list once it is known whether the candidate is there too. That is the
  // sum of its mutual information with each (Shannon 1948) over the weighted reports, less what
  // chance alone would show on so few (Miller 1955), as a share of the doubt. Relatives say nothing.
  api.tellers = function (corpus, estimate, list, candidates) {
    if (estimate.all <= estimate.smoothing) return [];
    var both = {}, chance = 1 / (2 * Math.LN2 * estimate.effective);
    var base = estimate.smoothing / estimate.all;
    function rate(place) { return corpus.techniques[place].rate; }
    function bits(p, q) { return p > 0 ? p * Math.log(p / q) / Math.LN2 : 0; }
    function doubt(p) { return -bits(p, 1) - bits(1 - p, 1); }
    function shared(a, b) {
      var key = a < b ? a + " " + b : b + " " + a;
      if (!has(both, key)) {
        both[key] = api.shared(corpus.techniques[a].reports, corpus.techniques[b].reports)
          .reduce(function (sum, report) { return sum + estimate.weights[report]; }, 0)
          / estimate.all + base * rate(a) * rate(b);
      }
      return both[key];
    }
    function information(a, b) {
      var p = estimate.raw[a], q = estimate.raw[b], r = shared(a, b);
      return bits(r, p * q) + bits(p - r, p * (1 - q)) + bits(q - r, (1 - p) * q)
        + bits(1 - p - q + r, (1 - p) * (1 - q)) - chance;
    }
    return candidates.map(function (candidate) {
      var gain = 0, all = 0;
      list.forEach(function (place) {
        if (place === candidate) return;
        all += doubt(estimate.raw[place]);
        if (family(corpus.techniques[place].id) === family(corpus.techniques[candidate].id)) return;
        gain += information(candidate, place);
      });
      return { place: candidate, gain: all > 0 ? gain / all : 0 };
    }).filter(function (teller) { return teller.gain > 0; }).sort(function (a, b) {
      return b.gain - a.gain || candidates.indexOf(a.place) - candidates.indexOf(b.place);
    });
  };

  // What two rising lists share.
  api.shared = function (a, b) {
    var shared = [], place = 0;
    a.forEach(function (value) {
      while (b[place] < value) place += 1;
      if (b[place] === value) shared.push(value);
    });
    return shared;
  };

  // The whole answer, as `infer --format json` writes it: `reports` are their ids, `lookIn` tells
  // where a technique shows.
  api.answer = function (corpus, ids, reports, lookIn) {
    var found = api.resolve(corpus, ids);
    var estimate = api.estimate(corpus, found.places);
    return {
      evidence: estimate.evidence.map(function (place) { return corpus.techniques[place].id; }),
      unknown: found.unknown, releases: corpus.releases, reports_with_all: estimate.withAll,
      techniques: api.ranking(corpus, estimate).map(function (place) {
        var technique = corpus.techniques[place], shown = estimate.shown[place];
        var bounds = api.interval(shown, estimate.base);
        return {
          technique: technique.id, name: technique.name, raw: estimate.raw[place],
          probability: shown, low: bounds[0], high: bounds[1], base_rate: technique.rate,
          base_term: api.baseTerm(corpus, estimate, place), together: estimate.together[place],
          reports: api.terms(corpus, estimate, place).map(function (entry) {
            return { id: reports[entry.report], term: entry.term };
          }),
          look_in: lookIn(technique.id)
        };
      })
    };
  };
})(window.attackRelations = window.attackRelations || {});
