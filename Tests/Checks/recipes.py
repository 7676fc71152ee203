"""recipes.py ROOT TOOL BUNDLE: every recipe of Site/pages/for-engineers.md runs as it stands, and its answer is right.

They run in a folder of their own, in which the site's files, the tool and the bundle have the names that the page uses.
"""
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
from mitreattack.navlayers import Layer

from tables import rows
from tally import Tally

PAGE = Path("Site/pages/for-engineers.md")


def recipes():
    """The blocks of code, each by its first word."""
    blocks, block = [], []
    for line in PAGE.read_text(encoding="utf-8").splitlines() + ["."]:
        if line.startswith("    ") or block and not line:
            block.append(line[4:])
        elif block:
            blocks.append("\n".join(block).strip() + "\n")
            block = []
    return blocks


def run_sql(tally, block):
    """As it stands, and as the page says that every firm pair is had."""
    firm = [row for row in rows("data/cooccurrence.csv")
            if int(row["together"]) >= 3 and float(row["lower"]) >= 1
            and row["technique_a"][:5] != row["technique_b"][:5]]
    firm.sort(key=lambda row: -float(row["lower"]))
    own = [row for row in firm if "T1047" in (row["technique_a"], row["technique_b"])]
    every = block.replace("AND 'T1047' IN (technique_a, technique_b)", "").replace("LIMIT 10", "")
    tally.check(firm and len(every) < len(block) - 40, "DuckDB: no firm pair, or another last condition")
    for query, expected in [(block, own[:10]), (every, firm)]:
        found = [(together, round(lower, 2)) for _, _, together, lower in duckdb.sql(query).fetchall()]
        expected = [(int(row["together"]), round(float(row["lower"]), 2)) for row in expected]
        tally.equal([lower for _, lower in found], [lower for _, lower in expected], "DuckDB: lower bounds")
        tally.equal(sorted(found), sorted(expected), "DuckDB: firm pairs")


def run_pandas(tally, said):
    techniques = defaultdict(set)
    for row in rows("data/where-to-look.csv"):
        if row["log_source"]:
            techniques[row["log_source"]].add(row["technique"])
    counts = Counter({source: len(them) for source, them in techniques.items()})
    found = {}
    for line in said.splitlines():
        source, _, count = line.rpartition(" ")
        if count.isdigit():
            found[source.strip()] = int(count)
    tally.equal(sorted(found.values(), reverse=True), [count for _, count in counts.most_common(10)], "pandas: counts")
    for source, count in found.items():
        tally.equal(count, counts[source], f"pandas: {source}")


def check_layer(tally):
    text = Path("estimates.json").read_text(encoding="utf-8")
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        layer = Layer(text, strict=True).layer
    tally.check(not isinstance(layer, str), f"MITRE's reader refuses the layer of estimates: {said.getvalue()[:200]}")
    told = json.loads(subprocess.check_output(
        ["attack-relations", "infer", "--bundle", "enterprise-attack.json", "--format", "json", "--top", "1000",
         "T1047", "T1059.001"]))
    expected = {one["technique"]: round(100 * one["probability"]) for one in told["techniques"]
                if one["probability"] >= 0.1}
    found = {one["techniqueID"]: one["score"] for one in json.loads(text)["techniques"]}
    tally.equal(found, expected, "scores of the layer of estimates")
    tally.check(found, "the layer of estimates is empty, so nothing is tried")


def run_shell(tally, block):
    run = subprocess.run(["bash", "-euc", block], capture_output=True, text=True)
    tally.equal(run.returncode, 0, f"{block.strip()}: exit code, where it says {run.stderr[-200:]}")
    return run.stdout


def main():
    root, tool, bundle = (Path(name).resolve() for name in sys.argv[1:4])
    blocks, tally = recipes(), Tally()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, target in [("data", root / "data"), ("layers", root / "layers"), ("attack-relations", tool),
                             ("enterprise-attack.json", bundle)]:
            Path(name).symlink_to(target)
        os.environ["PATH"] = folder + os.pathsep + os.environ["PATH"]
        tried = Counter()
        for block in blocks:
            word = block.split()[0]
            tried[word] += 1
            if word == "SELECT":
                run_sql(tally, block)
            elif word == "import":
                run = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True)
                tally.equal(run.returncode, 0, f"{block}: exit code, where it says {run.stderr[-500:]}")
                if "pandas" in block:
                    run_pandas(tally, run.stdout)
            else:
                said = run_shell(tally, block)
                if word == "cut":
                    tally.equal(len(said.splitlines()), len(rows("data/techniques.csv")) + 1, "cut: lines")
        check_layer(tally)
        os.chdir("/")
    tally.check(tried["SELECT"] and tried["import"] >= 2 and tried["cut"], f"recipes: {dict(tried)}")
    print(f"{sum(tried.values())} recipes")
    tally.finish()


if __name__ == "__main__":
    main()
