"""suggestions.py ROOT: makes every technique's list anew from ROOT/data/cooccurrence.csv and compares suggestions.csv.

An independent second reading of the rule: score = together / reports * (together + 5) / (expected + 5); families are
left out, three reports and more stand first, and what is common in any intrusion stands apart. Where techniques of
twenty reports or more are many, the lists must tell more than the fifteen most reported techniques.
"""
import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tally import Tally

TEN, FEWEST, MOST, USUAL = 10, 3, 15, 1.1
NEAR = 1e-7  # what nine digits of an expected count can change in a score


def rows(root, name):
    with open(Path(root) / "data" / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def partners(root):
    """technique -> {partner of another family: (together, share, expected, ratio, score)}."""
    reports = {row["id"]: int(row["reports"]) for row in rows(root, "techniques.csv")}
    found = defaultdict(dict)
    for row in rows(root, "cooccurrence.csv"):
        together, expected = int(row["together"]), float(row["expected"])
        for one, other in [("technique_a", "technique_b"), ("technique_b", "technique_a")]:
            own, partner = row[one], row[other]
            if own[:5] == partner[:5]:
                continue
            share, ratio = together / reports[own], (together + 5) / (expected + 5)
            found[own][partner] = (together, share, expected, ratio, share * ratio)
    return reports, found


def lists(found, most):
    """The leading ten and the common ones of one technique, by score; of equal ones the first by id."""
    order = sorted(found, key=lambda partner: (-round(found[partner][4], 12), partner))
    common = [p for p in order if p in most and found[p][0] >= FEWEST and found[p][3] < USUAL]
    rest = [p for p in order if p not in common]
    firm = [p for p in rest if found[p][0] >= FEWEST]
    return (firm + [p for p in rest if p not in firm])[:TEN], common


def same_but_ties(listed, expected, found):
    return len(listed) == len(expected) and all(
        one == other or abs(found[one][4] - found[other][4]) < NEAR for one, other in zip(listed, expected))


def main(root):
    tally = Tally()
    reports, found = partners(root)
    cited = [t for t in reports if reports[t] > 0]
    most = sorted(cited, key=lambda t: (-reports[t], t))[:MOST]
    listed, common = defaultdict(list), defaultdict(list)
    for row in rows(root, "suggestions.csv"):
        own, partner = row["technique"], row["suggested"]
        where = f"{own} {partner}"
        if not tally.check(partner in found[own], f"{where}: not a partner of another family"):
            continue
        together, *numbers = found[own][partner]
        tally.equal(int(row["together"]), together, f"{where}: together")
        for name, number in zip(("share", "expected", "ratio", "score"), numbers):
            tally.check(abs(float(row[name]) - number) < NEAR, f"{where}: {name} {row[name]}, expected {number}")
        if row["common"] == "true":
            tally.equal(row["rank"], "", f"{where}: rank of what is common")
            common[own].append(partner)
        else:
            listed[own].append(partner)
            tally.equal(row["rank"], str(len(listed[own])), f"{where}: rank")
    for own in cited:
        ten, shared = lists(found[own], most)
        tally.check(same_but_ties(listed[own], ten, found[own]), f"{own}: found {listed[own]}, expected {ten}")
        tally.check(same_but_ties(common[own], shared, found[own]), f"{own}: common {common[own]}, expected {shared}")
    tally.check(set(listed) <= set(cited), "a list of a technique that no report cites")
    judge(tally, [listed[own] for own in cited if reports[own] >= 20], most)
    tally.finish()


def judge(tally, tens, most):
    if len(tens) < 100:
        return
    among = sum(partner in most for ten in tens for partner in ten) / len(tens)
    name, times = Counter(partner for ten in tens for partner in ten).most_common(1)[0]
    print(f"{len(tens)} techniques of twenty reports or more: {among:.2f} of ten among the {MOST} most reported; "
          f"{name} is in {times} lists")
    tally.check(among <= 4.0, f"{among:.2f} of ten are among the {MOST} most reported, at most 4.0 expected")
    tally.check(times <= 75, f"{name} is in {times} lists, at most 75 expected")


if __name__ == "__main__":
    main(sys.argv[1])
