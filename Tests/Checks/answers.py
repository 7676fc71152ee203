"""answers.py ROOT BUNDLE: techniques.jsonl, relations.stix.json and site.json say what the tables of
ROOT/data and the bundle say.

The bundle is read by the `stix2` library, which takes nothing that STIX 2.1 does not know.
"""
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

import stix2

from tables import rows
from tally import Tally

FIRM = ("together", "expected", "ratio", "lower")


def near(found, expected):
    """The same to four digits."""
    return found == expected or abs(found - expected) <= 5.1e-4 * abs(expected)


def newest(reports, cited, own, partner):
    """The dates of the newest three reports that cite both, of a report without a date an empty one."""
    both = cited[own] & cited[partner]
    return sorted((reports[report]["published"] for report in both), reverse=True)[:3]


def check_lines(tally, data):
    techniques = {row["id"]: row for row in rows(data / "techniques.csv")}
    reports = {row["id"]: row for row in rows(data / "reports.csv")}
    known = {(row["title"], row["published"], row["url"]) for row in reports.values()}
    cited, listed, places = defaultdict(set), defaultdict(list), defaultdict(list)
    for row in reports.values():
        for technique in row["techniques"].split():
            cited[technique].add(row["id"])
    for row in rows(data / "suggestions.csv"):
        if row["common"] == "false":
            listed[row["technique"]].append(row)
    for row in rows(data / "where-to-look.csv"):
        places[row["technique"]].append({key: row[key] for key in row if key != "technique" and row[key]})
    text = (data / "techniques.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    tally.same([line["technique"] for line in lines], list(techniques), "techniques.jsonl: ids")
    for line in lines:
        own = line["technique"]
        tally.equal(line["name"], techniques[own]["name"], f"{own}: name")
        tally.equal(line["reports"], int(techniques[own]["reports"]), f"{own}: reports")
        tally.check(line["url"].startswith("https://attack.mitre.org/techniques/T"), f"{own}: url {line['url']}")
        key = lambda place: sorted(place.items())
        look = [{name: text for name, text in place.items() if text} for place in line["look_in"]]
        tally.equal(sorted(look, key=key), sorted(places[own], key=key), f"{own}: where to look")
        for report in line["newest"]:
            tally.check(tuple(report[part] or "" for part in ("title", "published", "url")) in guarded(known, report),
                        f"{own}: no report {report}")
        check_suggestions(tally, line, listed[own], lambda partner: newest(reports, cited, own, partner))
        partners = {row["technique"]: row for row in rows(data / f"techniques/{own}.csv")}
        for suggestion in line["suggestions"]:
            row = partners[suggestion["technique"]]
            for name in ("low", "high", "lower"):
                tally.check(near(suggestion[name], float(row[name])), f"{own} {suggestion['technique']}: {name}")
            tally.equal(suggestion["grade"] or "", row["grade"], f"{own} {suggestion['technique']}: grade")
    print(f"{len(lines)} lines, {len(text.encode()) / 1e6:.2f} MB")


def guarded(known, report):
    """A title that begins as a formula has an apostrophe before it in the table."""
    if report["title"][:1] in "=+-@":
        return {(title.removeprefix("'"), published, url) for title, published, url in known}
    return known


def check_suggestions(tally, line, listed, dates):
    own = line["technique"]
    tally.equal([one["technique"] for one in line["suggestions"]], [row["suggested"] for row in listed], f"{own}: ten")
    for suggestion, row in zip(line["suggestions"], listed):
        where = f"{own} {row['suggested']}"
        tally.equal(suggestion["together"], int(row["together"]), f"{where}: together")
        for name in ("share", "expected", "ratio"):
            tally.check(near(suggestion[name], float(row[name])), f"{where}: {name} {suggestion[name]}, {row[name]}")
        found = [line["newest"][place]["published"] or "" for place in suggestion["newest"]]
        tally.equal(sorted(found, reverse=True), dates(row["suggested"]), f"{where}: dates of the newest reports")


def check_bundle(tally, data):
    text = (data / "relations.stix.json").read_text(encoding="utf-8")
    bundle = stix2.parse(text, allow_custom=False)
    relations = [one for one in bundle.objects if one.type == "relationship"]
    others = {one.type: one for one in bundle.objects if one.type != "relationship"}
    tally.equal(sorted(others), ["extension-definition", "identity"], "objects beside the relationships")
    author, extension = others["identity"].id, others["extension-definition"].id
    firm = [row for row in rows(data / "cooccurrence.csv") if row["grade"] == "firm" and row["family"] == "false"]
    tally.equal(len(relations), len(firm), "relationships and firm pairs")
    tally.equal(len({one.id for one in relations}), len(relations), "different ids of relationships")
    pairs = {f"{row['technique_a']} and {row['technique_b']} are reported together": row for row in firm}
    names = defaultdict(set)
    for one in relations:
        row = pairs.get(one.description)
        if not tally.check(row, f"{one.description}: no firm pair"):
            continue
        measures, lower = one.extensions[extension], float(row["lower"])
        tally.equal((one.relationship_type, one.created_by_ref), ("related-to", author), f"{one.description}: kind")
        tally.check(one.created <= one.modified, f"{one.description}: created after it was modified")
        tally.equal(one.confidence, int(100 * lower / (1 + lower) + 0.5), f"{one.description}: confidence")
        tally.equal((measures["reports_source"], measures["reports_target"]),
                    (int(row["reports_a"]), int(row["reports_b"])), f"{one.description}: reports")
        for name in FIRM:
            tally.check(near(measures[name], float(row[name])), f"{one.description}: {name} {measures[name]}")
        names[row["technique_a"]].add(one.source_ref)
        names[row["technique_b"]].add(one.target_ref)
    for technique, ids in names.items():
        tally.equal(len(ids), 1, f"{technique}: ids of its attack pattern")
        tally.check(all(name.startswith("attack-pattern--") for name in ids), f"{technique}: {ids}")
    print(f"{len(relations)} relationships, {len(text.encode()) / 1e6:.2f} MB")


def check_inputs(tally, data, bundles):
    record = json.loads((data / "site.json").read_text(encoding="utf-8"))
    found = [(one["role"], one["name"], one["bytes"], one["sha256"]) for one in record["inputs"]]
    expected = [("bundle", path.name, path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
                for path in bundles]
    tally.equal(found, expected, "site.json: inputs")


def main():
    data, tally = Path(sys.argv[1]) / "data", Tally()
    check_lines(tally, data)
    check_bundle(tally, data)
    check_inputs(tally, data, [Path(name) for name in sys.argv[2:]])
    tally.finish()


if __name__ == "__main__":
    main()
