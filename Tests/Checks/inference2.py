"""inference2.py BUNDLE [--previous BUNDLE] [--ask ID,ID...]... [--evaluate] [--against TOOL] [--json FILE]

The vote of reports, written out once more with numpy from its definition: profiles of techniques, the vote, the
doubt, the chance that is shown, both orders, and the measures of an evaluation. It shares no code with the site
generator. `--against` compares the evaluation with what `TOOL evaluate` says; `--json` writes all that was worked
out, in full digits.
"""
import argparse
import datetime
import importlib.util
import json
import math
import re
import subprocess
import sys
from collections import defaultdict

from counts import ACTORS, MONTHS, Reading, fnv64, live, report_key
from tally import Tally

if importlib.util.find_spec("numpy") is None:
    print("SKIPPED: the inference was not worked out anew, numpy not installed "
          "(pip install -r Tests/Checks/requirements.txt)")
    sys.exit(0)

import numpy as np

SIZES = (1, 2, 3, 5)
FACTORS, ROUNDS, GROUPS, FOLDS = 16, 15, 10, 5


# ---------------------------------------------------------------- the reports of a release

class Reports:
    """ids: live techniques; keys; rows: of each report its columns; clusters: of each the first report of its cluster."""

    def __init__(self, ids, keys, rows, clusters):
        self.ids, self.keys, self.rows, self.clusters = ids, keys, rows, clusters
        self.matrix = np.zeros((len(keys), len(ids)))
        for report, row in enumerate(rows):
            self.matrix[report, row] = 1
        first = {}
        for report, cluster in enumerate(clusters):
            first.setdefault(cluster, report)
        self.hashes = [fnv64(keys[first[cluster]]) for cluster in clusters]  # of the smallest key of the cluster

    def only(self, places):
        return Reports(self.ids, [self.keys[r] for r in places], [self.rows[r] for r in places],
                       [self.clusters[r] for r in places])

    def on(self, ids):
        place = {technique: column for column, technique in enumerate(ids)}
        rows = [sorted(place[self.ids[j]] for j in row if self.ids[j] in place) for row in self.rows]
        return Reports(ids, self.keys, rows, self.clusters)


def read(bundle):
    reading = Reading([bundle])
    ids = sorted(reading.techniques)
    column = {technique: place for place, technique in enumerate(ids)}
    keys = sorted(reading.reports, key=str.encode)
    actors, days = campaigns(reading)
    rows = [sorted(column[technique] for technique in reading.reports[key]) for key in keys]
    return Reports(ids, keys, rows, clusters(keys, rows, actors, days))


def campaigns(reading):
    """For each report who cites it for anything, and the day of its first dated reference by relationship id."""
    actors, days = defaultdict(set), {}
    for relation in sorted(reading.relations, key=lambda r: r["id"]):
        source = reading.objects.get(relation["source_ref"], {})
        if (relation["relationship_type"] != "uses" or not live(relation) or not live(source)
                or source.get("type") not in ACTORS or reading.end(relation["target_ref"]) is None):
            continue
        for reference in relation.get("external_references") or []:
            key = report_key(reference)
            actors[key].add(source["id"])
            if key not in days and (found := day(reference.get("description") or "")):
                days[key] = found[0]
    return actors, days


def day(description):
    """[days] or [None] of the first date of a text, by whether it is a full one; [] where there is none."""
    found = re.search(r"\((\d{4})(?:, ([A-Z][a-z]+)\.?(?: (\d{1,2}))?)?\)", description)
    if not found:
        return []
    month = next((i + 1 for i, m in enumerate(MONTHS) if found[2] and m.startswith(found[2])), None)
    return [datetime.date(int(found[1]), month, int(found[3])).toordinal() if month and found[3] else None]


def clusters(keys, rows, actors, days):
    root = list(range(len(keys)))

    def find(report):
        while root[report] != report:
            report = root[report]
        return report

    sets = [set(row) for row in rows]
    for a in range(len(keys)):
        for b in range(a):
            both = len(sets[a] & sets[b])
            alike = min(len(rows[a]), len(rows[b])) >= 5 and 5 * both >= 4 * (len(rows[a]) + len(rows[b]) - both)
            close = (days.get(keys[a]) is not None and days.get(keys[b]) is not None
                     and abs(days[keys[a]] - days[keys[b]]) <= 30 and actors[keys[a]] & actors[keys[b]])
            if alike or close:
                first, second = sorted((find(a), find(b)))
                root[second] = first
    return [find(report) for report in range(len(keys))]


# ---------------------------------------------------------------- profiles

def random_rows(count, state=2018):
    numbers, mask = [], 2 ** 64 - 1
    for _ in range(count * FACTORS):
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        numbers.append(((mixed ^ (mixed >> 31)) >> 11) * 2.0 ** -53 - .5)
    return np.array(numbers).reshape(count, FACTORS)


def solve(others, matrix, ridge):
    """For each row of a 0/1 matrix (.05 V'V + sum of v v' + ridge I)^-1 sum of v."""
    squares = np.einsum("ja,jb->jab", others, others).reshape(len(others), -1)
    ridge = np.asarray(ridge) * np.eye(FACTORS)
    own = (matrix @ squares).reshape(-1, FACTORS, FACTORS)
    return np.linalg.solve(own + .05 * others.T @ others + ridge, (matrix @ others)[..., None])[..., 0]


def profiles(matrix):
    cited = np.flatnonzero(matrix.any(axis=0))
    block = matrix[:, cited]
    factors = random_rows(len(cited))
    for _ in range(ROUNDS):
        factors = solve(solve(factors, block, 3), block.T, 3)
    whole = np.zeros((matrix.shape[1], FACTORS))
    whole[cited] = np.floor(factors * 64 + .5) / 64
    return whole


# ---------------------------------------------------------------- the vote

class Model:
    def __init__(self, reports):
        self.reports, self.matrix = reports, reports.matrix
        self.count = len(reports.keys)
        self.sizes = self.matrix.sum(axis=1)
        family = [technique[:5] for technique in reports.ids]
        self.kin = np.array([[a == b for b in family] for a in family]).astype(float)
        self.kin_held = (self.matrix @ self.kin > 0).astype(float)
        self.whole = self.loaded(self.matrix)
        self.parts = {}

    def loaded(self, matrix):
        factors = profiles(matrix)
        users = solve(factors, self.matrix, 3)
        return factors, users, np.sqrt((users * users).sum(axis=1))

    def without_group(self, group):
        """V and u learnt without one of the ten groups of clusters; the same reports vote."""
        if group not in self.parts:
            kept = [r for r, h in enumerate(self.reports.hashes) if h // 5 % GROUPS != group]
            self.parts[group] = self.loaded(self.matrix[kept])
        return self.parts[group]

    def ask(self, evidence, learnt=None, out=(), doubted=()):
        """The vote on rising columns; `out`: reports that do not count; `doubted`: columns, for each of which a
        report that holds it has four fifths of its say left."""
        factors, users, norms = learnt or self.whole
        here = np.ones(self.count)
        here[list(out)] = 0
        base = (here @ self.matrix + .5) / (here.sum() + 1)
        answer = Answer()
        answer.base, answer.evidence = base, list(evidence)
        if not len(evidence):
            answer.shares, answer.rest, answer.raw = np.zeros(self.count), 1.0, base.copy()
            answer.before = answer.after = float(self.count)
            answer.likeness = np.zeros(self.count)
            return answer
        size = len(evidence)
        information = -np.log(base[evidence])
        held = np.where(self.matrix[:, evidence] > 0, 1, .2 * self.kin_held[:, evidence])
        overlap = held @ information / information.sum()
        own = solve(factors, np.eye(len(base))[evidence].sum(axis=0)[None], 6 / size)[0]
        scale = math.sqrt(own @ own) * norms
        likeness = np.divide(users @ own, scale, out=np.zeros(self.count), where=scale > 0)
        tells = here * (self.sizes > self.matrix[:, evidence].sum(axis=1))
        tells = tells * .8 ** self.matrix[:, list(doubted)].sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            holding = np.where(tells > 0, tells * overlap ** 3 * np.maximum(likeness, .01) ** 2 / self.sizes, 0)
            alike = np.where(tells > 0, tells * np.maximum(likeness, 0) ** 4 / np.sqrt(self.sizes), 0)
            per_size = np.where(tells > 0, tells / self.sizes, 0)
        alike = np.where(overlap == 0, .2 * alike, alike)
        smoothing = .1 / size ** 2
        total, total_alike = holding.sum() + smoothing, alike.sum() + .01
        shares = .5 * holding / total + .5 * alike / total_alike
        rest = .5 * smoothing / total + .5 * .01 / total_alike
        if self.count < 1000:
            part = min(.5, 1 - self.count / 1000)
            shares, rest = shares * (1 - part), rest * (1 - part)
            for technique in evidence:
                citing = self.matrix[:, technique] * per_size
                sum_ = .3 + citing.sum()
                shares = shares + part * citing / (sum_ * size)
                rest += part * .3 / (sum_ * size)
        answer.before = 1 / ((shares ** 2).sum() + rest ** 2 / self.count)
        strength = 30 / size
        doubt = strength / (strength + answer.before)
        shares, rest = shares * (1 - doubt), (1 - doubt) * rest + doubt
        answer.after = 1 / ((shares ** 2).sum() + rest ** 2 / self.count)
        answer.shares, answer.rest, answer.likeness, answer.overlap = shares, rest, likeness, overlap
        answer.raw = shares @ self.matrix + rest * base
        return answer

    # ------------------------------------------------------------ calibration

    def curves(self):
        members = defaultdict(list)
        for report, cluster in enumerate(self.reports.clusters):
            members[cluster].append(report)
        pools = []
        for size in SIZES:
            scores, hits = [], []
            for report, evidence, hidden in queries(self.reports, size):
                out = members[self.reports.clusters[report]]
                answer = self.ask(evidence, self.without_group(self.reports.hashes[report] // 5 % GROUPS), out)
                hit = np.zeros(len(answer.raw), bool)
                hit[hidden] = True
                scores.append(np.delete(answer.raw, evidence))
                hits.append(np.delete(hit, evidence))
            pools.append((np.concatenate(scores or [[]]), np.concatenate(hits or [[]]).astype(bool)))
        everything = tuple(np.concatenate(part) for part in zip(*pools))
        return [curve(*(everything if pool[1].sum() < 75 else pool)) for pool in pools]


class Answer:
    def interval_base(self):
        return min(self.before, 30 / max(len(self.evidence), 1))

    def order(self, score):
        known = set(self.evidence)
        return [j for j in np.argsort(-score, kind="stable") if j not in known]

    def telling(self):
        return self.raw * (self.raw + .02) / (self.base + .02)


def queries(reports, size):
    for report, row in enumerate(reports.rows):
        if len(row) > size:
            order = sorted(row, key=lambda j: (fnv64(f"{reports.ids[j]}|{reports.keys[report]}"), j))
            yield report, sorted(order[:size]), sorted(order[size:])


def curve(scores, hits):
    risen = np.sort(scores[hits])
    count = len(risen)
    if not count:
        return []
    parts = max(2, min(40, count // 25))
    edges = []
    for k in range(1, parts):
        low, rest = divmod((count - 1) * k, parts)
        edge = risen[low] if rest == 0 else risen[low] + (risen[low + 1] - risen[low]) * (rest / parts)
        if not edges or edges[-1] != edge:
            edges.append(edge)
    bins = np.searchsorted(edges, scores, side="right")
    pooled = []
    for place in range(len(edges) + 1):
        own = bins == place
        if own.any():
            pooled.append((float(scores[own].sum()), int(hits[own].sum()), int(own.sum())))
            while len(pooled) > 1 and pooled[-2][1] * pooled[-1][2] >= pooled[-1][1] * pooled[-2][2]:
                last, before = pooled.pop(), pooled.pop()
                pooled.append(tuple(a + b for a, b in zip(before, last)))
    return [(0.0, 0.0)] + [(float(f"{s / n:.5g}"), float(f"{h / n:.5g}")) for s, h, n in pooled]


def shown(curves, answer):
    knots = curves[sum(size <= max(len(answer.evidence), 1) for size in SIZES) - 1]
    return np.interp(answer.raw, *zip(*knots)) if knots else answer.raw


# ---------------------------------------------------------------- evaluation

def folds(reports):
    fold = [h % FOLDS for h in reports.hashes]
    for k in range(FOLDS):
        yield (reports.only([r for r, f in enumerate(fold) if f != k]),
               reports.only([r for r, f in enumerate(fold) if f == k]))


class Evaluation:
    """Means over the queries of a size, then over the sizes; by order."""

    def __init__(self, splits):
        self.found = {order: defaultdict(list) for order in ("telling", "likely")}
        self.cases = []  # size, order, shown of all candidates in that order, hits
        self.hunts = defaultdict(list)  # by (looked for, order, whether absences are held against reports)
        for training, testing in splits:
            self.ask(Model(training), testing)

    def ask(self, model, testing):
        curves = model.curves()
        base = (model.matrix.sum(axis=0) + .5) / (model.count + 1)
        surprise = -np.log2(base)
        common = set(np.argsort(-base, kind="stable")[:15])
        for size in SIZES:
            for report, evidence, hidden in queries(testing, size):
                answer = model.ask(evidence)
                chances, goal = shown(curves, answer), set(hidden)
                for name, score in (("telling", answer.telling()), ("likely", answer.raw)):
                    order = answer.order(score)
                    hits = [j in goal for j in order]
                    self.found[name][size].append((
                        sum(hits[:10]) / len(hidden), sum(hits[:20]) / len(hidden),
                        sum(surprise[j] for j in order[:10] if j in goal) / sum(surprise[j] for j in hidden),
                        sum(j in common for j in order[:10])))
                    self.cases.append((size, name, chances[order], np.array(hits)))
                self.hunt(model, curves, testing, report, size, answer, goal)

    def hunt(self, model, curves, testing, report, size, answer, goal):
        """Some of the first twenty were looked for: what is there is seen as well, the rest is no candidate."""
        surprise = -np.log2(answer.base)
        first = answer.order(answer.telling())[:20]
        first.sort(key=lambda j: (fnv64(f"look for {testing.ids[j]}|{testing.keys[report]}"), j))
        for looked in (1, 3):
            absent = sorted(set(first[:looked]) - goal)
            hidden = goal - set(first[:looked])
            if not absent or not hidden:
                continue
            evidence = sorted({*answer.evidence, *first[:looked]} - set(absent))
            for doubted in ((), absent):
                same = not doubted and evidence == answer.evidence
                then = answer if same else model.ask(evidence, doubted=doubted)
                chances = shown(curves, then)
                for name, score in (("telling", then.telling()), ("likely", then.raw)):
                    order = [j for j in then.order(score) if j not in absent][:20]
                    self.hunts[looked, name, len(doubted) > 0].append((
                        size, len(hidden.intersection(order)) / len(hidden),
                        sum(surprise[j] for j in order[:10] if j in hidden) / sum(surprise[j] for j in hidden),
                        chances[order], np.array([j in hidden for j in order])))

    def hunted(self, looked, order, is_doubted):
        """Queries; recall@20, surprise-weighted recall@10, and the error of the twenty."""
        found = self.hunts[looked, order, is_doubted]
        sizes = sorted({size for size, *_ in found})
        recall, surprise = (np.mean([np.mean([row[k] for row in found if row[0] == size]) for size in sizes])
                            for k in (1, 2))
        return len(found), recall, surprise, expected_error([row[3] for row in found], [row[4] for row in found])

    def means(self, order):
        return np.mean([np.mean(found, axis=0) for found in self.found[order].values()], axis=0)

    def error(self, order, most=None, size=None):
        cases = [(p[:most], h[:most]) for s, o, p, h in self.cases if o == order and size in (None, s)]
        return expected_error(*zip(*cases))


def expected_error(chances, hits):
    chances, hits = np.concatenate(chances), np.concatenate(hits)
    order = np.argsort(chances, kind="stable")
    bins = zip(np.array_split(chances[order], 15), np.array_split(hits[order], 15))
    return sum(abs(p.sum() - h.sum()) for p, h in bins) / len(chances)


def compare(evaluation, options):
    """Each number of the two orders, as the tool has it."""
    words = [options.against, "evaluate", "--format", "json"]
    words += ["--learn", options.previous, "--test"] if options.previous else ["--bundle"]
    run = subprocess.run([*words, options.bundle], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    record, tally = json.loads(run.stdout), Tally()
    found = {method["method"]: method for method in record["methods"]}

    def near(where, value, expected):
        tally.check(abs(value - expected) <= 1e-9, f"{where}: found {value}, expected {expected}")

    for order in evaluation.found:
        names = ("recall_at_10", "recall_at_20", "surprise_recall_at_10", "common_at_10")
        for name, expected in zip(names, evaluation.means(order) / (1, 1, 1, 10)):
            near(f"{order} {name}", found[order][name], expected)
    for row in record["absences"]:
        for name, is_doubted in (("plain", False), ("less_say", True)):
            queries, *figures = evaluation.hunted(row["looked_for"], row["order"], is_doubted)
            tally.equal(row["queries"], queries, f"hunts for {row['looked_for']}")
            for key, expected in zip(("recall_at_20", "surprise_recall_at_10", "ece_top_20"), figures):
                near(f"{row['looked_for']} absent, {row['order']}, {name} {key}", row[name][key], expected)
    near("ece", record["calibration"]["ece"], evaluation.error("likely"))
    near("ece_top_20", record["calibration"]["ece_top_20"], evaluation.error("likely", 20))
    near("ece_top_20_telling", record["calibration"]["ece_top_20_telling"], evaluation.error("telling", 20))
    tally.finish()


# ---------------------------------------------------------------- the program

def tell(model, curves, text):
    column = {technique: place for place, technique in enumerate(model.reports.ids)}
    evidence = sorted({column[word] for word in text.split(",") if word in column})
    answer = model.ask(evidence)
    chances = shown(curves, answer)
    telling, likely = answer.order(answer.telling()), answer.order(answer.raw)
    none = answer.shares[answer.overlap == 0].sum() if evidence else 0
    print(f"{text}: rest {answer.rest:.6g}, n_eff {answer.after:.6g} ({answer.before:.6g}), "
          f"none {none:.4f}, likeness {answer.likeness.sum():.6g}")
    name = model.reports.ids
    print("  telling:", ", ".join(f"{name[j]} {answer.telling()[j]:.6g}, raw {answer.raw[j]:.6g}, "
                                  f"shown {chances[j]:.4f}, usual {answer.base[j]:.4f}" for j in telling[:5]))
    print("  likely:", ", ".join(f"{name[j]} {answer.raw[j]:.6g}" for j in likely[:5]))
    first = telling[0]
    print(f"  base term {answer.rest * answer.base[first]:.6g}")
    citing = [r for r in range(model.count) if model.matrix[r, first] and answer.shares[r] > 0]
    for report in sorted(citing, key=lambda r: (-answer.shares[r], r))[:2]:
        print(f"  {model.reports.keys[report]} {answer.shares[report]:.6g} (holds {answer.overlap[report]:.4f}, "
              f"likeness {answer.likeness[report]:.4f}, {int(model.sizes[report])} techniques)")
    return {
        "ask": text, "rest": answer.rest, "before": answer.before, "after": answer.after, "none": float(none),
        "likeness": float(answer.likeness.sum()), "raw": answer.raw.tolist(), "shown": chances.tolist(),
        "shares": answer.shares.tolist(), "telling": [int(j) for j in telling[:50]],
        "likely": [int(j) for j in likely[:50]]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bundle")
    parser.add_argument("--previous")
    parser.add_argument("--ask", action="append", default=[])
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--against")
    parser.add_argument("--json")
    options = parser.parse_args()
    reports = read(options.bundle)
    counts = [len(testing.keys) for _, testing in folds(reports)]
    print(f"{len(reports.keys)} reports, {len(set(reports.clusters))} clusters, folds {counts}")
    out = {"ids": reports.ids, "keys": reports.keys}
    if options.ask:
        model = Model(reports)
        factors = np.rint(model.whole[0] * 64).astype(int)
        print("profiles: sum", factors.sum(), "absolute", abs(factors).sum())
        if "T1059.001" in reports.ids:
            print(*factors[reports.ids.index("T1059.001")])
        curves = model.curves()
        print("knots", [len(knots) for knots in curves])
        out |= {"profiles": factors.tolist(), "curves": curves, "answers": [tell(model, curves, a) for a in options.ask]}
    if options.evaluate or options.against:
        splits = folds(reports)
        if options.previous:
            before = read(options.previous).on(reports.ids)
            known = set(before.keys)
            added = [r for r, key in enumerate(reports.keys) if key not in known]
            splits = [(before, reports.only(added))]
        evaluation = Evaluation(splits)
        for order in evaluation.found:
            print(order, *(f"{value:.4f}" for value in evaluation.means(order)),
                  f"ECE all {evaluation.error(order):.4f} top 20 {evaluation.error(order, 20):.4f}",
                  *(f"{size}: {evaluation.error(order, 20, size):.4f}" for size in sorted(evaluation.found[order])))
            out[order] = list(map(float, evaluation.means(order)))
        for looked, order, is_doubted in evaluation.hunts:
            count, *figures = evaluation.hunted(looked, order, is_doubted)
            print(looked, "looked for,", order, "less say" if is_doubted else "plain", count,
                  *(f"{value:.4f}" for value in figures))
    if options.json:
        with open(options.json, "w") as file:
            json.dump(out, file)
    if options.against:
        compare(evaluation, options)


if __name__ == "__main__":
    main()
