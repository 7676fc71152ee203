// The inference: how likely each technique is, given those that were observed. No page, no loading.
// Its formulas are the command's, in the same order of operations, so that the same numbers come out;
// `method.html` explains them. Techniques and reports are given by their indexes in the data.
(() => {
  "use strict";
  const api = window.attackRelations;
  const FAMILY_WEIGHT = 0.2; // what a report counts that cites only others of a technique's family
  const SMOOTHING = 0.1; // the weight of the base rates
  const SIZES = [1, 2, 3, 5]; // numbers of observed techniques that have a calibration curve each
  const MOST_REPORTS = 30; // the most reports that an interval rests on
  const Z = 1.959963984540054; // the standard normal's 97.5 % point

  // ── The data, unpacked. ────────────────────────────────────────────────────────────────────

  const words = (text) => text ? text.split(" ") : [];
  const base36Numbers = (text) => words(text).map((word) => parseInt(word, 36));

  // Rising numbers, each written as its distance from the one before, less one. A character is a value
  // from 0 to 91; a value of 80 or more is not the last of its number, and the next one counts twelve
  // times as much. The characters are those from `!` on, without `"` and `\`.
  function risingNumbers(text) {
    const list = [];
    let last = -1, at = 0;
    while (at < text.length) {
      let distance = 0, scale = 1, value;
      do {
        const code = text.charCodeAt(at);
        value = code - 33 - (code > 34) - (code > 92);
        distance += scale * value;
        scale *= 12;
        at += 1;
      } while (value >= 80);
      last += distance + 1;
      list.push(last);
    }
    return list;
  }

  // A technique and its sub-techniques.
  const familyOf = (id) => id.slice(0, 5);

  // The techniques, without what the reports say about them.
  const unpackedTechniques = (data) => words(data.ids).map((id, index) => {
    const [domain, tactics, platforms] = data.in[index].split(",").map(base36Numbers);
    return {
      id, name: data.names[index], domain: domain[0], tactics, platforms,
      reports: [], familyReports: [], information: 0, rate: 0
    };
  });
  // The reports that cite any of some techniques, rising.
  function union(techniques, reportCount) {
    if (techniques.length === 1) return techniques[0].reports;
    const cites = new Uint8Array(reportCount), list = [];
    for (const technique of techniques) for (const report of technique.reports) cites[report] = 1;
    cites.forEach((cited, report) => { if (cited) list.push(report); });
    return list;
  }
  // The data have the techniques by their number of reports, and what a citation says once a number.
  function countReports(techniques, rows, information) {
    const families = {};
    rows.forEach((row, report) => { for (const index of row) techniques[index].reports.push(report); });
    let level = -1;
    techniques.forEach((technique, index) => {
      if (techniques[index - 1]?.reports.length !== technique.reports.length) level += 1;
      technique.information = information[level];
      technique.rate = (technique.reports.length + 0.5) / (rows.length + 1);
      (families[familyOf(technique.id)] ??= []).push(technique);
    });
    for (const technique of techniques) {
      technique.familyReports = union(families[familyOf(technique.id)], rows.length);
    }
  }

  // Techniques with their reports; `rows`, the techniques of each report; `indexes` by id; `retired`
  // ids with their successors.
  api.corpus = (data) => {
    const rows = words(data.reports).map(risingNumbers), techniques = unpackedTechniques(data);
    countReports(techniques, rows, data.information);
    const retired = new Map(), ids = words(data.retired);
    for (let at = 0; at < ids.length; at += 2) retired.set(ids[at], ids[at + 1]);
    return {
      releases: data.releases, domains: data.domains, tactics: data.tactics, platforms: data.platforms,
      curves: data.curves, techniques, rows, retired,
      indexes: new Map(techniques.map((technique, index) => [technique.id, index]))
    };
  };

  // What became of ids: `indexes`, each once; `followed` as [retired id, its successor]; `unknown`.
  api.resolve = (corpus, ids) => {
    const indexes = new Set(), unknown = new Set(), followed = [];
    for (const id of ids) {
      const current = corpus.indexes.has(id) ? id : corpus.retired.get(id);
      if (!corpus.indexes.has(current)) {
        unknown.add(id);
        continue;
      }
      if (current !== id) followed.push([id, current]);
      indexes.add(corpus.indexes.get(current));
    }
    return { indexes: [...indexes], followed, unknown: [...unknown] };
  };

  // ── The estimate. ──────────────────────────────────────────────────────────────────────────

  // The part of the evidence that each report holds, by the information of each technique.
  function overlaps(corpus, evidence) {
    const sums = new Float64Array(corpus.rows.length);
    let total = 0;
    for (const index of evidence) {
      const { reports, familyReports, information } = corpus.techniques[index];
      let next = 0;
      total += information;
      for (const report of familyReports) {
        if (reports[next] === report) {
          sums[report] += information;
          next += 1;
        } else {
          sums[report] += information * FAMILY_WEIGHT;
        }
      }
    }
    if (total > 0) for (let report = 0; report < sums.length; report += 1) sums[report] /= total;
    return sums;
  }

  // Between knots, which a curve lists as raw, calibrated, raw, …
  function calibrated(knots, raw) {
    if (!knots.length) return raw;
    let at = 0;
    while (at < knots.length && knots[at] <= raw) at += 2;
    if (at === knots.length) return knots[at - 1];
    if (at === 0) return knots[1];
    const low = knots[at - 1];
    return low + (knots[at + 1] - low) * (raw - knots[at - 2]) / (knots[at] - knots[at - 2]);
  }

  // Wilson's interval on so many reports, whole or not.
  api.interval = (share, base) => {
    if (!(base > 0)) return [0, 1];
    const shrink = 1 + Z * Z / base;
    const centre = (share + Z * Z / (2 * base)) / shrink;
    const reach = Z / shrink * Math.sqrt(share * (1 - share) / base + Z * Z / (4 * base * base));
    return [
      share === 0 ? 0 : Math.max(0, centre - reach), share === 1 ? 1 : Math.min(1, centre + reach)
    ];
  };

  // How many reports cite all of the evidence, and of them each technique.
  function citingAll(corpus, evidence) {
    const together = new Uint32Array(corpus.techniques.length);
    let withAll = 0;
    for (const row of corpus.rows) {
      if (!evidence.every((index) => row.includes(index))) continue;
      withAll += 1;
      for (const index of row) together[index] += 1;
    }
    return { withAll, together };
  }
  // From the part of the evidence that each report holds its weight, and from these their sums: by
  // technique, of all, and of their squares.
  function weighed(corpus, held) {
    const cited = new Float64Array(corpus.techniques.length), weights = new Float64Array(held.length);
    let total = 0, squares = 0;
    corpus.rows.forEach((row, report) => {
      const part = held[report];
      if (!(part > 0)) return;
      const weight = weights[report] = part * part * part / row.length;
      total += weight;
      squares += weight * weight;
      for (const index of row) cited[index] += weight;
    });
    return { weights, cited, total, squares };
  }

  // The estimate from evidence, given as indexes: `raw` and `shown`, the probabilities before and after
  // calibration; `base`, the reports that an interval rests on; `effective`, how many reports of equal
  // weight the weighted ones are worth.
  api.estimate = (corpus, indexes) => {
    const { techniques, rows } = corpus;
    const evidence = [...indexes].sort((a, b) => techniques[a].id < techniques[b].id ? -1 : 1);
    const size = Math.max(evidence.length, 1), smoothing = SMOOTHING / (size * size);
    const { weights, cited, total, squares } = weighed(corpus, overlaps(corpus, evidence));
    const totalWeight = total + smoothing;
    const knots = corpus.curves[SIZES.filter((least) => least <= size).length - 1];
    const effective = rows.length
      ? totalWeight * totalWeight / (squares + smoothing * smoothing / rows.length) : 0;
    const raw = techniques.map(({ rate }, index) => (cited[index] + smoothing * rate) / totalWeight);
    return {
      evidence, weights, totalWeight, smoothing, effective, raw, ...citingAll(corpus, evidence),
      // Without evidence nothing is inferred: the shares of all reports are left as they are.
      base: evidence.length ? Math.min(effective, MOST_REPORTS / size) : rows.length,
      shown: evidence.length ? raw.map((value) => calibrated(knots, value)) : raw
    };
  };

  // The indexes outside the evidence, the most probable first, then by id.
  api.ranking = ({ techniques }, { evidence, raw }) => {
    const observed = new Set(evidence);
    return [...techniques.keys()].filter((index) => !observed.has(index))
      .sort((a, b) => raw[b] - raw[a] || (techniques[a].id < techniques[b].id ? -1 : 1));
  };

  // The reports that carry a technique's raw probability, with their parts of it, the largest first.
  api.terms = (corpus, estimate, index) => corpus.techniques[index].reports
    .filter((report) => estimate.weights[report] > 0)
    .map((report) => ({ report, term: estimate.weights[report] / estimate.totalWeight }))
    .sort((a, b) => b.term - a.term || a.report - b.report);

  // The base rate's part of it.
  api.baseTerm = (corpus, estimate, index) =>
    estimate.smoothing * corpus.techniques[index].rate / estimate.totalWeight;

  // ── The most informative techniques. ───────────────────────────────────────────────────────

  // What two rising lists share.
  api.shared = (one, other) => {
    let at = 0;
    return one.filter((value) => {
      while (other[at] < value) at += 1;
      return other[at] === value;
    });
  };

  const bits = (p, q) => p > 0 ? p * Math.log(p / q) / Math.LN2 : 0;
  const entropy = (p) => -bits(p, 1) - bits(1 - p, 1);
  // The mutual information of two techniques of probabilities p and q, both together r.
  const mutualInformation = (p, q, r) => bits(r, p * q) + bits(p - r, p * (1 - q))
    + bits(q - r, (1 - p) * q) + bits(1 - p - q + r, (1 - p) * (1 - q));

  // The probability of two techniques together, over the weighted reports.
  function jointProbability(corpus, estimate) {
    const known = new Map(), base = estimate.smoothing / estimate.totalWeight;
    return (a, b) => {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`, one = corpus.techniques[a], other = corpus.techniques[b];
      if (!known.has(key)) {
        const weight = api.shared(one.reports, other.reports)
          .reduce((sum, report) => sum + estimate.weights[report], 0);
        known.set(key, weight / estimate.totalWeight + base * one.rate * other.rate);
      }
      return known.get(key);
    };
  }

  // Which techniques would settle most about a list: for each candidate the expected fall in the
  // uncertainty about the others on the list once it is known whether the candidate is there too. That
  // is the sum of its mutual information with each (Shannon 1948) over the weighted reports, less what
  // chance alone would show on so few (Miller 1955), as a share of the uncertainty. A technique says
  // nothing about its own family.
  api.informative = (corpus, estimate, list, candidates) => {
    if (estimate.totalWeight <= estimate.smoothing) return [];
    const { raw } = estimate, joint = jointProbability(corpus, estimate);
    const chance = 1 / (2 * Math.LN2 * estimate.effective);
    const family = (index) => familyOf(corpus.techniques[index].id);
    function gain(candidate) {
      let sum = 0, uncertainty = 0;
      for (const index of list) {
        if (index === candidate) continue;
        uncertainty += entropy(raw[index]);
        if (family(index) === family(candidate)) continue;
        sum += mutualInformation(raw[candidate], raw[index], joint(candidate, index)) - chance;
      }
      return uncertainty > 0 ? sum / uncertainty : 0;
    }
    return candidates.map((index) => ({ index, gain: gain(index) })).filter((found) => found.gain > 0)
      .sort((a, b) => b.gain - a.gain || candidates.indexOf(a.index) - candidates.indexOf(b.index));
  };

  // ── The answer. ────────────────────────────────────────────────────────────────────────────

  // The whole of it, as `infer --format json` writes it: `reportIDs` by index, and `lookIn(id)`, where a
  // technique shows.
  api.answer = (corpus, ids, reportIDs, lookIn) => {
    const { indexes, unknown } = api.resolve(corpus, ids), estimate = api.estimate(corpus, indexes);
    function row(index) {
      const technique = corpus.techniques[index], probability = estimate.shown[index];
      const [low, high] = api.interval(probability, estimate.base);
      return {
        technique: technique.id, name: technique.name, raw: estimate.raw[index], probability, low, high,
        base_rate: technique.rate, base_term: api.baseTerm(corpus, estimate, index),
        together: estimate.together[index],
        reports: api.terms(corpus, estimate, index).map(({ report, term }) => ({ id: reportIDs[report], term })),
        look_in: lookIn(technique.id)
      };
    }
    return {
      evidence: estimate.evidence.map((index) => corpus.techniques[index].id), unknown,
      releases: corpus.releases, reports_with_all: estimate.withAll,
      techniques: api.ranking(corpus, estimate).map(row)
    };
  };
})();
