"""clusters.py ROOT [RESAMPLES]: makes the clusters anew from ROOT/data/reports.csv and compares them with ROOT/data.

An independent second reading of the rules: it shares no code with the site generator, and keeps no nearest neighbours
but looks through all distances at every step. With RESAMPLES (100 is what the site says) the stability is compared too.
"""
import sys
from collections import Counter
from itertools import combinations
from math import sqrt

from tables import rows
from tally import Tally

FEWEST_REPORTS, CUT, SMALLEST, SEED = 10, .70, 3, 2018


# ---------------------------------------------------------------- the null, and distances

def null(sizes, degrees):
    """The fitted values of reports by size and of techniques by degree, for sizes and degrees as {value: how many}."""
    links = sqrt(sum(size * count for size, count in sizes.items()))
    x = {size: size / links for size in sizes}
    y = {degree: degree / links for degree in degrees}
    for _ in range(10_000):
        x = {s: s / sum(n * y[d] / (1 + x[s] * y[d]) for d, n in degrees.items()) for s in x}
        y = {d: d / sum(n * x[s] / (1 + x[s] * y[d]) for s, n in sizes.items()) for d in y}
        off = max(abs(s - sum(n * x[s] * y[d] / (1 + x[s] * y[d]) for d, n in degrees.items())) for s in x)
        if off <= 1e-9:
            break
    return x, y


class Reading:
    """What some reports (sets of ids, each so many times) say of the techniques with enough of them."""

    def __init__(self, reports, times):
        self.total, self.both, sizes = Counter(), Counter(), Counter()
        for report, n in zip(reports, times):
            if n and report:
                sizes[len(report)] += n
                self.total.update(dict.fromkeys(report, n))
                for pair in combinations(sorted(report), 2):
                    self.both[pair] += n
        self.members = sorted(t for t, n in self.total.items() if n >= FEWEST_REPORTS)
        x, y = null(sizes, Counter(self.total.values()))
        chance = {d: {s: x[s] * y[d] / (1 + x[s] * y[d]) for s in sizes} for d in y}
        self.mean = {(c, d): sum(n * chance[c][s] * chance[d][s] for s, n in sizes.items())
                     for c in y if c >= FEWEST_REPORTS for d in y if d >= FEWEST_REPORTS}

    def expected(self, a, b):
        return self.mean[self.total[a], self.total[b]]

    def parts(self):
        """Average linkage: the nearest two become one, again and again, until none are within the cut."""
        groups = {place: [technique] for place, technique in enumerate(self.members)}
        far = {(i, j): (self.expected(a, b) + 5) / (self.both[a, b] + 5)
               for (i, a), (j, b) in combinations(enumerate(self.members), 2)}
        while far:
            distance, i, j = min((d, *pair) for pair, d in far.items())
            if distance > CUT:
                break
            for k in groups:
                if k not in (i, j):
                    old, other = (min(i, k), max(i, k)), (min(j, k), max(j, k))
                    far[old] = ((len(groups[i]) * far[old] + len(groups[j]) * far[other])
                                / (len(groups[i]) + len(groups[j])))
            far = {pair: d for pair, d in far.items() if j not in pair}
            groups[i] += groups.pop(j)
        return [tuple(sorted(group)) for group in groups.values()]


# ---------------------------------------------------------------- stability

def draws(count, resamples):
    """How often each report is drawn: SplitMix64 (Steele, Lea and Flood 2014), one stream for all resamples."""
    state, mask = SEED, 2 ** 64 - 1
    for _ in range(resamples):
        times = [0] * count
        for _ in range(count):
            state = (state + 0x9E3779B97F4A7C15) & mask
            z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & mask
            z = (z ^ z >> 27) * 0x94D049BB133111EB & mask
            times[(z ^ z >> 31) * count >> 64] += 1
        yield times


def stability(clusters, reports, resamples):
    """For each cluster the mean over resamples of its largest Jaccard index with a part of two or more."""
    sums = [0.0] * len(clusters)
    for times in draws(len(reports), resamples):
        parts = [set(part) for part in Reading(reports, times).parts() if len(part) > 1]
        for place, cluster in enumerate(clusters):
            sums[place] += max((len(part & set(cluster)) / len(part | set(cluster)) for part in parts), default=0)
    return [value / resamples for value in sums]


# ---------------------------------------------------------------- the comparison

def main(root, resamples=0):
    tally = Tally()
    reports = [set(row["techniques"].split()) for row in rows(f"{root}/data/reports.csv")]
    reading = Reading(reports, [1] * len(reports)) if any(reports) else None
    parts = reading.parts() if reading else []
    clusters = sorted((p for p in parts if len(p) >= SMALLEST), key=lambda part: (-len(part), part[0]))
    told = {}
    for row in rows(f"{root}/data/clusters.csv"):
        told.setdefault(row["cluster"], []).append(row)
    tally.same([tuple(row["technique"] for row in told[name]) for name in told], clusters, "members of clusters")
    names = [max(cluster, key=lambda t: (reading.total[t], [-ord(letter) for letter in t])) for cluster in clusters]
    tally.same(list(told), names, "ids of clusters")
    for cluster, name in zip(clusters, told):
        pairs = list(combinations(cluster, 2))
        ratio = sum(reading.both[pair] for pair in pairs) / sum(reading.expected(*pair) for pair in pairs)
        same(tally, told[name][0]["pooled_ratio"], ratio, f"ratio of {name}")
    own = {technique: name for name, cluster in zip(told, clusters) for technique in cluster}
    for row in rows(f"{root}/data/techniques.csv"):
        tally.equal(row["cluster"], own.get(row["id"], ""), f"cluster of {row['id']}")
    for name, value in zip(told, stability(clusters, reports, resamples) if resamples else []):
        same(tally, told[name][0]["stability"], value, f"stability of {name}")
    tally.finish()


def same(tally, found, expected, where):
    tally.check(abs(float(found) - expected) <= 1e-9 * max(1, expected), f"{where}: found {found}, expected {expected}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
