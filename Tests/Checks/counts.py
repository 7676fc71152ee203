"""counts.py BUNDLE... -- ROOT: reads the bundles anew; compares reports, techniques, pairs and traces with ROOT/data.

An independent second reading of the rules: it shares no code with the site generator.
Without `-- ROOT` it prints what it counted.
"""
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tables import rows
from tally import Tally

ATTACK_SOURCES = {
    "mitre-attack", "mitre-mobile-attack", "mitre-ics-attack", "mitre-pre-attack", "mitre-attack-mobile",
}
ACTORS = {"intrusion-set": "groups", "malware": "software", "tool": "software", "campaign": "campaigns"}
DETECTORS = {"x-mitre-detection-strategy", "x-mitre-data-component"}
MONTHS = "January February March April May June July August September October November December".split()


# ---------------------------------------------------------------- the identity of a report

def report_key(reference):
    """What makes two citations one report: the URL without what varies, else the folded name; None for neither."""
    url = reference.get("url")
    if isinstance(url, str) and url.strip():
        return url_key(url.strip())
    name = " ".join(str(reference.get("source_name") or "").split()).lower()
    return f"name:{name}" if name else None


def url_key(url):
    while archived := re.match(r"(?i:https?://web\.archive\.org)/web/[0-9]+[a-z_]*/(.*)", url, re.S):
        url = re.sub(r"^(https?):/+", r"\1://", archived.group(1), flags=re.I)
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", url):
            url = "http://" + url
    rest = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", url).split("#")[0]
    rest, _, query = rest.partition("?")
    host, slash, path = rest.partition("/")
    host = host.lower().removeprefix("www.")
    return (host + slash + path).rstrip("/") + (f"?{query}" if query else "")


def fnv64(text):
    value = 14695981039346656037
    for byte in text.encode():
        value = (value ^ byte) * 1099511628211 % 2 ** 64
    return value


def report_id(key):
    words = re.sub("[^A-Za-z0-9]+", "-", key).lower()
    return f"{words[:60]}-{fnv64(key) >> 32:08x}"


def dates(description):
    """Every date that a reference may mean: `2016`, `2016-11`, `2016-11-30`."""
    for year, month, day in re.findall(r"\((\d{4})(?:, ([A-Z][a-z]+)\.?(?: (\d{1,2}))?)?\)", description):
        found = year
        number = next((i + 1 for i, m in enumerate(MONTHS) if month and m.startswith(month)), None)
        if number:
            found += f"-{number:02}" + (f"-{int(day):02}" if day else "")
        yield found


# ---------------------------------------------------------------- reading

def merged(bundles):
    """Objects by id: the newest `modified` wins, on equal ones the later in reading order."""
    objects = {}
    for bundle in bundles:
        for item in json.loads(Path(bundle).read_text(encoding="utf-8"))["objects"]:
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                before = objects.get(item["id"])
                if before is None or item.get("modified", "") >= before.get("modified", ""):
                    objects[item["id"]] = item
    return objects


def attack_id(item):
    references = item.get("external_references") or []
    return next((r["external_id"] for r in references
                 if r.get("source_name") in ATTACK_SOURCES and isinstance(r.get("external_id"), str)), None)


def live(item):
    return not item.get("revoked") and not item.get("x_mitre_deprecated")


class Reading:
    """techniques: id -> name; parents: id -> id; reports: key -> technique ids; citing: key -> actor ids;
    dates: key -> dates; users: technique id -> actor kind -> actor ids; uncited: how many `uses` name no report."""

    def __init__(self, bundles):
        self.objects = merged(bundles)
        self.relations = [o for o in self.objects.values() if o.get("type") == "relationship"]
        self.successors = {r["source_ref"]: r["target_ref"] for r in self.relations
                           if r["relationship_type"] == "revoked-by"}
        self.techniques = {attack_id(o): o["name"] for o in self.objects.values() if self.is_technique(o)}
        self.parents = {}
        self.own, self.employs = defaultdict(set), defaultdict(set)
        self.reports, self.citing, self.dates = defaultdict(set), defaultdict(set), defaultdict(set)
        self.users = defaultdict(lambda: defaultdict(set))
        self.uncited = 0
        self.detectors = defaultdict(list)
        for relation in self.relations:
            self.read(relation)

    def is_technique(self, item):
        return (item.get("type") == "attack-pattern" and live(item) and isinstance(item.get("name"), str)
                and re.fullmatch(r"T\d{4}(\.\d{3})?", attack_id(item) or "", re.A) is not None)

    def read(self, relation):
        source, target = self.objects.get(relation["source_ref"], {}), self.end(relation["target_ref"])
        if not live(relation) or not live(source) or target is None:
            return
        if relation["relationship_type"] == "subtechnique-of" and self.is_technique(source):
            self.parents[attack_id(source)] = attack_id(target)
        elif relation["relationship_type"] == "uses" and source.get("type") in ACTORS and self.is_technique(target):
            self.own[source["id"]].add(attack_id(target))
            self.read_use(relation, source, attack_id(target))
        elif (relation["relationship_type"] == "detects" and source.get("type") in DETECTORS
              and self.is_technique(target)):
            self.detectors[attack_id(target)].append(source)
        elif relation["relationship_type"] == "uses" and source.get("type") in ACTORS and self.is_software(target):
            self.employs[source["id"]].add(target["id"])

    def is_software(self, item):
        return ACTORS.get(item.get("type")) == "software" and live(item)

    def bases(self):
        """basis -> the technique ids of each row that has any, and of the groups' software: `data/bases.csv` counts these."""
        groups = {i: ids for i, ids in self.own.items() if i.startswith("intrusion-set--")}
        users = {i: tools for i, tools in self.employs.items() if i.startswith("intrusion-set--")}
        whole = [groups.get(i, set()).union(*(self.own[s] for s in users.get(i, ()))) for i in {*groups, *users}]
        return {
            "group": list(groups.values()), "group-with-software": [row for row in whole if row],
            "campaign": [ids for i, ids in self.own.items() if i.startswith("campaign--")],
        }, [self.own[s] for s in set().union(*users.values())]

    def end(self, identity):
        """The live object that a reference leads to, through all successors of a revoked one."""
        seen = set()
        while self.objects.get(identity, {}).get("revoked") and identity not in seen:
            seen.add(identity)
            identity = self.successors.get(identity)
        item = self.objects.get(identity)
        return item if item is not None and live(item) else None

    def read_use(self, relation, source, technique):
        self.users[technique][ACTORS[source["type"]]].add(attack_id(source))
        references = relation.get("external_references") or []
        self.uncited += not references
        for reference in references:
            key = report_key(reference)
            if key:
                self.reports[key].add(technique)
                self.citing[key].add(attack_id(source))
                self.dates[key].update(dates(reference.get("description") or ""))

    def traces(self):
        """Each (technique, platform, component, log source, channel), by the newest way of telling that it has."""
        for item in filter(self.is_technique, self.objects.values()):
            technique = attack_id(item)
            detectors = self.detectors.get(technique)
            strategies = [d for d in detectors or [] if d["type"] == "x-mitre-detection-strategy"]
            if strategies:
                yield from ((technique, *trace) for s in strategies for trace in self.strategy_traces(s))
            elif detectors is not None:
                for component in detectors:
                    source = self.living(component.get("x_mitre_data_source_ref"), "x-mitre-data-source")
                    yield technique, "", component["name"].strip(), source.get("name", "").strip(), ""
            else:
                for text in item.get("x_mitre_data_sources") or []:
                    source, colon, component = text.partition(":")
                    yield (technique, "", component.strip(), source.strip(), "") if colon else (
                        technique, "", text.strip(), "", "")

    def strategy_traces(self, strategy):
        for analytic in strategy.get("x_mitre_analytic_refs") or []:
            analytic = self.living(analytic, "x-mitre-analytic")
            for log in analytic.get("x_mitre_log_source_references") or []:
                component = self.living(log["x_mitre_data_component_ref"], "x-mitre-data-component")
                for platform in analytic.get("x_mitre_platforms") or [""]:
                    if component.get("name"):
                        # ATT&CK for ICS writes `None` for nothing.
                        yield tuple("" if text == "None" else text for text in (
                            platform, component["name"].strip(), (log.get("name") or "").strip(),
                            (log.get("channel") or "").strip()))

    def living(self, identity, kind):
        item = self.objects.get(identity, {})
        return item if item.get("type") == kind and live(item) else {}

    def counts(self):
        return Counter(t for ids in self.reports.values() for t in ids)

    def pairs(self):
        return Counter(p for ids in self.reports.values() for p in itertools.combinations(sorted(ids), 2))


# ---------------------------------------------------------------- comparing

def compare_reports(tally, reading, found):
    expected = {report_id(key): key for key in reading.reports}
    public = [row for row in found if row["internal"] != "true"]
    tally.same(sorted(row["id"] for row in public), sorted(expected), "reports.csv: ids")
    for row in public:
        key = expected.get(row["id"])
        if key is not None:
            tally.equal(row["techniques"].split(), sorted(reading.reports[key]), f"reports.csv: techniques of {key}")
            tally.equal(set(row["cited_by"].split()), reading.citing[key], f"reports.csv: cited_by of {key}")
            known = reading.dates[key] or {""}
            tally.check(row["published"] in known, f"reports.csv: {key} published {row['published']!r}, not one of {known}")


def compare_techniques(tally, reading, found):
    counts = reading.counts()
    tally.same(sorted(row["id"] for row in found), sorted(reading.techniques), "techniques.csv: ids")
    for row in found:
        where = f"techniques.csv: {row['id']}"
        tally.equal(row["name"].lstrip("'"), reading.techniques.get(row["id"]), f"{where} name")
        tally.equal(int(row["reports"]), counts[row["id"]], f"{where} reports")
        tally.equal(row["parent"], reading.parents.get(row["id"], ""), f"{where} parent")
        for kind in ("groups", "software", "campaigns"):
            tally.equal(row[kind].split(), sorted(reading.users[row["id"]][kind]), f"{where} {kind}")


def compare_pairs(tally, reading, found):
    counts, pairs = reading.counts(), reading.pairs()
    names = [(row["technique_a"], row["technique_b"]) for row in found]
    tally.same(names, sorted(pairs), "cooccurrence.csv: pairs, in order")
    for (a, b), row in zip(names, found):
        where, together = f"cooccurrence.csv: {a} {b}", pairs[a, b]
        tally.equal([int(row["reports_a"]), int(row["reports_b"]), int(row["together"])],
                    [counts[a], counts[b], together], where)
        for name, base in (("share_of_a", counts[a]), ("share_of_b", counts[b])):
            tally.equal(float(row[name]), float(f"{together / max(base, 1):.4g}"), f"{where}: {name}")


def compare_traces(tally, reading, found):
    expected = [tuple(map(guarded, trace)) for trace in sorted(set(reading.traces()))]
    tally.same([tuple(row.values()) for row in found], expected, "where-to-look.csv: rows, in order")


def guarded(text):
    """What begins as a formula would gets a quote before it."""
    return "'" + text if text[:1] in set("=+-@\t\r") else text


def compare_bases(tally, reading, found):
    bases, software = reading.bases()
    tens = defaultdict(list)
    for row in found:
        tens[row["basis"], row["technique"]].append(row)
    for basis, lists in bases.items():
        counts = Counter(t for ids in lists for t in ids)
        pairs = Counter(p for ids in lists for p in itertools.permutations(ids, 2) if p[0][:5] != p[1][:5])
        most = defaultdict(list)
        for (a, _), together in pairs.items():
            most[a].append(together)
        both = Counter(p for ids in software for p in itertools.permutations(ids, 2))
        for technique in sorted(reading.techniques):
            where, ten = f"bases.csv: {basis} {technique}", tens.pop((basis, technique), [])
            tally.equal([int(row["together"]) for row in ten], sorted(most[technique], reverse=True)[:10], f"{where}: the largest counts, in order")
            for row in ten:
                pair = technique, row["partner"]
                tally.equal([int(row["rows"]), int(row["rows_technique"]), int(row["rows_partner"]), int(row["together"])],
                            [len(lists), counts[pair[0]], counts[pair[1]], pairs[pair]], f"{where} {row['partner']}")
                tally.equal(row["software"], str(both[pair]) if basis == "group-with-software" else "",
                            f"{where} {row['partner']} software")
                tally.check((row["grade"] == "" or len(lists) >= 100), f"{where}: a grade on {len(lists)} rows")
    tally.check(not tens, f"bases.csv: rows of no technique: {sorted(tens)[:3]}")


def main():
    words = sys.argv[1:]
    bundles, root = (words[:words.index("--")], words[words.index("--") + 1:]) if "--" in words else (words, [])
    reading = Reading(bundles)
    keys = "\n".join(sorted(reading.reports, key=str.encode))
    print(f"{len(reading.reports)} reports, {len(reading.techniques)} live techniques, {len(reading.counts())} cited, "
          f"{len(reading.pairs())} pairs seen together, {reading.uncited} uncited uses, keys {fnv64(keys):016x}")
    if root:
        tally = Tally()
        compare_reports(tally, reading, rows(f"{root[0]}/data/reports.csv"))
        compare_techniques(tally, reading, rows(f"{root[0]}/data/techniques.csv"))
        compare_pairs(tally, reading, rows(f"{root[0]}/data/cooccurrence.csv"))
        compare_traces(tally, reading, rows(f"{root[0]}/data/where-to-look.csv"))
        compare_bases(tally, reading, rows(f"{root[0]}/data/bases.csv"))
        tally.finish()


if __name__ == "__main__":
    main()
