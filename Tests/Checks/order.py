#!/usr/bin/env python3
"""The order that `check` reads from Attack Flows, against paths that are listed one by one: `order.py TOOL BUNDLE`.

The flows lie beside the project, in ../shared/flows and ../shared/reports. Each file is read here anew. Its graph is a list of
arrows; every path without a cycle is followed from each action to the next actions, through conditions and operators only.
`order.py --list BUNDLE` shows what each flow gives, without the tool, and in how many sources the pairs are.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

SHARED = Path("../shared")
BETWEEN = {"condition", "AND_operator", "OR_operator", "and", "or", "attack-condition", "attack-operator"}
MITRE = {"mitre-attack", "mitre-mobile-attack", "mitre-ics-attack"}


class Techniques:
    """The live techniques of a bundle, and where revoked ones lead."""

    def __init__(self, bundle):
        objects = json.loads(Path(bundle).read_text())["objects"]
        patterns = {o["id"]: o for o in objects if o["type"] == "attack-pattern"}
        successors = {o["source_ref"]: o["target_ref"] for o in objects
                      if o["type"] == "relationship" and o["relationship_type"] == "revoked-by"}
        self.names = {}
        self.live = {}
        for stix, pattern in patterns.items():
            names = [reference["external_id"] for reference in pattern.get("external_references", [])
                     if reference.get("source_name") in MITRE]
            end, seen = stix, set()
            while patterns.get(end, {}).get("revoked") and end in successors and end not in seen:
                seen.add(end)
                end = successors[end]
            target = patterns.get(end, {})
            is_live = target and not target.get("revoked") and not target.get("x_mitre_deprecated")
            for name in names:
                self.names[stix] = name
                if name not in self.live or stix == end:
                    self.live[name] = end if is_live else None

    def of(self, written):
        """The live id of what an action says; `None` where there is none."""
        name = self.names.get(written, (written or "").strip().upper().replace("/", "."))
        stix = self.live.get(name)
        return self.names[stix] if stix else None


def value(pairs, name):
    return next((pair[1] for pair in pairs or [] if pair[0] == name), None)


def builder(objects, kind, own, holds):
    """Kinds, techniques and arrows of a Builder's file; `holds` gives the line ends at an object, and whether the branch is a failed one."""
    kinds = {o[own]: o[kind] for o in objects}
    techniques = {}
    for o in objects:
        if o[kind] == "action":
            chosen = value(value(o["properties"], "ttp"), "technique")
            written = chosen or value(o["properties"], "technique_id")
            if not {"ttp", "technique_id"} & {pair[0] for pair in o["properties"]}:
                written = value(o["properties"], "technique_ref")
            techniques[o[own]] = written
    at = {end: (o[own], failed) for o in objects for end, failed in holds(o)}
    arrows = []
    for o in objects:
        if o[kind] == "dynamic_line":
            source, target = o["source"], o["target"]
        elif o[kind].startswith("@__builtin__line_") and o.get("children"):
            ends = {kinds.get(child): child for child in o["children"]}
            source, target = ends.get("@__builtin__line_source"), ends.get("@__builtin__line_target")
        else:
            continue
        if source in at and target in at:
            arrows.append((at[source][0], at[target][0], at[source][1]))
    return kinds, techniques, arrows


def version3(flow):
    latches = {o["instance"]: o.get("latches", []) for o in flow["objects"]}

    def holds(o):
        return [(latch, name == "branch:False") for name, anchor in o.get("anchors", {}).items()
                for latch in latches.get(anchor, [])]
    return builder(flow["objects"], "id", "instance", holds)


def version2(flow):
    known = {o["id"]: o for o in flow["objects"]}

    def holds(o):
        anchors = [known[child] for child in o.get("children", []) if child in known]
        return [(end, anchor["template"] == "false_anchor") for anchor in anchors
                if anchor["template"].endswith("anchor") for end in anchor.get("children", [])]
    return builder(flow["objects"], "template", "id", holds)


def stix(flow):
    kinds = {o["id"]: o["type"] for o in flow["objects"]}
    techniques = {o["id"]: o.get("technique_id") or o.get("technique_ref") for o in flow["objects"]
                  if o["type"] == "attack-action"}
    arrows = [(o["id"], target, key == "on_false_refs") for o in flow["objects"]
              for key in ("effect_refs", "on_true_refs", "on_false_refs") for target in o.get(key, [])]
    arrows += [(o["source_ref"], o["target_ref"], False) for o in flow["objects"]
               if o["type"] == "relationship" and o["relationship_type"] == "related-to"]
    return kinds, techniques, arrows


def scope(flow):
    for o in flow["objects"]:
        if "flow" in (o.get("id"), o.get("template")):
            return value(o["properties"], "scope")
        if o.get("type") == "attack-flow":
            return o.get("scope")
    return None


def addresses(flow):
    """What a flow cites, without what makes no difference between two addresses; its own id, where it cites nothing."""
    own = [o for o in flow["objects"] if "flow" in (o.get("id"), o.get("template")) or o.get("type") == "attack-flow"]
    found = []
    for o in own:
        listed = (value(o["properties"], "external_references") if "properties" in o
                  else [(None, list(reference.items())) for reference in o.get("external_references", [])])
        found += [value(reference[1], "url") for reference in listed or []]
    texts = [re.sub("^https?://(www[.])?", "", found.strip()).split("#")[0].rstrip("/") for found in found if found]
    telling = [text for text in texts if not text.startswith("attack.mitre.org") and "." in text]
    return set(telling) or {o.get("instance") or o["id"].split("--")[-1] for o in own}


def sources(flows):
    """Flows that have an address in common, directly or through others, as sets of their numbers."""
    groups = []
    for number, cited in enumerate(flows):
        joined = [group for group in groups if group[1] & cited]
        groups = [group for group in groups if group not in joined]
        groups.append(({number}.union(*(group[0] for group in joined)), cited.union(*(group[1] for group in joined))))
    return [group[0] for group in groups]


def book(flows):
    """How many pairs there are, and how many of them in two sources or more."""
    groups = sources([cited for cited, _ in flows])
    counts = {}
    for group in groups:
        for pair in {pair for number in group for pair in flows[number][1]}:
            counts[pair] = counts.get(pair, 0) + 1
    return len(groups), len(counts), sum(count > 1 for count in counts.values())


def next_actions(start, kinds, after, path=(), failed=False):
    """The actions that the paths from an object come to first; a path never comes to an object twice."""
    for target, is_false in after.get(start, []):
        if kinds.get(target) in ("action", "attack-action"):
            yield target, failed or is_false
        elif kinds.get(target) in BETWEEN and target not in path:
            yield from next_actions(target, kinds, after, (*path, target), failed or is_false)


def pairs(path, known):
    """The number of actions, and for each ordered pair of techniques whether all that gives it is a failed branch."""
    flow = json.loads(Path(path).read_text())
    read = version3 if "schema" in flow else version2 if "version" in flow else stix
    kinds, techniques, arrows = read(flow)
    if scope(flow) == "attack-tree":
        return len(techniques), None
    after = {}
    for source, target, failed in arrows:
        after.setdefault(source, []).append((target, failed))
    found = {}
    for action, written in techniques.items():
        for other, failed in next_actions(action, kinds, after):
            pair = (known.of(written), known.of(techniques[other]))
            if None not in pair and pair[0] != pair[1]:
                found[pair] = found.get(pair, True) and failed
    return len(techniques), found


def check(tool, bundle, path):
    """The tool's pairs of a file, in the same form."""
    command = [tool, "check", "--bundle", bundle, "--format", "json", str(path)]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    report, = answer["files"][0]["reports"]
    if "pairs" not in report:
        return None
    assert report["order"] == "drawn", path
    for key in ("pairs", "pairs_on_failure"):
        assert report[key] == sorted(report[key]), f"{path}: {key} are not sorted"
    return ({tuple(pair): False for pair in report["pairs"]}
            | {tuple(pair): True for pair in report["pairs_on_failure"]})


def main():
    paths = sorted([*(SHARED / "flows").glob("*/*.json"), *(SHARED / "flows").glob("*/*.afb"),
                    *(SHARED / "reports").glob("attack-flow-*")])
    tool, bundle = sys.argv[1:3]
    if not paths or not Path(bundle).is_file():
        print("SKIPPED: no ../shared/flows, or no bundle; the order of flows was not checked")
        return
    known = Techniques(bundle)
    flows = []
    for path in paths:
        count, wanted = pairs(path, known)
        if tool == "--list":
            print(f"{path}: {count} actions, {len(wanted)} pairs, {sum(wanted.values())} on failure")
            flows.append((addresses(json.loads(path.read_text())), wanted))
            continue
        found = check(tool, bundle, path)
        assert found == wanted, f"{path}: {set((found or {}).items()) ^ set((wanted or {}).items())}"
        if path.stem == "Equifax Breach":
            assert (count, len(wanted)) == (12, 13), path
    if tool == "--list":
        print("%d flows are %d sources of %d pairs, %d of them in two or more" % (len(flows), *book(flows)))
    else:
        print(f"ok: the order of {len(paths)} Attack Flows is that of a walk along every path")


if __name__ == "__main__":
    main()
