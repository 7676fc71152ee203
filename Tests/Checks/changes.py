"""changes.py OLD NEW TOOL [ROOT]: reads two releases anew, tells what became of every object, and compares that with `diff`.

An independent reading of the rules: it shares no code with the tool, and takes no order from it. With ROOT, a site of NEW
that was built with `--previous OLD`, its tables have to say the same.
"""
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from tables import rows
from tally import Tally

CATALOGUES = {"mitre-attack", "mitre-mobile-attack", "mitre-ics-attack"}
KINDS = {"attack-pattern": "technique", "intrusion-set": "group", "malware": "software", "tool": "software",
         "campaign": "campaign"}


def is_live(entry):
    return not entry.get("revoked") and not entry.get("x_mitre_deprecated")


def own_id(entry):
    return next((reference["external_id"] for reference in entry.get("external_references", [])
                 if reference.get("source_name") in CATALOGUES and reference.get("external_id")), None)


class Release:
    """What a bundle holds: live objects by kind and id, tactics in order, and who replaced whom."""

    def __init__(self, path):
        entries = json.loads(Path(path).read_text(encoding="utf-8"))["objects"]
        self.by_stix = {entry["id"]: entry for entry in entries}
        self.live = defaultdict(dict)
        self.dead = defaultdict(list)
        for entry in entries:
            kind = KINDS.get(entry["type"])
            if kind and is_live(entry):
                self.live[kind][own_id(entry)] = entry
            elif kind:
                self.dead[own_id(entry)].append(entry["id"])
        self.next = defaultdict(set)
        self.parents = {}
        for link in entries:
            if link["type"] != "relationship" or not is_live(link):
                continue
            if link["relationship_type"] == "revoked-by":
                self.next[link["source_ref"]].add(link["target_ref"])
            elif link["relationship_type"] == "subtechnique-of":
                ends = [self.by_stix.get(link[end]) for end in ("source_ref", "target_ref")]
                if all(ends) and all(map(is_live, ends)):
                    self.parents[own_id(ends[0])] = own_id(ends[1])
        self.read_tactics(entries)

    def read_tactics(self, entries):
        """Tactics by short name, with id (none before v3) and name; `order` are the ids as a live matrix has them."""
        objects = [entry for entry in entries if entry["type"] == "x-mitre-tactic" and is_live(entry)]
        self.tactics = {entry["x_mitre_shortname"]: (own_id(entry), entry["name"]) for entry in objects}
        for entry in self.live["technique"].values():
            for name in self.phases(entry):
                title = " ".join(word if word == "and" else word.capitalize() for word in name.split("-"))
                self.tactics.setdefault(name, (None, title))
        self.order = [own_id(self.by_stix[reference]) for matrix in entries
                      if matrix["type"] == "x-mitre-matrix" and is_live(matrix)
                      for reference in matrix["tactic_refs"] if is_live(self.by_stix[reference])]

    @staticmethod
    def phases(technique):
        return {phase["phase_name"] for phase in technique.get("kill_chain_phases", [])}

    def ends(self, identifier):
        """The ids of all live objects that a dead one became; None where the release does not have it at all."""
        if identifier not in self.dead:
            return None
        found, seen, open_ends = set(), set(), list(self.dead[identifier])
        while open_ends:
            stix = open_ends.pop()
            if stix in seen or stix not in self.by_stix:
                continue
            seen.add(stix)
            if is_live(self.by_stix[stix]):
                found.add(own_id(self.by_stix[stix]))
            else:
                open_ends += self.next[stix]
        return found


def objects(kind, old, new):
    """New, renamed and ended ones of a kind, as (kind, change, id, name, before, after)."""
    before, now = old.live[kind], new.live[kind]
    ends = {identifier: new.ends(identifier) for identifier in before if identifier not in now}
    sources = defaultdict(set)  # of what is live now: what it stands for
    origins = defaultdict(set)
    for identifier in before:
        if identifier in now:
            sources[identifier].add(identifier)
        elif ends[identifier] and len(ends[identifier]) == 1:
            sources[min(ends[identifier])].add(identifier)
        for end in ends.get(identifier) or ():
            origins[end].add(identifier)
    for identifier, entry in now.items():
        if identifier not in before:
            yield kind, "new", identifier, entry["name"], origins[identifier], {identifier}
        elif before[identifier]["name"] != entry["name"]:
            yield kind, "renamed", identifier, entry["name"], {before[identifier]["name"]}, {entry["name"]}
    for identifier, targets in ends.items():
        change, origin = "split", {identifier}
        if targets is None:
            change, targets = "gone", set()
        elif not targets:
            change = "retired"
        elif len(targets) == 1:
            merged = sources[min(targets)]
            change, origin = ("merged", merged) if len(merged) > 1 else ("replaced", origin)
        yield kind, change, identifier, before[identifier]["name"], origin, targets


def same_tactics(old, new):
    """For each short name of the older release that of the same tactic in the newer one."""
    ids = {identifier: name for name, (identifier, _) in new.tactics.items() if identifier}
    found = {}
    for name, (identifier, _) in old.tactics.items():
        if identifier in ids:
            found[name] = ids[identifier]
        elif name in new.tactics and not (identifier and new.tactics[name][0]):
            found[name] = name
    return found


def tactics(old, new):
    same = same_tactics(old, new)
    for name, (identifier, title) in old.tactics.items():
        if name not in same:
            yield "tactic", "removed", identifier or name, title, {identifier or name}, set()
        elif new.tactics[same[name]][1] != title:
            label = new.tactics[same[name]][0] or same[name]
            own = new.tactics[same[name]][1]
            yield "tactic", "renamed", label, own, {title}, {own}
    for name, (identifier, title) in new.tactics.items():
        if name not in same.values():
            yield "tactic", "new", identifier or name, title, set(), {identifier or name}


def moves(old, new):
    """Techniques of other tactics, and of another parent."""
    same = same_tactics(old, new)
    for identifier, entry in new.live["technique"].items():
        if identifier not in old.live["technique"]:
            continue
        before = {same.get(name, "before " + name) for name in old.phases(old.live["technique"][identifier])}
        now = new.phases(entry)
        label = {name: new.tactics[name][0] or name for name in new.tactics}
        if before != now:
            old_labels = {label[name] if name in label else old.tactics[name.removeprefix("before ")][0]
                          or name.removeprefix("before ") for name in before}
            yield "technique", "tactics", identifier, entry["name"], old_labels, {label[name] for name in now}
        parents = [{release.parents.get(identifier, identifier.split(".")[0])} for release in (old, new)]
        if "." in identifier and parents[0] != parents[1]:
            yield "technique", "parent", identifier, entry["name"], *parents


def longest_rise(numbers):
    """How many of a list keep their order at most."""
    lengths = []
    for index, number in enumerate(numbers):
        lengths.append(1 + max((lengths[other] for other in range(index) if numbers[other] < number), default=0))
    return max(lengths, default=0)


def check_order(tally, old, new, found):
    """As few tactics as can be are said to have moved, and without them the order is the same."""
    moved = {row["id"] for row in found}
    before = [identifier for identifier in old.order if identifier in new.order]
    now = [identifier for identifier in new.order if identifier in old.order]
    tally.equal(len(moved), len(now) - longest_rise([before.index(identifier) for identifier in now]), "moved tactics")
    tally.equal([identifier for identifier in now if identifier not in moved],
                [identifier for identifier in before if identifier not in moved], "the order of the others")
    for row in found:
        places = [[str(order.index(row["id"]) + 1)] for order in (before, now)]
        tally.equal([row["before"], row["after"]], places, f"the places of {row['id']}")


def line(kind, change, identifier, name, before, after):
    return kind, change, identifier, name, " ".join(sorted(before)), " ".join(sorted(after))


def main():
    old_path, new_path, tool, *root = sys.argv[1:]
    old, new = Release(old_path), Release(new_path)
    expected = [line(*row) for kind in dict.fromkeys(KINDS.values()) for row in objects(kind, old, new)]
    expected += [line(*row) for row in tactics(old, new)] + [line(*row) for row in moves(old, new)]
    answer = json.loads(subprocess.run([tool, "diff", "--format", "json", old_path, new_path], check=True,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
    tally = Tally()
    keys = ["object_type", "change", "id", "name", "before", "after"]
    told = [row for row in answer["changes"] if row["change"] != "moved"]
    tally.same(sorted(line(*(row[key] for key in keys)) for row in told), sorted(expected), "changes")
    check_order(tally, old, new, [row for row in answer["changes"] if row["change"] == "moved"])
    for change in sorted({row[1] for row in expected}):
        print(f"{change}: {sum(row[1] == change for row in expected)}")
    check_relations(tally, answer)
    if root:
        check_tables(tally, answer, Path(root[0]) / "data")
    tally.finish()


def check_relations(tally, answer):
    """No share of fewer than twenty reports is ranked, before or now; a pair is told once."""
    for row in answer["newcomers"]:
        name = f"{row['newcomer']} in the ten of {row['technique']}"
        tally.check(row["reports_before"] >= 20 and row["reports_now"] >= 20, f"{name}: of fewer than twenty reports")
        tally.check(row["place"] <= 10 and (row["place_before"] or 11) > 10, f"{name}: its places")
    pairs = [(row["technique_a"], row["technique_b"]) for row in answer["pairs"]]
    tally.equal(len(set(pairs)), len(pairs), "pairs told once")


def check_tables(tally, answer, data):
    """The tables of a site say what `diff` says."""
    for name, key in [("changes", "changes"), ("changed-pairs", "pairs")]:
        table = rows(data / f"{name}.csv")
        tally.equal(len(table), len(answer[key]), f"rows of {name}.csv")
        for found, row in zip(table, answer[key]):
            for column, cell in found.items():
                value = row[column]
                if isinstance(value, float):
                    tally.check(abs(float(cell) - value) < 1e-6, f"{name}.csv, {column}: {cell}, not {value}")
                else:
                    text = " ".join(value) if isinstance(value, list) else "" if value is None else str(value)
                    tally.equal(cell.removeprefix("'"), text, f"{name}.csv, {column}")


if __name__ == "__main__":
    main()
