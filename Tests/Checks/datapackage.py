"""datapackage.py ROOT: frictionless finds every table of ROOT/data as ROOT/data/datapackage.json describes it.

Beside what frictionless checks (types, units, keys, foreign keys, lengths, hashes): every CSV file of the site is in the
package, with the header that is declared for it, and nothing in it names this machine.
"""
import csv
import json
import sys
from pathlib import Path

from frictionless import Package

from tally import Tally


def paths(resource):
    path = resource["path"]
    return path if isinstance(path, list) else [path]


def headers(tally, data, package):
    """Each file has the declared columns: of a list of files frictionless looks at the first header only."""
    listed = set()
    for resource in package["resources"]:
        listed.update(paths(resource))
        if resource["type"] != "table":
            continue
        declared = [field["name"] for field in resource["schema"]["fields"]]
        for path in paths(resource):
            with open(data / path, newline="", encoding="utf-8") as file:
                tally.equal(next(csv.reader(file)), declared, f"{path}: header")
        for field in resource["schema"]["fields"]:
            tally.check(field["description"], f"{resource['name']}: nothing said of {field['name']}")
    there = {str(path.relative_to(data)) for path in data.rglob("*.csv")}
    tally.equal(sorted(there - listed), [], "files that the package does not list")


def terms(tally, data, package):
    tally.equal([one["path"] for one in package["licenses"]], ["LICENSE-ATTACK.txt"], "path of the licence")
    tally.check((data / package["licenses"][0]["path"]).is_file(), "no licence at its path")
    tally.check(package["sources"] and package["version"], "no source, or no version")
    tally.check(isinstance(package["schema_version"], int), "no schema version")


def main():
    data = Path(sys.argv[1]) / "data"
    text = (data / "datapackage.json").read_text(encoding="utf-8")
    package, tally = json.loads(text), Tally()
    headers(tally, data, package)
    terms(tally, data, package)
    tally.check(str(Path.home()) not in text and "/tmp" not in text, "datapackage.json names a folder of this machine")
    report = Package(str(data / "datapackage.json")).validate(limit_errors=5)
    for error in report.flatten(["name", "type", "rowNumber", "fieldName", "note"])[:20]:
        tally.check(False, f"frictionless: {error}")
    tally.check(report.valid, "frictionless: the package is not valid")
    rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    print(f"{len(report.tasks)} resources, {rows:,} rows")
    tally.finish()


if __name__ == "__main__":
    main()
