"""layers.py ROOT: MITRE's reader loads every Navigator layer, and their numbers are those of data/cooccurrence.csv."""
import contextlib
import csv
import io
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from mitreattack.navlayers import Layer

from tally import Tally

TECHNIQUE = re.compile(r"T[0-9]{4}(\.[0-9]{3})?")


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def exact_count(entry):
    """(together, base) as the metadatum of a technique says, such as `95 of 185 reports`; None without one."""
    for datum in entry.get("metadata", []):
        numbers = re.search(r"([0-9][0-9,]*) of (?:the )?([0-9][0-9,]*)", datum.get("value", ""))
        if numbers:
            return tuple(int(n.replace(",", "")) for n in numbers.groups())
    return None


def loads(text):
    """Whether MITRE's strict reader takes the layer, and what it says; it prints instead of raising."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            layer = Layer(text, strict=True).layer
    except ValueError as error:
        return False, str(error)
    return not isinstance(layer, str), said.getvalue().strip()[:200]


def check_form(tally, name, layer):
    versions, gradient = layer.get("versions", {}), layer.get("gradient", {})
    tally.equal(versions.get("layer"), "4.5", f"{name}: layer version")
    tally.check(re.fullmatch(r"[0-9]+", str(versions.get("attack", "0"))), f"{name}: attack version {versions}")
    tally.check(layer.get("domain") in ("enterprise-attack", "mobile-attack", "ics-attack"),
                f"{name}: domain {layer.get('domain')!r}")
    tally.equal(layer.get("hideDisabled"), True, f"{name}: hideDisabled")
    low, high = gradient.get("minValue"), gradient.get("maxValue")
    tally.check(whole(low) and whole(high) and low < high and len(gradient.get("colors", [])) >= 2,
                f"{name}: gradient {gradient}")
    tally.check("platforms" not in layer.get("filters", {}), f"{name}: filters.platforms hides techniques")
    ids = [entry.get("techniqueID") for entry in layer["techniques"]]
    tally.equal(len(ids), len(set(ids)), f"{name}: entries and different techniques")


def check_entry(tally, where, entry, is_report):
    score = entry.get("score")
    tally.check(TECHNIQUE.fullmatch(entry.get("techniqueID", "")), f"{where}: not an id")
    tally.check(score is None or whole(score) and 1 <= score <= 100, f"{where}: score {score!r}")
    told = [each["value"] for each in entry.get("metadata", [])]
    hidden = entry.get("enabled", True) is False
    tally.equal(bool(told), not hidden and not is_report, f"{where}: whether it says how many, where hidden is {hidden}")
    tally.equal("score" in entry, not hidden and told != ["listed, without a report"], f"{where}: score, where it says {told}")
    tally.check("tactic" not in entry, f"{where}: a tactic hides the technique once it is renamed")
    tally.check("comment" not in entry and len(entry.get("metadata", [])) <= 1, f"{where}: more than one metadatum")


def check_numbers(tally, name, layer, partners, base):
    """A technique's layer: its scored entries are its partners, each with its exact count."""
    own = Path(name).stem
    scored = {e["techniqueID"]: e for e in layer["techniques"] if "score" in e and e["techniqueID"] != own}
    tally.same(sorted(scored), sorted(partners), f"{name}: techniques with a score")
    for partner in sorted(set(scored) & set(partners)):
        entry, together = scored[partner], partners[partner]
        tally.equal(exact_count(entry), (together, base), f"{name} {partner}: count in the metadatum")
        share = 100 * together / base
        tally.check(abs(entry["score"] - share) <= 0.5 or (entry["score"] == 1 and share < 1),
                    f"{name} {partner}: score {entry['score']}, share {share:.2f} %")


def partners_of(root):
    """technique -> partner -> reports with both; technique -> reports."""
    together, bases = defaultdict(dict), {}
    with open(root / "data/cooccurrence.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            a, b = row["technique_a"], row["technique_b"]
            together[a][b] = together[b][a] = int(row["together"])
            bases[a], bases[b] = int(row["reports_a"]), int(row["reports_b"])
    return together, bases


def main():
    root = Path(sys.argv[1])
    together, bases = partners_of(root)
    with open(root / "data/reports.csv", encoding="utf-8", newline="") as file:
        reports = {row["id"] for row in csv.DictReader(file)}
    tally = Tally()
    paths = sorted((root / "layers").glob("*.json"))
    tally.check(paths, f"no layers in {root}/layers")
    for path in paths:
        text, name = path.read_text(encoding="utf-8"), path.name
        good, said = loads(text)
        if not tally.check(good, f"{name}: MITRE's reader refuses it: {said}"):
            continue
        layer = json.loads(text)
        check_form(tally, name, layer)
        for entry in layer["techniques"]:
            check_entry(tally, f"{name} {entry.get('techniqueID')}", entry, path.stem in reports)
        if TECHNIQUE.fullmatch(path.stem):
            check_numbers(tally, name, layer, together.get(path.stem, {}), bases.get(path.stem, 0))
    print(f"{len(paths)} layers")
    tally.finish()


if __name__ == "__main__":
    main()
