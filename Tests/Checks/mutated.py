"""mutated.py BUNDLE TOOL: makes the next release of a bundle, and looks that `diff` and `build` tell just what was done.

A tactic gets another name and short name, one is added after it and takes a technique over, two techniques become a new
one, one is renamed, and every address is written otherwise: https for http and the reverse, or the Web Archive's copy.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from changes import Release, is_live, own_id
from tables import rows
from tally import Tally

LATER = "2099-01-01T00:00:00.000Z"
NEW_TECHNIQUE, NEW_TACTIC = "T9990", "TA9990"
ARCHIVE = "https://web.archive.org/web/20200101000000/"


class Mutation:
    """The entries of a bundle, changed; what was chosen stands in its attributes."""

    def __init__(self, path):
        self.bundle = json.loads(Path(path).read_text(encoding="utf-8"))
        self.entries = self.bundle["objects"]
        self.before = Release(path)
        self.by_stix = {entry["id"]: entry for entry in self.entries}
        subs = set(self.before.parents) | set(self.before.parents.values())
        cited = {link["target_ref"] for link in self.entries
                 if link.get("relationship_type") == "uses" and is_live(link) and link.get("external_references")}
        self.free = sorted(identifier for identifier, entry in self.before.live["technique"].items()
                           if identifier not in subs and entry["id"] in cited)
        self.rename_tactic()
        self.add_tactic()
        self.merge()
        self.rename()
        for number, url in enumerate(self.references()):
            url["url"] = self.otherwise(url["url"], number)
        for entry in self.entries:
            if entry["type"] == "x-mitre-collection":
                entry["modified"], entry["x_mitre_version"] = LATER, "99.0"

    def technique(self, place):
        return self.before.live["technique"][self.free[place]]["id"]

    def rename_tactic(self):
        self.renamed_tactic = self.before.order[6]
        tactic = next(entry for entry in self.entries if entry["type"] == "x-mitre-tactic"
                      and is_live(entry) and own_id(entry) == self.renamed_tactic)
        old, self.tactic_name = tactic["x_mitre_shortname"], tactic["name"]
        tactic["name"], tactic["x_mitre_shortname"], tactic["modified"] = "Other Words", "other-words", LATER
        for entry in self.entries:
            for phase in entry.get("kill_chain_phases", []):
                if phase["phase_name"] == old:
                    phase["phase_name"] = "other-words"

    def add_tactic(self):
        matrix = next(entry for entry in self.entries if entry["type"] == "x-mitre-matrix" and is_live(entry))
        like = next(self.by_stix[stix] for stix in matrix["tactic_refs"]
                    if own_id(self.by_stix[stix]) == self.renamed_tactic)
        new = json.loads(json.dumps(like))
        new.update(id="x-mitre-tactic--99999999-0000-4000-8000-000000000000", name="Newly Made",
                   x_mitre_shortname="newly-made")
        new["external_references"][0]["external_id"] = NEW_TACTIC
        matrix["tactic_refs"].insert(matrix["tactic_refs"].index(like["id"]) + 1, new["id"])
        self.entries.append(new)
        self.moved = self.free[0]
        moved = self.by_stix[self.technique(0)]
        moved["kill_chain_phases"] = [dict(moved["kill_chain_phases"][0], phase_name="newly-made")]

    def merge(self):
        self.merged = self.free[1:3]
        new = json.loads(json.dumps(self.by_stix[self.technique(1)]))
        new.update(id="attack-pattern--99999999-0000-4000-8000-000000000000", name="Two In One", modified=LATER)
        for reference in new["external_references"]:
            if own_id({"external_references": [reference]}):
                reference["external_id"] = NEW_TECHNIQUE
        self.entries.append(new)
        for place in (1, 2):
            old = self.by_stix[self.technique(place)]
            old["revoked"], old["modified"] = True, LATER
            self.entries.append({
                "type": "relationship", "id": f"relationship--99999999-0000-4000-8000-00000000000{place}",
                "spec_version": "2.1", "created": LATER, "modified": LATER, "relationship_type": "revoked-by",
                "source_ref": old["id"], "target_ref": new["id"]})

    def rename(self):
        self.renamed = self.free[3]
        entry = self.by_stix[self.technique(3)]
        self.old_name, entry["name"], entry["modified"] = entry["name"], "Quite Another Name", LATER

    def references(self):
        """Those with an address that may be written in several ways, but for objects' own."""
        for entry in self.entries:
            for reference in entry.get("external_references", []):
                if reference.get("url", "").startswith("http") and not own_id({"external_references": [reference]}):
                    yield reference

    @staticmethod
    def otherwise(url, number):
        if number % 2 and "web.archive.org" not in url:
            return ARCHIVE + url
        scheme, rest = url.split("://", 1)
        return ("http" if scheme == "https" else "https") + "://" + rest


def main():
    path, tool = sys.argv[1:]
    mutation, tally = Mutation(path), Tally()
    with tempfile.TemporaryDirectory() as folder:
        later = Path(folder) / "later.json"
        later.write_text(json.dumps(mutation.bundle), encoding="utf-8")
        quiet = {"check": True, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        answer = json.loads(subprocess.run([tool, "diff", "--format", "json", path, later], **quiet).stdout)
        told = [line(row["object_type"], row["change"], row["id"], row["before"], row["after"])
                for row in answer["changes"]]
        tactics = answer_tactics(mutation)
        tally.same(sorted(told), sorted([
            line("tactic", "renamed", mutation.renamed_tactic, [mutation.tactic_name], ["Other Words"]),
            line("tactic", "new", NEW_TACTIC, [], [NEW_TACTIC]),
            line("technique", "new", NEW_TECHNIQUE, mutation.merged, [NEW_TECHNIQUE]),
            *(line("technique", "merged", old, mutation.merged, [NEW_TECHNIQUE]) for old in mutation.merged),
            line("technique", "renamed", mutation.renamed, [mutation.old_name], ["Quite Another Name"]),
            line("technique", "tactics", mutation.moved, tactics, [NEW_TACTIC]),
        ]), "changes")
        tally.equal(answer["reports"]["new"], [], "new reports")
        ids = [{row["id"] for row in rows(build(tool, bundle, Path(folder) / name) / "data/reports.csv")}
               for bundle, name in ((path, "before"), (later, "now"))]
        tally.equal(ids[0] ^ ids[1], set(), f"ids of {len(ids[0])} reports, not kept")
    tally.finish()


def line(kind, change, identifier, before, after):
    return kind, change, identifier, "; ".join(sorted(before)), "; ".join(sorted(after))


def answer_tactics(mutation):
    """The ids of the tactics that the moved technique had before."""
    phases = Release.phases(mutation.before.live["technique"][mutation.moved])
    return sorted(mutation.before.tactics[name][0] for name in phases)


def build(tool, bundle, site):
    subprocess.run([tool, "build", bundle, "--output", site], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return site


if __name__ == "__main__":
    main()
