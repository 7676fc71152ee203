#!/usr/bin/env python3
"""What CALDERA's abilities enable, worked out apart from the tool: `abilities.py TOOL [FOLDER]`.

The folder is ../shared/abilities unless one is named. The rules are read off the abilities here a second time, edges are
made of them, and both are compared with what `TOOL import-abilities FOLDER` writes. Those of CALDERA's own 209 abilities
have known numbers. At the end the capabilities that come with the tool are read too.
"""
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import yaml

ABILITIES = Path("../shared/abilities")
SHIPPED = Path("Site/capabilities.yml")
LEFT_OUT = {"host.user.name", "host.system.path", "host.print.file", "host.chrome.bookmark_title"}
ALIASES = {"remote.host.name": "remote.host.fqdn"}
ASKING = {"basic", "req_like", "reachable", "existential"}


def abilities(folder):
    for path in sorted(folder.rglob("*.yml")):
        for document in yaml.load_all(path.read_text(), yaml.BaseLoader):
            yield from document if isinstance(document, list) else [document]


def executors(ability):
    """The body of each way to run it, and the settings of its parsers; the shape v1 first, then v0."""
    for body in ability.get("executors") or []:
        yield body, [each for parser in body.get("parsers") or [] for each in parser["parserconfigs"]]
    for ways in (ability.get("platforms") or {}).values():
        for body in ways.values():
            yield body, [each for settings in (body.get("parsers") or {}).values() for each in settings]


def requirements(ability):
    for entry in ability.get("requirements") or []:
        modules = {entry["module"]: entry["relationship_match"]} if "module" in entry else entry
        for module, links in modules.items():
            yield from (link for link in links if module.split(".")[-1] in ASKING and link.get("edge"))


class Facts:
    """What an ability takes and reads, before it is known what others give."""

    def __init__(self, ability, aliases):
        name = lambda fact: aliases.get(fact, fact)
        self.id = ability["id"]
        self.technique = (ability.get("technique_id") or ability["technique"]["attack_id"]).strip()
        self.consumed, self.read, self.relations = set(), set(), set()
        for body, settings in executors(ability):
            for trait in re.findall(r"#\{([^}]*)\}", body.get("command") or ""):
                trait = re.sub(r"\[.*", "", trait).strip()
                if re.fullmatch(r"\w+(\.\w+)+", trait, re.ASCII):
                    self.consumed.add(name(trait))
            for link in settings:
                self.read |= {name(link[end]) for end in ("source", "target") if link.get(end)}
                if link.get("edge"):
                    self.relations.add((name(link["source"]), link["edge"]))
        self.read -= self.consumed
        self.required = [(name(link["source"]), link["edge"], name(link.get("target") or ""))
                         for link in requirements(ability)]


def procedures(folder, aliases=ALIASES):
    """By the id of each ability: its technique, what it needs, what it gives."""
    facts = [Facts(ability, aliases) for ability in abilities(folder)]
    answer = {}
    for ability in facts:
        needs = set(ability.consumed)
        for source, edge, target in ability.required:
            for giver in facts:
                if (source, edge) in giver.relations:
                    needs -= giver.read & {source, target}
        needs |= {f"{source}:{edge}" for source, edge, _ in ability.required}
        gives = (ability.read | {":".join(relation) for relation in ability.relations}) - needs
        answer[ability.id] = ability.technique, needs - LEFT_OUT, gives - LEFT_OUT
    return answer


def written(tool, folder):
    """The same, as the tool writes it."""
    text = subprocess.run([tool, "import-abilities", folder], check=True, capture_output=True, text=True).stdout
    file = yaml.load(text, yaml.BaseLoader)
    used = {fact for one in file["procedures"] for fact in one.get("needs", []) + one.get("gives", [])}
    assert set(file["facts"]) == used, "facts with words that are not those that are used"
    answer = {one["source"].removeprefix("CALDERA ability "):
              (one["technique"], set(one.get("needs", [])), set(one.get("gives", []))) for one in file["procedures"]}
    assert len(answer) == len(file["procedures"]), "two procedures of one ability"
    return answer


def edges(procedures):
    givers = defaultdict(set)
    for technique, _, gives in procedures:
        for fact in gives:
            givers[fact].add(technique)
    return {(giver, technique, fact) for technique, needs, _ in procedures for fact in needs
            for giver in givers[fact] if giver != technique}


def pairs(procedures):
    return {(giver, taker) for giver, taker, _ in edges(procedures)}


def shipped():
    """The tool's own: each fact has words, and is given and needed; nobody needs what nobody gives."""
    file = yaml.safe_load(SHIPPED.read_text())
    every = [(one["technique"], set(one.get("needs", [])), set(one.get("gives", []))) for one in file["procedures"]]
    given = set().union(*(gives for _, _, gives in every))
    needed = set().union(*(needs for _, needs, _ in every))
    assert given == needed == set(file["facts"]), given ^ needed ^ set(file["facts"])
    return len(every), len(pairs(every))


def main(tool, folder=None):
    print("{} procedures of the tool's own give {} pairs of techniques".format(*shipped()))
    folder = Path(folder or ABILITIES)
    if not folder.is_dir():
        print(f"SKIPPED: no abilities in {folder}")
        return
    own, tools = procedures(folder), written(tool, folder)
    assert own.keys() == tools.keys(), own.keys() ^ tools.keys()
    for name in own:
        assert own[name] == tools[name], f"{name}: expected {own[name]}, found {tools[name]}"
    found = edges(own.values())
    assert found == edges(tools.values())
    if folder == ABILITIES:
        plain = pairs(procedures(folder, {}).values())
        assert (len(own), len(plain), len({end for pair in plain for end in pair})) == (209, 76, 38), len(plain)
        assert pairs(own.values()) - plain == {("T1018", "T1021.006")} and plain <= pairs(own.values())
        before = {giver for giver, taker in plain if taker == "T1047"}
        assert before == {"T1003.001", "T1016", "T1018", "T1021.002", "T1069.002"}, before
    print(f"{len(own)} abilities: {len(found)} edges, {len(pairs(own.values()))} pairs of techniques, as the tool has them")


if __name__ == "__main__":
    main(*sys.argv[1:])
