#!/usr/bin/env python3
"""Order, needs and gives of a built site against its own tables and the command: `steps.py SITE TOOL BUNDLE [OPTIONS…]`.

What browsers load says the same as data/order.csv and data/enables.csv, and the browser's parts and chains are those of
`TOOL infer --bundle BUNDLE OPTIONS…`, on seeded sets of what was seen. OPTIONS are those that the site was built with.
"""
import csv
import json
import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import sync_playwright

from drive_steps import ANSWERS
from driver import Visit, launch
from intrusion import Intrusions
from tally import Tally

SETS = 80
DIRECTIONS = {"back": "backward", "on": "forward"}


def rows(site, name):
    path = site / "data" / name
    return list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.is_file() else []


def from_tables(site):
    """For each pair its counts: drawn, on failed branches only, run, and its facts with the procedures."""
    found = defaultdict(lambda: {"drawn": 0, "run": 0, "fails": False, "facts": []})
    for row in rows(site, "order.csv"):
        pair = found[row["before"], row["after"]]
        pair[row["kind"]] = int(row["reports"])
        if row["kind"] == "drawn":
            pair["fails"] = row["on_failure"] == "true"
    for row in rows(site, "enables.csv"):
        numbers = tuple(int(row[name]) for name in ("given", "given_of", "needed", "needed_of"))
        found[row["from"], row["to"]]["facts"].append((row["meaning"], *numbers))
    return {pair: (each["drawn"], each["fails"], each["run"], sorted(each["facts"])) for pair, each in found.items()}


def from_script(intrusions):
    ids, data = intrusions.ids, intrusions.data
    found = {}
    for before, after, _, (drawn, failed, run), facts, *_ in data["steps"]:
        told = sorted((data["facts"][fact], *numbers[:4]) for fact, *numbers in facts)
        found[ids[before], ids[after]] = (drawn, drawn > 0 and failed == drawn, run, told)
    return found


def grades(site):
    """The pairs that are firm, either way round."""
    return {frozenset((row["technique_a"], row["technique_b"])) for row in rows(site, "cooccurrence.csv")
            if row["grade"] == "firm"}


def answers(site, sets):
    with sync_playwright() as playwright:
        visit = Visit(launch(playwright), site)
        return visit.open("explore.html").evaluate(ANSWERS, [sets, None])


def commands(tool, bundle, options, sets):
    lines = "".join(" ".join(each) + "\n" for each in sets)
    run = subprocess.run([tool, "infer", "--bundle", bundle, "--jsonl", "--top", "60", "--reports", "0", *options], input=lines,
                         stdout=subprocess.PIPE, check=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def compare(tally, seen, own, command):
    for candidate in command["techniques"]:
        part = own["parts"][candidate["technique"]]
        told = candidate["part"]
        tally.check([told["place"], told["basis"]] == part, f"{seen}: {candidate['technique']} is {told}, in the browser {part}")
    chains = [[chain["direction"], chain["techniques"], chain["score"]] for chain in command["chains"]]
    shown = [[DIRECTIONS[direction], ids, score] for direction, ids, score in own["chains"]]
    tally.check(chains == shown, f"{seen}: chains {chains}, in the browser {shown}")


def main():
    site, tool, bundle, *options = sys.argv[1:]
    site, tally = Path(site).resolve(), Tally()
    intrusions = Intrusions(site)
    tables, script = from_tables(site), from_script(intrusions)
    for pair in sorted(tables.keys() | script.keys()):
        tally.check(tables.get(pair) == script.get(pair), f"{pair}: {tables.get(pair)}, in the script {script.get(pair)}")
    firm = grades(site)
    for before, after, *_, is_firm in intrusions.data["steps"]:
        pair = frozenset((intrusions.ids[before], intrusions.ids[after]))
        tally.check((pair in firm) == bool(is_firm), f"{sorted(pair)}: firm is {is_firm}")
    dice = random.Random(22)
    known = sorted({technique for pair in tables for technique in pair})
    sets = [dice.sample(known, dice.choice([1, 1, 2, 3, 5])) for _ in range(SETS)]
    for seen, own, command in zip(sets, answers(site, sets), commands(tool, bundle, options, sets), strict=True):
        compare(tally, seen, own, command)
    print(f"     {len(tables)} pairs in order, or of needs and gives; {SETS} sets")
    tally.finish()


if __name__ == "__main__":
    main()
