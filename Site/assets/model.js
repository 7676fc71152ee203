// The inference: how likely each technique is, given those that were observed. No page, no loading.
// Its formulas are the command's, in the same order of operations, so that the same numbers come out;
// `method.html` explains them. Techniques and reports are given by their indexes in the data.
(() => {
  "use strict";
  const api = window.attackRelations;
  const FAMILY_WEIGHT = 0.2; // what a report counts that cites only others of a technique's family
  const FACTORS = 16; // the numbers of a profile
  const STEPS = 64; // to 1 of each
  const SOFTENING = 0.02; // holds back what is rare in the telling order
  const STRANGERS = 0.2; // what being alike counts where nothing of the evidence is held
  const SIZES = [1, 2, 3, 5]; // numbers of observed techniques that have a calibration curve each
  const MOST_REPORTS = 30; // the most reports that an interval rests on
  const Z = 1.959963984540054; // the standard normal's 97.5 % point

  // ── The data, unpacked. ────────────────────────────────────────────────────────────────────

  const words = (text) => text ? text.split(" ") : [];
  const base36Numbers = (text) => words(text).map((word) => parseInt(word, 36));

  // Numbers from 0 on. A character is a value from 0 to 91; a value of 80 or more is not the last of its
  // number, and the next one counts twelve times as much. The characters are those from `!` on, without
  // `"` and `\`.
  function numbers(text) {
    const list = [];
    let at = 0;
    while (at < text.length) {
      let number = 0, scale = 1, value;
      do {
        const code = text.charCodeAt(at);
        value = code - 33 - (code > 34) - (code > 92);
        number += scale * value;
        scale *= 12;
        at += 1;
      } while (value >= 80);
      list.push(number);
    }
    return list;
  }
  // Each written as its distance from the one before, less one.
  function risingNumbers(text) {
    let last = -1;
    return numbers(text).map((distance) => (last += distance + 1));
  }
  // Written as 0, -1, 1, -2, 2 and so on are counted.
  const signedNumbers = (text) => numbers(text).map((number) => number % 2 ? -(number + 1) / 2 : number / 2);

  // A technique and its sub-techniques.
  const familyOf = (id) => id.replace(/\.\d{3}$/, "");

  // The techniques, without what the reports say about them.
  const unpackedTechniques = (data) => words(data.ids).map((id, index) => {
    const [domain, tactics, platforms] = data.in[index].split(",").map(base36Numbers);
    return {
      id, name: data.names[index], domain: domain[0], tactics, platforms,
      reports: [], total: 0, familyReports: [], information: 0, rate: 0
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
  function countReports(techniques, rows, weights, total, information) {
    const families = {};
    rows.forEach((row, report) => {
      for (const index of row) {
        techniques[index].reports.push(report);
        techniques[index].total += weights[report];
      }
    });
    let level = -1;
    techniques.forEach((technique, index) => {
      if (techniques[index - 1]?.total !== technique.total) level += 1;
      technique.information = information[level];
      technique.rate = (technique.total + 0.5) / (total + 1);
      (families[familyOf(technique.id)] ??= []).push(technique);
    });
    for (const technique of techniques) {
      technique.familyReports = union(families[familyOf(technique.id)], rows.length);
    }
  }

  // ── Profiles: what is cited alike has like ones. ───────────────────────────────────────────

  // What all techniques say, cited or not: .05 V'V.
  function commonMatrix(profiles) {
    const matrix = new Float64Array(FACTORS * FACTORS);
    for (let at = 0; at < profiles.length; at += FACTORS) addSquare(matrix, profiles, at);
    return matrix.map((value) => value * 0.05);
  }
  function addSquare(matrix, profiles, at) {
    for (let row = 0; row < FACTORS; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        matrix[row * FACTORS + column] += profiles[at + row] * profiles[at + column];
      }
    }
  }
  // Cholesky's factor of a matrix in its place; only what is on and below the diagonal counts.
  function factorize(matrix) {
    for (let row = 0; row < FACTORS; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        let value = matrix[row * FACTORS + column];
        for (let inner = 0; inner < column; inner += 1) {
          value -= matrix[row * FACTORS + inner] * matrix[column * FACTORS + inner];
        }
        matrix[row * FACTORS + column] =
          row === column ? Math.sqrt(value) : value / matrix[column * FACTORS + column];
      }
    }
  }
  // Solves L L' x = target in its place.
  function substitute(factor, target) {
    for (let row = 0; row < FACTORS; row += 1) {
      for (let inner = 0; inner < row; inner += 1) {
        target[row] -= factor[row * FACTORS + inner] * target[inner];
      }
      target[row] /= factor[row * FACTORS + row];
    }
    for (let row = FACTORS - 1; row >= 0; row -= 1) {
      for (let inner = row + 1; inner < FACTORS; inner += 1) {
        target[row] -= factor[inner * FACTORS + row] * target[inner];
      }
      target[row] /= factor[row * FACTORS + row];
    }
  }
  // The profile of what cites these techniques: (common + sum of v v' + ridge I)^-1 sum of v.
  function profileOf({ profiles, common }, indexes, ridge) {
    const matrix = common.slice(), target = new Float64Array(FACTORS);
    for (const index of indexes) {
      addSquare(matrix, profiles, index * FACTORS);
      for (let factor = 0; factor < FACTORS; factor += 1) {
        target[factor] += profiles[index * FACTORS + factor];
      }
    }
    for (let factor = 0; factor < FACTORS; factor += 1) matrix[factor * (FACTORS + 1)] += ridge;
    factorize(matrix);
    substitute(matrix, target);
    return target;
  }
  function product(one, other) {
    let sum = 0;
    for (let factor = 0; factor < FACTORS; factor += 1) sum += one[factor] * other[factor];
    return sum;
  }
  // Unpacked when they are first asked for.
  function learnt(corpus) {
    if (!corpus.learnt) {
      const profiles = Float64Array.from(signedNumbers(corpus.profiles), (number) => number / STEPS);
      const common = commonMatrix(profiles);
      const reports = corpus.rows.map((row) => profileOf({ profiles, common }, row, 3));
      const lengths = reports.map((own) => Math.sqrt(product(own, own)));
      corpus.learnt = { profiles, common, reports, lengths };
    }
    return corpus.learnt;
  }

  // When each report was published; 0 where that is not known.
  const yearsOf = (text) => (text.match(/../g) ?? []).map((year) => year === "00" ? 0 : 1970 + parseInt(year, 36));

  // Whose each report is: `ATT&CK`, `ours`, the name of a public set; none where all are ATT&CK's.
  const originsOf = ({ origins = "", sets = [] }) => [...origins].map((letter) =>
    letter === "z" ? "ours" : sets[parseInt(letter, 36) - 1] ?? "ATT&CK");

  // How many reports each row stands for: one, but for the weighted sets, which are the last rows.
  function weightsOf({ weights = "" }, count) {
    const sets = signedNumbers(weights).map((number) => number + 1);
    return [...Array(count - sets.length).fill(1), ...sets];
  }
  // How many reports some rows stand for.
  api.weigh = ({ weights }, rows) => rows.reduce((sum, row) => sum + weights[row], 0);
  // What each row is called: `reports` are those that are known by themselves; of a set its source is named.
  api.rowNames = ({ weights, setSources }, reports) => {
    const names = [...reports];
    for (const [source, url, sets] of setSources) {
      for (let left = sets; left > 0; left -= 1) {
        const weight = weights[names.length];
        names.push({ id: url, url, title: `${source}: a set of ${weight === 1 ? "1 report" : `${weight.toLocaleString("en")} reports`}`,
          host: "", published: "", isSet: true });
      }
    }
    return names;
  };

  // Techniques with their rows (`reports`) and how many reports these stand for (`total`); `rows`, the techniques of
  // each report, and of each weighted set behind them; `weights`, how many reports each stands for; `total` of all;
  // `indexes` by id; `retired` ids with their successors.
  api.corpus = (data) => {
    const rows = words(data.reports).map(risingNumbers), techniques = unpackedTechniques(data);
    const weights = weightsOf(data, rows.length), total = weights.reduce((sum, weight) => sum + weight, 0);
    countReports(techniques, rows, weights, total, data.information);
    const retired = new Map(), ids = words(data.retired);
    for (let at = 0; at < ids.length; at += 2) retired.set(ids[at], ids[at + 1]);
    return {
      version: data.version, years: yearsOf(data.years), origins: originsOf(data), coverage: data.coverage ?? "", releases: data.releases, domains: data.domains, tactics: data.tactics, platforms: data.platforms,
      weights, total, setSources: data.setSources ?? [], curves: data.curves, techniques, rows, retired, profiles: data.profiles, definitions: data.definitions,
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

  // ── The vote. ──────────────────────────────────────────────────────────────────────────────

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

  // How alike each report is to the evidence, -1 to 1.
  function likenesses(corpus, evidence) {
    const known = learnt(corpus);
    const own = profileOf(known, evidence, 6 / evidence.length), length = Math.sqrt(product(own, own));
    return Float64Array.from(known.reports, (report, at) => {
      const lengths = length * known.lengths[at];
      return lengths > 0 ? product(own, report) / lengths : 0;
    });
  }
  // A way to divide the say: `shares` of the reports by their weights, and `rest`, what the usual
  // chances keep; 1 in all.
  function divided(weights, rest) {
    const all = weights.reduce((sum, weight) => sum + weight, 0) + rest;
    return { shares: weights.map((weight) => weight / all), rest: rest / all };
  }
  // Hands a part over to another way to divide it.
  const mixed = (say, part, other) => ({
    shares: say.shares.map((share, report) => (1 - part) * share + part * other.shares[report]),
    rest: (1 - part) * say.rest + part * other.rest
  });
  // Among those that cite a technique of the evidence, each technique an equal part.
  function saidByCiting({ techniques, rows }, evidence, voters) {
    let say = null;
    evidence.forEach((index, done) => {
      const weights = new Float64Array(rows.length);
      for (const report of techniques[index].reports) {
        weights[report] = voters[report] / rows[report].length;
      }
      const own = divided(weights, 0.3);
      say = say ? mixed(say, 1 / (done + 1), own) : own;
    });
    return say;
  }
  // How the say is divided before the doubt: half among those that hold the evidence and are like it,
  // half among those that are like it. A report that cites nothing else has none.
  function votes(corpus, evidence, counted, held, likeness) {
    const { rows } = corpus, size = evidence.length;
    const voters = rows.map((row, report) => row.length > counted[report] ? corpus.weights[report] : 0);
    const weights = (weight) => Float64Array.from(rows, (row, report) =>
      voters[report] && voters[report] * weight(held[report], likeness[report], row.length));
    const holding = weights((part, like, length) => {
      const least = Math.max(like, 0.01);
      return part * part * part * (least * least) / length;
    });
    const alike = weights((part, like, length) => {
      const square = Math.max(like, 0) * Math.max(like, 0), whole = square * square / Math.sqrt(length);
      return part === 0 ? STRANGERS * whole : whole;
    });
    const say = mixed(divided(holding, 0.1 / (size * size)), 0.5, divided(alike, 0.01));
    const part = Math.min(0.5, 1 - corpus.total / 1000);
    return part > 0 ? mixed(say, part, saidByCiting(corpus, evidence, voters)) : say;
  }

  // Plain counts by how many of the evidence a report cites, 0 to all: `reports` that cite just so
  // many, `together` by technique.
  function counts({ techniques, rows, weights }, size, counted) {
    const reports = Array(size + 1).fill(0);
    const together = reports.map(() => new Uint32Array(techniques.length));
    rows.forEach((row, report) => {
      const held = counted[report];
      reports[held] += weights[report];
      for (const index of row) together[held][index] += weights[report];
    });
    return { reports, together };
  }
  function countCited({ techniques, rows }, evidence) {
    const counted = new Uint8Array(rows.length);
    for (const index of evidence) for (const report of techniques[index].reports) counted[report] += 1;
    return counted;
  }

  // The estimate from evidence, given as indexes: `shares` of the reports and `rest`, what the usual
  // chances keep; `raw` and `shown`, the chances before and after calibration; `base`, the reports that
  // an interval rests on; `effective`, as many reports of equal share would say as much; `held` and
  // `likeness` of each report; `counted`, how many of the evidence it cites.
  api.estimate = (corpus, indexes) => {
    const { techniques, rows, total } = corpus;
    const evidence = [...indexes].sort((a, b) => techniques[a].id < techniques[b].id ? -1 : 1);
    const size = evidence.length, held = overlaps(corpus, evidence), counted = countCited(corpus, evidence);
    const plain = { evidence, held, counted, ...counts(corpus, size, counted) };
    if (!size) {
      const rates = techniques.map(({ rate }) => rate);
      return {
        ...plain, shares: new Float64Array(rows.length), rest: 1, likeness: held, raw: rates, shown: rates,
        effective: total, base: total
      };
    }
    const likeness = likenesses(corpus, evidence);
    return { ...plain, likeness, ...shownBy(corpus, size, votes(corpus, evidence, counted, held, likeness)) };
  };
  // From how the say is divided, the chances.
  function shownBy({ techniques, rows, weights, total, curves }, size, say) {
    const squares = say.shares.reduce((sum, share, report) => sum + share * share / weights[report], 0);
    const effective = total ? 1 / (squares + say.rest * say.rest / total) : 0;
    const strength = 30 / size, doubt = strength / (strength + effective);
    const shares = say.shares.map((share) => share * (1 - doubt)), rest = (1 - doubt) * say.rest + doubt;
    const cited = new Float64Array(techniques.length);
    rows.forEach((row, report) => {
      if (shares[report] > 0) for (const index of row) cited[index] += shares[report];
    });
    const raw = techniques.map(({ rate }, index) => cited[index] + rest * rate);
    const knots = curves[SIZES.filter((least) => least <= size).length - 1];
    return {
      shares, rest, raw, shown: raw.map((value) => calibrated(knots, value)), effective,
      base: Math.min(effective, MOST_REPORTS / size)
    };
  }

  // By which a technique is ranked: its raw chance, in the telling order times how many times the usual
  // it is.
  api.score = ({ techniques }, { raw }, index, order) => order === "likely" ? raw[index]
    : raw[index] * (raw[index] + SOFTENING) / (techniques[index].rate + SOFTENING);

  // The indexes outside the evidence, in an order: `telling` or `likely`; equals by id.
  api.ranking = (corpus, estimate, order) => {
    const { techniques } = corpus, observed = new Set(estimate.evidence);
    const scores = techniques.map((technique, index) => api.score(corpus, estimate, index, order));
    return [...techniques.keys()].filter((index) => !observed.has(index))
      .sort((a, b) => scores[b] - scores[a] || (techniques[a].id < techniques[b].id ? -1 : 1));
  };

  // The reports that carry a technique's raw chance, with their shares in it, the largest first.
  api.terms = (corpus, estimate, index) => corpus.techniques[index].reports
    .filter((report) => estimate.shares[report] > 0)
    .map((report) => ({ report, share: estimate.shares[report] }))
    .sort((a, b) => b.share - a.share || a.report - b.report);

  // The usual chance's part of it.
  api.baseTerm = (corpus, estimate, index) => estimate.rest * corpus.techniques[index].rate;

  // ── Plain counts of some reports. ──────────────────────────────────────────────────────────

  // By technique, how many of some reports cite it.
  api.tally = ({ techniques, rows, weights }, reports) => {
    const totals = new Uint32Array(techniques.length);
    for (const report of reports) for (const index of rows[report]) totals[index] += weights[report];
    return totals;
  };
  // Of the reports since a year, or of those of one origin, those that cite the most of the evidence:
  // `which`, in words; `held`, how many of it; `reports`, these, the newest first; `total`, how many they stand for;
  // `together`, by technique, how many of them cite it.
  api.recent = (corpus, { counted }, since, whose = "") => {
    const { rows, years, origins } = corpus;
    const which = [whose && `of ${whose}`, since && `since ${since}`].filter(Boolean).join(" ");
    const all = [...rows.keys()].filter((report) => years[report] >= Number(since)
      && (!whose || origins[report] === whose));
    const held = all.reduce((most, report) => Math.max(most, counted[report]), 0);
    const reports = all.filter((report) => counted[report] === held).sort((a, b) => years[b] - years[a] || a - b);
    return { since, whose, which, held, reports, total: api.weigh(corpus, reports), together: api.tally(corpus, reports) };
  };
  // The indexes outside the evidence that any of them cites, by their count, then by all reports, then
  // by id; none where no report of these cites any of the evidence.
  api.recentRanking = ({ techniques }, { evidence }, { held, together }) => {
    if (evidence.length && !held) return [];
    const observed = new Set(evidence), total = (index) => techniques[index].total;
    return [...techniques.keys()].filter((index) => together[index] && !observed.has(index))
      .sort((a, b) => together[b] - together[a] || total(b) - total(a)
        || (techniques[a].id < techniques[b].id ? -1 : 1));
  };

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

  // The chance of two techniques together, by the reports' shares.
  function jointProbability(corpus, estimate) {
    const known = new Map();
    return (a, b) => {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`, one = corpus.techniques[a], other = corpus.techniques[b];
      if (!known.has(key)) {
        const said = api.shared(one.reports, other.reports)
          .reduce((sum, report) => sum + estimate.shares[report], 0);
        known.set(key, said + estimate.rest * one.rate * other.rate);
      }
      return known.get(key);
    };
  }

  // Which techniques would settle most about a list: for each candidate the expected fall in the
  // uncertainty about the others on the list once it is known whether the candidate is there too. That
  // is the sum of its mutual information with each (Shannon 1948) by the reports' shares, less what
  // chance alone would show on so few (Miller 1955), as a share of the uncertainty. A technique says
  // nothing about its own family.
  api.informative = (corpus, estimate, list, candidates) => {
    if (!estimate.evidence.length) return [];
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

  // The whole of it, as `infer --format json --top 1000` writes it, but for the address of a report,
  // which is that of its page. `absent`: ids of what was looked for and not found, which is left out;
  // `reports` by index; `lookIn(id)`: where a technique shows; `most`: how many reports stand with each
  // technique.
  api.answer = (corpus, ids, { order, absent, reports, most, lookIn }) => {
    const { indexes, unknown } = api.resolve(corpus, ids), estimate = api.estimate(corpus, indexes);
    const left = api.resolve(corpus, absent), idOf = (index) => corpus.techniques[index].id;
    const both = left.indexes.filter((index) => indexes.includes(index)).map(idOf);
    if (both.length) throw new Error("both seen and not found: " + both.join(", "));
    const sum = (terms) => terms.reduce((total, { share }) => total + share, 0);
    function term({ report, share }) {
      const { id, title, url, published } = reports[report];
      return { id, title, url, published: published || null, share };
    }
    function row(index) {
      const technique = corpus.techniques[index], probability = estimate.shown[index];
      const [low, high] = api.interval(probability, estimate.base);
      const terms = api.terms(corpus, estimate, index);
      return {
        technique: technique.id, name: technique.name, raw: estimate.raw[index], probability, low, high,
        usual: technique.rate, times: probability / technique.rate,
        score: api.score(corpus, estimate, index, order),
        together: estimate.together[estimate.evidence.length][index],
        base_term: api.baseTerm(corpus, estimate, index), reports: terms.slice(0, most).map(term),
        reports_left_out: sum(terms.slice(most)), look_in: lookIn(technique.id)
      };
    }
    return {
      schema: 2, tool: "attack-relations", version: corpus.version, order,
      evidence: estimate.evidence.map(idOf), absent: left.indexes.map(idOf).sort(),
      unknown: [...new Set([...unknown, ...left.unknown])],
      releases: corpus.releases, reports_with_all: estimate.reports[estimate.evidence.length],
      techniques: api.ranking(corpus, estimate, order).filter((index) => !left.indexes.includes(index)).map(row)
    };
  };
})();
