#!/usr/bin/env python3
"""What `check` reads from real files of teams, against answers that were worked out apart: `evidence.py TOOL BUNDLE`.

The files lie beside the project, in ../shared/own and ../shared/reports; each folder's expected.json has the answers. The
demo's own site with reports beside ATT&CK's is looked at too: whose each number is, and that none of it is on a public site.
"""
import csv
import filecmp
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path("../shared")
FOLDERS = ["csv", "misp-event", "navigator-report", "stix-misp", "stix-opencti", "stix-unit42", "tie", "vectr",
           "attire", "order-emulation-plan", "order-scythe", "order-caldera"]
# CALDERA's adversaries name abilities, which lie apart.
OPTIONS = {"order-caldera": ["--capabilities", SHARED / "abilities", "--as", "caldera"]}
OWN = Path("Tests/Checks/own")
DEMO = "Site/demo/demo-attack.json"


def run(*command):
    process = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    return process.returncode, process.stdout, process.stderr


def read(tool, bundle, path, *options):
    code, output, errors = run(tool, "check", "--bundle", bundle, "--format", "json", *options, path)
    assert output, f"{path}: {errors}"
    return json.loads(output)["files"]


def facts(report):
    unknown = [entry if isinstance(entry, str) else entry["text"] for entry in report["unknown"]]
    return (tuple(sorted(report["techniques"])), tuple(sorted(report["followed"].items())),
            tuple(sorted(unknown + report.get("retired_without_successor", []))), pairs(report))


def pairs(report):
    """Which technique comes before which, without what only a failed branch leads to."""
    return tuple(sorted(tuple(pair) for pair in report.get("pairs", [])))


def own_files(tool, bundle):
    """The sets of techniques of all reports that have any, what was followed, what is unknown, and the order."""
    looked = 0
    for folder in FOLDERS:
        answers = json.loads((SHARED / "own" / folder / "expected.json").read_text())
        for name, wanted in answers.items():
            files = read(tool, bundle, SHARED / "own" / folder / name, *OPTIONS.get(folder, []))
            found = sorted(facts(report) for file in files for report in file["reports"] if report["techniques"])
            expected = sorted(facts(report) for report in wanted["reports"] if report["techniques"])
            assert found == expected, f"{folder}/{name}: expected {expected}, found {found}"
            looked += 1
    return looked


def one_report(tool, bundle):
    """One report in every format."""
    answers = json.loads((SHARED / "reports" / "expected.json").read_text())
    looked = 0
    for path in sorted((SHARED / "reports").iterdir()):
        if path.name == "expected.json" or path.suffix not in (".json", ".csv", ".afb"):
            continue
        reports = [report for file in read(tool, bundle, path) for report in file["reports"]]
        assert len(reports) == 1, f"{path.name}: {len(reports)} reports"
        wanted = answers["flowTechniques"] if "flow" in path.name else answers["report"]["techniques"]
        assert reports[0]["techniques"] == wanted, f"{path.name}: {reports[0]['techniques']}"
        if "flow" in path.name:
            order(reports[0], answers, path.name)
        looked += 1
    return looked


def order(flow, answers, name):
    """The order of the flow; the Builder's STIX does not say which branch is the failed one."""
    onward = {tuple(pair) for pair in answers["flowEdges"]}
    failed = {tuple(pair) for pair in answers["flowEdgesOnFalseBranch"]}
    if "v3-builder" in name:
        onward, failed = onward | failed, set()
    assert flow["order"] == "drawn" and set(pairs(flow)) == onward, f"{name}: {flow['pairs']}"
    assert {tuple(pair) for pair in flow["pairs_on_failure"]} == failed, f"{name}: {flow['pairs_on_failure']}"


def coverage(tool, bundle):
    answers = json.loads((SHARED / "own" / "coverage" / "expected.json").read_text())
    for name, wanted in answers.items():
        found = read(tool, bundle, SHARED / "own" / "coverage" / name, "--coverage")[0]["coverage"]
        assert sorted(found["covered"]) == sorted(wanted["covered"]), f"{name}: {found['covered']}"
        assert found["followed"] == wanted.get("followed", {}), name
        assert set(wanted.get("parentOnly", {})) <= set(found["parent_only"]), name
        assert not set(wanted.get("notCovered", {})) & set(found["covered"]), name
    return len(answers)


def counts(tool, folder):
    """The demo with three own reports and a public one: whose each row is, counted anew from the files."""
    code, _, errors = run(tool, "build", DEMO, "--site", OWN, "--reports", OWN / "reports", "--output", folder / "own")
    assert code == 0, errors
    with open(folder / "own/data/reports.csv") as file:
        reports = list(csv.DictReader(file))
    ours = [row for row in reports if row["internal"] == "true"]
    assert len(ours) == 3 and all(row["origin"] == "ours" for row in ours), ours
    assert sum(row["origin"] == "Neighbours" for row in reports) == 1
    with open(folder / "own/data/cooccurrence.csv") as file:
        pairs = list(csv.DictReader(file))
    for row in pairs:
        both = [report for report in ours
                if {row["technique_a"], row["technique_b"]} <= set(report["techniques"].split())]
        assert len(both) == int(row["internal"]), row
    with open(folder / "own/data/techniques.csv") as file:
        for row in csv.DictReader(file):
            own = sum(row["id"] in report["techniques"].split() for report in ours)
            assert own == int(row["internal"]), row
    return len(pairs)


def same(one, other):
    """Whether two folders hold the same files, byte for byte."""
    names = [sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file()) for root in (one, other)]
    assert names[0] == names[1], set(names[0]) ^ set(names[1])
    for name in names[0]:
        assert filecmp.cmp(one / name, other / name, shallow=False), f"{name} differs"
    return len(names[0])


def public(tool, folder):
    """A public site is that of a build that never saw the files."""
    with_them = ["--reports", OWN / "reports", OWN / "flows", "--coverage", OWN / "coverage.json",
                 "--capabilities", OWN / "own-capabilities.yml"]
    for name, options in [("with", with_them), ("without", [])]:
        code, _, errors = run(tool, "build", DEMO, "--site", OWN, "--public", *options, "--output", folder / name,
                              "--markdown", folder / (name + "-md"))
        assert code == 0, errors
    return same(folder / "with", folder / "without") + same(folder / "with-md", folder / "without-md")


def main():
    tool, bundle = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        print(f"ok: {counts(tool, Path(folder)):,} pairs say how many of their reports are ours")
        print(f"ok: {public(tool, Path(folder)):,} files of a public site are those of a build without ours")
    if not (SHARED / "own").is_dir() or not Path(bundle).is_file():
        print("SKIPPED: no ../shared/own; files as teams have them were not read")
        return
    print(f"ok: {own_files(tool, bundle)} files of teams, {one_report(tool, bundle)} formats of one report, "
          f"{coverage(tool, bundle)} files of coverage give the expected answers")


if __name__ == "__main__":
    main()
