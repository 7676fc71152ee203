"""measures.py SITE: works out the measures of SITE/data anew, from reports.csv alone, with scipy, bicm and fast_poibin.

An independent second calculation: it shares no code with the site generator. What is not installed is told as SKIPPED.
On a large site p-values are compared on a seeded sample of pairs and on the smallest ones.
"""
import csv
import importlib.util
import itertools
import math
import random
import sys
import warnings
from pathlib import Path

from tally import Tally

if missing := [name for name in ("numpy", "scipy") if importlib.util.find_spec(name) is None]:
    print(f"SKIPPED: the measures were not worked out anew, {' and '.join(missing)} not installed "
          "(pip install -r Tests/Checks/requirements.txt)")
    sys.exit(0)

import numpy as np
from scipy import stats

WRITTEN = 5e-9  # the relative error of nine digits, at most
ROUNDED = 5.1e-4  # that of four digits, which what follows from whole numbers has
SAMPLE = 400


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def near(found, expected, relative):
    return abs(found - expected) <= relative * max(abs(expected), 1e-300)


# ---------------------------------------------------------------- the null

class Null:
    """The bipartite configuration model (Saracco and others 2015): chances[report, technique], every total met."""

    def __init__(self, matrix):
        self.matrix = matrix
        chances = np.zeros(matrix.shape)
        reports, techniques = np.arange(matrix.shape[0]), np.arange(matrix.shape[1])
        while True:  # what is full is certain; without it something else may be
            block = matrix[np.ix_(reports, techniques)]
            full, whole = block.all(axis=1) & (block.size > 0), block.all(axis=0) & (block.size > 0)
            chances[np.ix_(reports[full], techniques)] = 1
            chances[np.ix_(reports, techniques[whole])] = 1
            some = ~full & (block[:, ~whole].sum(axis=1) > 0)
            any_ = ~whole & (block[~full].sum(axis=0) > 0)
            if some.all() and any_.all():
                break
            reports, techniques = reports[some], techniques[any_]
        self.settled = self.solve(chances, reports, techniques, matrix[np.ix_(reports, techniques)])
        self.chances = chances

    @staticmethod
    def solve(chances, reports, techniques, block):
        """Newton's method would do as well; this is the plain iteration on every report and technique by itself."""
        d, n = block.sum(axis=1).astype(float), block.sum(axis=0).astype(float)
        x, y = d / math.sqrt(max(d.sum(), 1)), n / math.sqrt(max(d.sum(), 1))
        for _ in range(10_000):
            x = d / (y / (1 + np.outer(x, y))).sum(axis=1)
            y = n / (x[:, None] / (1 + np.outer(x, y))).sum(axis=0)
            p = np.outer(x, y) / (1 + np.outer(x, y))
            if max(np.abs(p.sum(axis=1) - d).max(initial=0), np.abs(p.sum(axis=0) - n).max(initial=0)) <= 1e-11:
                break
        else:
            return False
        chances[np.ix_(reports, techniques)] = p
        return True


def upper_tail(chances, count):
    """P(X >= count) of independent trials, by convolution, summed from the top."""
    if count == 0:
        return 1.0
    mass = np.zeros(count + 1)
    mass[0] = 1
    for chance in chances:
        mass[count] += mass[count - 1] * chance
        mass[1:count] = mass[1:count] * (1 - chance) + mass[:count - 1] * chance
        mass[0] *= 1 - chance
    return mass[count]


# ---------------------------------------------------------------- the site

class Site:
    """matrix: reports by techniques; pairs: the rows of cooccurrence.csv."""

    def __init__(self, root):
        self.root = root
        self.pairs = rows(root / "data/cooccurrence.csv")
        reports = [row["techniques"].split() for row in rows(root / "data/reports.csv")]
        self.ids = sorted(set(itertools.chain.from_iterable(reports)))
        self.place = {identity: place for place, identity in enumerate(self.ids)}
        self.matrix = np.zeros((len(reports), len(self.ids)), dtype=bool)
        for place, techniques in enumerate(reports):
            self.matrix[place, [self.place[t] for t in techniques]] = True
        self.totals = self.matrix.sum(axis=0)

    def columns(self, row):
        return self.place[row["technique_a"]], self.place[row["technique_b"]]


def grade(both, expected, lower, p):
    """How sure it is that a pair stands out, as the method page has it; too few reports have none."""
    if both < 3:
        return ""
    return "firm" if lower >= 1 else "possible" if lower >= 0.8 and p <= 0.05 and both > expected else "weak"


def check_closed_forms(site, tally):
    reports = len(site.matrix)
    together = site.matrix.T.astype(int) @ site.matrix.astype(int)
    for row in site.pairs:
        a, b = site.columns(row)
        n, m, both, expected = int(site.totals[a]), int(site.totals[b]), int(together[a, b]), float(row["expected"])
        where = f"{row['technique_a']} {row['technique_b']}"
        tally.equal([int(row[c]) for c in ("reports_a", "reports_b", "together")], [n, m, both], where)
        lift = both * reports / (n * m)
        npmi = 1.0 if both == reports else math.log(lift) / math.log(reports / both)
        for name, value, error in (("share_of_a", both / n, ROUNDED), ("share_of_b", both / m, ROUNDED),
                                   ("lift", lift, ROUNDED), ("npmi", npmi, ROUNDED),
                                   ("ratio", (both + 5) / (expected + 5), WRITTEN)):
            tally.check(near(float(row[name]), value, error) or abs(value) < 1e-12,
                        f"{where} {name}: found {row[name]}, expected {value}")
        tally.equal(row["family"], "true" if row["technique_a"][:5] == row["technique_b"][:5] else "false",
                    f"{where}: family")
        tally.equal(row["grade"], grade(both, expected, float(row["lower"]), float(row["p_value"])), f"{where}: grade")
        if both >= 3:
            exact = stats.gamma.ppf(0.05, both + 5, scale=1 / (expected + 5))
            tally.check(near(float(row["lower"]), exact, 6.4e-4),
                        f"{where} lower: found {row['lower']}, the gamma quantile is {exact}")


def check_null(site, null, tally):
    if not null.settled:
        print("SKIPPED: this corpus's null does not settle, expected counts and p-values were not compared")
        return
    expected = null.chances.T @ null.chances
    for row in site.pairs:
        a, b = site.columns(row)
        tally.check(near(float(row["expected"]), expected[a, b], 1e-8),
                    f"{row['technique_a']} {row['technique_b']} expected: found {row['expected']}, not {expected[a, b]}")
    for row in chosen(site.pairs):
        a, b = site.columns(row)
        exact = upper_tail(null.chances[:, a] * null.chances[:, b], int(row["together"]))
        tally.check(near(float(row["p_value"]), exact, 1e-6),
                    f"{row['technique_a']} {row['technique_b']} p: found {row['p_value']}, by convolution {exact}")


def chosen(pairs):
    if len(pairs) <= 5 * SAMPLE:
        return pairs
    return random.Random(2018).sample(pairs, SAMPLE) + sorted(pairs, key=lambda row: float(row["p_value"]))[:20]


def check_q(site, tally):
    """Over all pairs of cited techniques; those never seen together have p = 1."""
    tests = len(site.ids) * (len(site.ids) - 1) // 2
    p = np.ones(tests)
    p[:len(site.pairs)] = [float(row["p_value"]) for row in site.pairs]
    q = stats.false_discovery_control(p)
    for row, value in zip(site.pairs, q):
        tally.check(near(float(row["q_value"]), value, 3 * WRITTEN),
                    f"{row['technique_a']} {row['technique_b']} q: found {row['q_value']}, expected {value}")


def check_wilson(site, tally):
    for path in sorted((site.root / "data/techniques").glob("*.csv"))[:SAMPLE]:
        for row in rows(path)[:20]:
            interval = stats.binomtest(int(row["together"]), int(row["reports"])).proportion_ci(method="wilson")
            for name, value in (("low", interval.low), ("high", interval.high)):
                tally.check(abs(float(row[name]) - value) < 5.1e-5,
                            f"{path.name} {row['technique']} {name}: found {row[name]}, expected {value}")


def check_bicm(site, null, tally):
    """The null as the package of its authors fits it."""
    if importlib.util.find_spec("bicm") is None:
        print("SKIPPED: the null was not compared with the package bicm, which is not installed")
        return
    warnings.filterwarnings("ignore")
    from bicm import BipartiteGraph
    graph = BipartiteGraph()
    graph.set_biadjacency_matrix(site.matrix[site.matrix.any(axis=1)].astype(int))
    graph.solve_tool(method="newton", tol=1e-12, eps=1e-14, max_steps=1000, print_error=False)
    theirs = graph.get_bicm_matrix()
    ours = null.chances[site.matrix.any(axis=1)]
    totals = site.matrix.any(axis=1)
    slack = max(np.abs(theirs.sum(axis=1) - site.matrix[totals].sum(axis=1)).max(),
                np.abs(theirs.sum(axis=0) - site.totals).max(), 1e-10)  # how far bicm itself is off its totals
    largest = float(np.abs(theirs - ours).max())
    tally.check(largest <= slack, f"the null of bicm differs by {largest}, and meets its totals to {slack}")
    expected = theirs.T @ theirs
    found = max((abs(float(row["expected"]) - expected[site.columns(row)]) for row in site.pairs), default=0)
    tally.check(found <= 2 * slack, f"expected counts differ from those of bicm by {found}")
    print(f"bicm meets its totals to {slack:.1e}; chances differ by {largest:.1e}, expected counts by {found:.1e}")


def check_poibin(site, null, tally):
    if importlib.util.find_spec("fast_poibin") is None:
        print("SKIPPED: p-values were not compared with the package fast_poibin, which is not installed")
        return
    from fast_poibin import PoiBin
    for row in chosen(site.pairs)[:SAMPLE]:
        a, b = site.columns(row)
        mass = PoiBin(null.chances[:, a] * null.chances[:, b], mode="dp").pmf
        tail = float(np.sort(mass[int(row["together"]):]).sum())
        tally.check(near(float(row["p_value"]), tail, 1e-6),
                    f"{row['technique_a']} {row['technique_b']} p: found {row['p_value']}, by fast_poibin {tail}")


def main():
    site, tally = Site(Path(sys.argv[1])), Tally()
    check_closed_forms(site, tally)
    null = Null(site.matrix)
    check_null(site, null, tally)
    check_q(site, tally)
    check_wilson(site, tally)
    if null.settled:
        check_bicm(site, null, tally)
        check_poibin(site, null, tally)
    tally.finish()


if __name__ == "__main__":
    main()
