"""sets.py TOOL BUNDLE: seeded reports as weighted sets, beside the same reports one by one.

Both sites have the same pairs and measures; the sets' own page and `sets.csv` add up to the reports; and the explorer
in Chromium, from file://, infers from the sets what `TOOL infer` infers.
"""
import csv
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from driver import Visit, launch
from explorer import same, seeded
from tally import Tally

REPORTS = 600
SAME = ["cooccurrence.csv", "suggestions.csv", "techniques.csv", "bases.csv"]
SEEN = "ids => attackRelations.infer(ids, { order: 'telling' })"


def reports(ids):
    """Most of them have a few techniques that come often, and so do others of just these."""
    stream = random.Random(2018)
    often = stream.sample(ids, 30)
    return [sorted(set(stream.choices(often, range(len(often), 0, -1), k=stream.choice([1, 1, 2, 2, 3, 5]))))
            for _ in range(REPORTS)]


def table(path, head, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def build(tool, bundle, own, output):
    subprocess.run([tool, "build", bundle, "--reports", own, "--output", output], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)


def without_address(answer):
    """An answer of the explorer gives the address of each report's page, that of the tool its own."""
    for row in answer["techniques"]:
        for report in row["reports"]:
            report.pop("url")
            report.pop("id")
            report.pop("origin", None)
    return answer


def main():
    tool, bundle = sys.argv[1:]
    tally = Tally()
    live = subprocess.run([tool, "infer", "--bundle", bundle, "--top", "10000", "--format", "json", "T1047"], check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    ids = sorted([row["technique"] for row in json.loads(live)["techniques"]] + ["T1047"])
    found = reports(ids)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        weights = Counter(map(tuple, found))
        table(folder / "one-by-one.csv", ["report", "technique"],
              [(f"report {number}", id) for number, own in enumerate(found) for id in own])
        table(folder / "sets.csv", ["weight", "techniques", "source"],
              [(weight, " ".join(own), "our sensors") for own, weight in weights.items()])
        for own in ["one-by-one", "sets"]:
            build(tool, bundle, folder / f"{own}.csv", folder / own)
        for file in SAME:
            one, other = (folder / own / "data" / file for own in ["one-by-one", "sets"])
            ignored = {"cluster"} if file == "techniques.csv" else set()
            rows = [[{key: row[key] for key in row if key not in ignored} for row in read(path)] for path in (one, other)]
            tally.check(rows[0] == rows[1], f"{file} differs")
        sets = read(folder / "sets/data/sets.csv")
        tally.check({tuple(row["techniques"].split()): int(row["weight"]) for row in sets} == weights, "sets.csv differs")
        page = next((folder / "sets/reports").glob("sets-our-sensors-*.html")).read_text()
        tally.check(f"{REPORTS} reports in {len(weights)} sets" in page, "the page of the source does not add up")
        with sync_playwright() as playwright:
            visit = Visit(launch(playwright), folder / "sets")
            tab = visit.open("explore.html")
            for seen, _ in seeded(ids, 24):
                expected = without_address(json.loads(subprocess.run(
                    [tool, "infer", "--bundle", bundle, "--own", folder / "sets.csv", "--format", "json", "--top", "10000",
                     "--", *seen], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout))
                answer = without_address(tab.evaluate(SEEN, seen))
                pairs = [({key: row[key] for key in own if key in row}, own) for row, own
                         in zip(answer["techniques"], expected["techniques"])]
                wrong = [place for mine, own in pairs for place in same(
                    mine, {key: own[key] for key in mine}, own["technique"])]
                tally.check(len(pairs) == len(expected["techniques"]) and not wrong,
                            f"{','.join(seen)}: the explorer differs from infer at {wrong[:3]}")
    tally.finish()


main()
