"""hostile.py TOOL BUNDLE [--long]: whatever the tool reads, nothing of it runs, and nothing lands where it should not.

A site is built of inputs whose every text is hostile, and all its pages are opened in Chromium, without the policy that
would hide a script that got in. Then many files of each format are worked over by a seed, and read. Samples come from
../shared, beside the project, where it is there.
"""
import argparse
import csv
import ctypes
import ctypes.util
import html.parser
import io
import itertools
import json
import os
import random
import re
import shutil
import tempfile
import xml.etree.ElementTree
from pathlib import Path

from playwright.sync_api import sync_playwright

import poison
from driver import launch, lost, reader
from sites import Workshop, manifest
from tally import Tally

SEED = 4
SHARED = Path("../shared")
OWN = Path("Tests/Checks/own")
SAMPLE_LIMIT = 60_000  # bytes of a sample that is worked over: the tool reads thousands of them
SPECIAL = ["index.html", "explore.html", "compare.html", "evidence.html", "needs.html", "order/index.html", "gaps.html",
           "notices.html", "changes.html", "pages/hostile.html", "reports/index.html", "search.html", "data.html",
           "clusters/index.html"]
# Pages whose scripts read what stands behind the # of their address.
HASHED = ["explore.html", "compare.html", "search.html", "techniques/index.html"]
HASHES = ["T1047,T1059.001", "<img src=x onerror=window.pwned=1>", "table=%3Cscript%3Ewindow.pwned=1%3C/script%3E"]
NOTED = ["T1047", "T1003"]  # to neither of which a retired one leads
HANDWRITTEN = {*NOTED, "hostile", "outside"}  # of which the Markdown is as the team wrote it
SAFE_NAME = re.compile(r"[A-Za-z0-9._-]{1,120}")
CONTROLS = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]")

# What in a page is not ours: elements, handlers, and addresses of other schemes.
SCAN = """() => {
  const found = [];
  const schemes = { href: /^https?:$/ };
  for (const e of document.querySelectorAll('*')) {
    const where = `<${e.localName}> ` + e.outerHTML.slice(0, 120);
    if (/^(iframe|object|embed|base|frame|math|audio|video|foreignobject)$/i.test(e.localName))
      found.push(where);
    if (e.localName === 'script' && !/^(\\.\\.\\/)*(assets|data)\\//.test(e.getAttribute('src') || '')) found.push(where);
    if (e.localName === 'link' && e.rel === 'canonical' && e.href.startsWith('https://wiki.example.org/a/')) continue;
    if (e.localName === 'meta' && /refresh/i.test(e.httpEquiv)) found.push(where);
    if (e.localName === 'style' && !e.closest('svg')) found.push(where);
    for (const a of e.attributes) {
      if (/^on/i.test(a.name)) found.push(`${a.name} of ${where}`);
      if (!/^(href|src|action|formaction|xlink:href|data|poster|srcset)$/i.test(a.name)) continue;
      const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(a.value.replace(/[\\u0000-\\u0020]/g, ''));
      if (a.value.startsWith('//') || (scheme && !(a.name === 'href' && e.localName === 'a' && schemes.href.test(scheme[0]))))
        found.push(`${a.name}=${a.value.slice(0, 60)} of ${where}`);
    }
  }
  return found;
}"""


def samples():
    """Files of every format by their kinds, ours and those of ../shared: (kind, name, bytes)."""
    places = [("reports", OWN / "reports"), ("reports", OWN / "flows"), ("coverage", OWN / "coverage.json"),
              ("capabilities", OWN / "own-capabilities.yml"),
              *(("reports", SHARED / name) for name in ("own", "reports", "flows")),
              ("coverage", SHARED / "own/coverage"), ("capabilities", SHARED / "abilities")]
    for kind, place in places:
        if not place.exists():
            print(f"SKIPPED  samples: no {place}")
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            is_sample = file.name != "expected.json" and file.suffix in (".json", ".csv", ".yml", ".yaml", ".afb")
            if is_sample and file.stat().st_size < SAMPLE_LIMIT:
                yield kind, file.name, file.read_bytes()


# ---------------------------------------------------------------- a site of hostile inputs

class HostileSite:
    """The inputs of a site, each of whose texts is followed by hostile ones; or by harmless ones of the same length."""

    def __init__(self, shop, name, bundle, texts):
        self.folder, self.shop, self.texts = shop.folder / name, shop, itertools.cycle(texts)
        self.output, self.wiki = self.folder / "site", self.folder / "wiki"
        shop.write(f"{name}/bundle.json", json.dumps(poison.decorated(bundle, self.texts)))
        self.evidence()
        self.settings()
        # A page of the team's may show an exhibit; one that it does not have is refused, with its file.
        every = "\n\n".join(text for text in texts if "exhibit:" not in text)
        shop.write(f"{name}/team/pages/hostile.md", f"# Page {every}\n\n{every}\n")
        for identifier in NOTED:
            shop.write(f"{name}/team/notes/{identifier}.md", every)
        (self.folder / "team/pages/outside.md").symlink_to(shop.write("elsewhere.md", f"# Outside\n\n{every}\n"))

    def evidence(self):
        name = self.folder.name
        for kind, folder in [("reports", OWN / "reports"), ("flows", OWN / "flows")]:
            for file in sorted(folder.iterdir()):
                if file.suffix == ".json":
                    made = json.dumps(poison.decorated(json.loads(file.read_text()), self.texts))
                else:
                    rows = list(csv.reader(io.StringIO(file.read_text())))
                    made = io.StringIO()
                    writer = csv.writer(made)
                    writer.writerows([rows[0], *([self.followed(cell) for cell in row] for row in rows[1:])])
                    made = made.getvalue()
                self.shop.write(f"{name}/{kind}/{file.name}", made)
        self.shop.write(f"{name}/coverage.json", (OWN / "coverage.json").read_text())
        text = (OWN / "own-capabilities.yml").read_text()
        text = re.sub(r'"([^"]+)"', lambda match: json.dumps(self.followed(match[1])).replace("\\u0000", ""), text)
        self.shop.write(f"{name}/capabilities.yml", text)

    def followed(self, text):
        """A text and a hostile one; an id or a date stays as it is."""
        return text if re.fullmatch(r"[T\d.:/-]*", text) else f"{text} {next(self.texts)}"

    def settings(self):
        def text():
            return json.dumps(f"{next(self.texts)} {next(self.texts)}").replace("\\ud800", "")
        self.shop.write(f"{self.folder.name}/team/site.yml", "\n".join([
            *(f"{key}: {text()}" for key in ("title", "footer", "banner", "logo")), "base_url: https://wiki.example.org/a/",
            f"releases: [{{title: {text()}, url: 'https://wiki.example.org/b'}}]",
            f"clusters: {{T1486: {text()}}}", "evaluation: true",
            f"subsets: [{{name: some, title: {text()}, optional: true, techniques: [T1047, T1003, T1059.001]}}]", ""]))

    def build(self, *more):
        return self.shop.run(
            "build", self.folder / "bundle.json", "--site", self.folder / "team", "--reports", self.folder / "reports",
            "--flows", self.folder / "flows", "--coverage", self.folder / "coverage.json",
            "--capabilities", self.folder / "capabilities.yml", "--allow-tlp-red",
            "--output", self.output, "--markdown", self.wiki, *more)


def cost(site):
    """The processor time of a build into an empty folder: the least of three."""
    times = []
    for _ in range(3):
        shutil.rmtree(site.output)
        times.append(site.build().seconds)
    return min(times)


def outputs(site, tally):
    """Every file of a site by its form: names, cells, XML, JSON, controls."""
    counts = {}
    for file in sorted(path for folder in (site.output, site.wiki) for path in folder.rglob("*")):
        where = str(file.relative_to(site.folder))
        tally.check(not file.is_symlink(), f"{where} is a link")
        if file.is_dir():
            continue
        tally.check(all(SAFE_NAME.fullmatch(part) or part.startswith(".") for part in file.parts[-2:]), f"{where}: its name")
        counts[file.suffix] = counts.get(file.suffix, 0) + 1
        data = file.read_bytes()
        if file.suffix in (".png", ".ico"):
            continue
        text = data.decode("utf-8")
        found = CONTROLS.search(text.replace("\ufeff", ""))
        tally.check(not found, f"{where}: {found and (hex(ord(found[0])), text[found.start() - 40:found.end() + 40])}")
        form(file.suffix, text, where, tally)
    return counts


def form(suffix, text, where, tally):
    try:
        if suffix in (".svg", ".xml"):
            xml.etree.ElementTree.fromstring(text)
        elif suffix == ".json":
            json.loads(text)
        elif suffix == ".jsonl":
            [json.loads(line) for line in text.splitlines()]
    except ValueError as error:
        tally.check(False, f"{where}: {error}")
    except xml.etree.ElementTree.ParseError as error:
        tally.check(False, f"{where}: {error}")
    if suffix == ".csv":
        bad = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row if is_formula(cell)]
        tally.check(not bad, f"{where}: cells that a spreadsheet takes for a formula: {bad[:3]}")
    if suffix == ".md" and not Path(where).stem in HANDWRITTEN:
        page = Markup()
        page.feed(markdown(text))
        tally.check(not page.found, f"{where}: {page.found[:3]}")


# cmark, which lets all HTML and all addresses through: the strictest reader of the Markdown that the tool writes.
CMARK = ctypes.CDLL(ctypes.util.find_library("cmark-gfm"))
CMARK.cmark_markdown_to_html.restype = ctypes.c_char_p
UNSAFE = 1 << 17


def markdown(text):
    data = text.split("\n---\n", 1)[-1].encode()
    return CMARK.cmark_markdown_to_html(data, ctypes.c_size_t(len(data)), UNSAFE).decode()


class Markup(html.parser.HTMLParser):
    """What in a page comes from somewhere else than Markdown, or leads to a program."""
    found = ()

    def handle_starttag(self, tag, attributes):
        bad = tag in {"script", "iframe", "object", "embed", "base", "meta", "form", "style", "link", "svg", "math"}
        for name, value in attributes:
            if name in ("href", "src"):
                address = re.sub("[\0- ]", "", value or "").lower()
                bad = bad or re.match("(javascript|vbscript|data|file):|//", address) or (name == "src" and ":" in address)
            bad = bad or name.startswith("on")
        if bad:
            self.found = [*self.found, self.get_starttag_text()[:100]]


def is_formula(cell):
    if not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        return False
    try:
        float(cell)
        return False
    except ValueError:
        return True


# ---------------------------------------------------------------- in the eyes of a browser

class Tab:
    """A tab, and what it says that no page of ours should: dialogs, errors, and what it asks of the world."""

    def __init__(self, browser, **settings):
        self.said, context = [], reader(browser, **settings)
        self.tab = context.new_page()
        self.tab.on("dialog", self.dismiss)
        self.tab.on("pageerror", lambda error: self.said.append(f"error {error}"))
        self.tab.on("requestfinished", self.hear)
        self.tab.on("requestfailed", self.hear)
        context.on("page", lambda page: self.said.append(f"another page {page.url}"))

    def dismiss(self, dialog):
        self.said.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def hear(self, request):
        """A request that the policy stopped was never made."""
        if request.failure != "csp":
            is_ours = request.url.startswith(("file:", "blob:", "about:"))
            self.said.extend([] if is_ours else [f"outside {request.url}"])
            self.said.extend(lost(request) if request.failure else [])

    def open(self, address):
        self.tab.goto("about:blank")
        self.tab.goto(address, wait_until="load")

    def judge(self, where, tally, scans=True):
        tally.check(not self.tab.evaluate("window.pwned"), f"{where}: a script of the inputs ran")
        found = self.tab.evaluate(SCAN) if scans else []
        tally.check(not found and not self.said, f"{where}: {found[:3]} {self.said[:3]}")
        self.said.clear()


def look(site, pages, tally):
    """Opens pages without their policy; nothing of the inputs runs, no dialog comes, nothing is asked of the world.

    What a team wrote may show a picture from elsewhere: there the policy stands between.
    """
    with sync_playwright() as playwright:
        browser = launch(playwright)
        bare, plain = Tab(browser, bypass_csp=True), Tab(browser)
        for page in pages:
            path, _, fragment = page.partition("#")
            is_ours = Path(path).stem not in HANDWRITTEN
            tab = bare if is_ours else plain
            tab.open((site.output / path).as_uri() + ("#" + fragment if fragment else ""))
            if page.startswith(("explore", "compare", "search")):
                tab.tab.evaluate("text => window.attackRelations.search(text)", "script")
            tab.judge(page, tally, scans=is_ours)
        bare.open((site.output / "index.html").as_uri())
        for text in ["script", "onerror", *poison.TEXTS[:8]]:  # what a reader types is no markup either
            bare.tab.fill("input[type=search]", "")
            bare.tab.type("input[type=search]", text)
            for asked in (text, ""):
                bare.tab.evaluate("text => window.attackRelations.search(text)", asked)
            bare.judge(f"typed {text!r}", tally)
        browser.close()


# ---------------------------------------------------------------- many files

def read_all(shop, bundle, count, tally):
    """Works files over and lets `check` read them, a folder at a time; what ends it is found by reading them alone."""
    dice, kinds = random.Random(SEED), list(samples())
    options = {"reports": [], "coverage": ["--coverage"], "capabilities": []}
    done = 0
    while done < count:
        for kind, option in options.items():
            some = [(name, data) for one, name, data in kinds if one == kind]
            folder = shop.folder / f"many-{kind}"
            folder.mkdir(exist_ok=True)
            for number in range(max(count // 30, 5)):
                name, data = dice.choice(some)
                (folder / f"{number}-{name}").write_bytes(poison.variant(name, data, dice))
                done += 1
            command = (["import-abilities"] if kind == "capabilities" else ["check", "--bundle", bundle, *option])
            given = [folder] if kind != "coverage" else sorted(folder.iterdir())
            outcome = shop.run(*command, *given)
            if not is_answer(outcome):
                alone(shop, command, folder, tally)
            tally.check(is_answer(outcome), f"{kind}: exit code {outcome.code}: {outcome.errors[-300:]}")
            for file in folder.iterdir():
                file.unlink()
    return done


def alone(shop, command, folder, tally):
    for file in sorted(folder.iterdir()):
        outcome = shop.run(*command, file)
        if not is_answer(outcome):
            kept = Path(tempfile.gettempdir()) / f"hostile-{file.name}"
            kept.write_bytes(file.read_bytes())
            tally.check(False, f"{file.name}: exit code {outcome.code}, {outcome.errors[-200:]} (kept as {kept})")


def is_answer(outcome):
    """Whether a run ended as a tool does: done, or with an error; and what it said moves no cursor."""
    said = (outcome.output + outcome.errors).replace("\r\n", "\n")
    moves = CONTROLS.search(said.replace("\ufeff", ""))
    return not moves and (outcome.code == 0 or outcome.is_refusal or (outcome.code == 1 and outcome.output))


class Trials:
    """Inputs of builds and of `infer`, worked over: each gives a site, an answer, or one error."""

    def __init__(self, shop, bundle):
        self.shop, self.bundle, self.dice = shop, bundle, random.Random(SEED)
        self.team, self.templates = shop.folder / "made-team", shop.folder / "made-templates"
        self.model = shop.folder / "model.json"
        shop.run("model", bundle, "--output", self.model)
        evidence = (OWN / "site.yml").read_bytes().replace(b"set.csv", bytes((OWN / "set.csv").resolve()))
        self.settings = Path("Site/site.yml").read_bytes() + b"\n" + evidence

    def worked(self, file):
        return self.shop.write("worked.json", poison.variant("worked.json", file.read_bytes(), self.dice))

    def bundles(self):
        return ["build", self.worked(self.bundle)]

    def previous(self):
        return ["build", self.bundle, "--previous", self.worked(self.bundle)]

    def site(self):
        self.shop.write("made-team/site.yml", poison.variant("site.yml", self.settings, self.dice))
        return ["build", self.bundle, "--site", self.team]

    def template(self):
        name = self.dice.choice(sorted(os.listdir("Templates")))
        self.shop.write(f"made-templates/{name}", poison.broken((Path("Templates") / name).read_bytes(), self.dice))
        return ["build", self.bundle, "--templates", self.templates]

    def page(self):
        self.shop.write("made-team/pages/x.md", self.dice.choice(TALL))
        self.shop.write("made-team/notes/T1047.md", self.dice.choice(TALL))
        return ["build", self.bundle, "--site", self.team]

    def models(self):
        return ["infer", "--model", self.worked(self.model), "T1047"]

    def run(self, count, tally):
        """Tries so many; how many gave a site or an answer."""
        kinds, good = [self.bundles, self.previous, self.site, self.template, self.page, self.models], 0
        for number in range(count):
            kind = kinds[number % len(kinds)]
            command = kind()
            output = ["--output", self.shop.folder / "made"] if command[0] == "build" else []
            outcome = self.shop.run(*command, *output)
            good += outcome.code == 0
            where = f"{kind.__name__}, trial {number}"
            tally.check(is_answer(outcome), f"{where}: exit code {outcome.code}: {outcome.errors[-300:]}")
            for folder in (self.team, self.templates):
                shutil.rmtree(folder, ignore_errors=True)
        return good


def tall(opening, count, ending=""):
    return opening * count + "x" + ending * count


# Markdown that a careless reader takes minutes for, or falls from.
TALL = [
    "x" * 1_000_000, tall("> ", 20_000), tall("[", 50_000, "]"), tall("*a **b ", 20_000), tall("`", 50_000), tall("<", 50_000),
    tall("- ", 20_000), tall("![", 20_000, "](x)"), "\n".join(f"{' ' * min(n, 2000)}- x" for n in range(3000)),
    tall("&", 100_000), tall("a|", 20_000) + "\n" + tall("-|", 20_000), "[x]: y\n" * 20_000, tall("[a](", 20_000),
    "\u202e" * 100_000, "\0" * 100_000]


# ---------------------------------------------------------------- by hand

def cycles(shop, bundle, tally):
    """Relations that lead back to where they began."""
    made = json.loads(bundle.read_text())
    entries = made["objects"]
    techniques = [entry for entry in entries if entry["type"] == "attack-pattern"][:40]
    number = itertools.count()

    def relate(kind, source, target):
        when = "2025-01-01T00:00:00.000Z"
        entries.append({
            "type": "relationship", "id": f"relationship--cycle-{next(number)}", "spec_version": "2.1", "created": when,
            "modified": when, "relationship_type": kind, "source_ref": source["id"], "target_ref": target["id"]})
    for one, other in [(0, 1), (1, 2), (2, 0), (3, 3)]:
        techniques[one]["revoked"] = True
        relate("revoked-by", techniques[one], techniques[other])
    for one, other in [(4, 5), (5, 6), (6, 4), (7, 7)]:
        techniques[one]["x_mitre_is_subtechnique"] = True
        relate("subtechnique-of", techniques[one], techniques[other])
    relate("uses", techniques[8], techniques[8])
    relate("attributed-to", techniques[8], techniques[9])
    file = shop.write("cycles.json", json.dumps(made))
    outcome = shop.run("build", file, "--output", shop.folder / "cycles")
    tally.equal(outcome.code, 0, f"cycles in a bundle: {outcome.errors[-300:]}")
    flow = json.loads((OWN / "flows/letter.json").read_text())
    actions = [entry for entry in flow["objects"] if entry["type"] == "attack-action"]
    for one, other in zip(actions, actions[1:] + actions[:1]):
        one["effect_refs"] = [other["id"], one["id"]]
    for entry in flow["objects"]:
        if entry["type"] == "attack-flow":
            entry["start_refs"] = [action["id"] for action in actions]
    shop.write("cyclic/flow.json", json.dumps(flow))
    outcome = shop.run("build", bundle, "--flows", shop.folder / "cyclic", "--output", shop.folder / "cycles")
    tally.equal(outcome.code, 0, f"a flow that leads back: {outcome.errors[-300:]}")
    facts = "\n".join(f"  - {{technique: T1047, name: n{n}, needs: [a.f{n}], gives: [a.f{(n + 1) % 30}], reason: r}}"
                      for n in range(30))
    names = "\n".join(f"  a.f{n}: fact {n}" for n in range(30))
    shop.write("cyclic.yml", f"version: 1\nfacts:\n{names}\nprocedures:\n{facts}\n")
    outcome = shop.run("build", bundle, "--capabilities", shop.folder / "cyclic.yml", "--output", shop.folder / "cycles")
    tally.equal(outcome.code, 0, f"facts that need each other: {outcome.errors[-300:]}")


def structures(shop, bundle, tally):
    """YAML and JSON that grow as they are read."""
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    deep = {
        "flow of YAML": poison.nested(100_000), "block of YAML": "".join(f"{' ' * n}a:\n" for n in range(1500)),
        "aliases of YAML": laughs, "an alias of itself": "title: &a [*a]\n",
        "keys of YAML": "".join(f"k{n}: 1\n" for n in range(100_000)), "a megabyte of YAML": "title: " + "x" * 1_000_000 + "\n"}
    for where, text in deep.items():
        shop.write("deep/site.yml", text)
        shop.write("deep.yml", text)
        for command in (["build", bundle, "--site", shop.folder / "deep", "--output", shop.folder / "deep-site"],
                        ["check", "--bundle", bundle, "--coverage", shop.folder / "deep.yml"],
                        ["build", bundle, "--capabilities", shop.folder / "deep.yml", "--output", shop.folder / "deep-site"],
                        ["check", "--bundle", bundle, shop.folder / "deep.yml"]):
            outcome = shop.run(*command)
            told = f"{where}, {command[0]} {command[2]}"
            tally.check(is_answer(outcome), f"{told}: exit code {outcome.code}, {outcome.errors[-200:]}")
            tally.check(outcome.memory < 1 << 30, f"{told}: {outcome.memory >> 20} MB of memory")
    entry = '{"type": "bundle", "objects": [{"type": "attack-pattern", "x": ' + poison.nested(200_000) + "}]}"
    for where, text in {"arrays": poison.nested(200_000), "objects": poison.nested(200_000, '{"a":', "}"), "an entry": entry,
                        "a text": '"' + "x" * 5_000_000 + '"', "a number": "1" * 1_000_000}.items():
        file = shop.write("deep.json", text)
        for command in (["build", file, "--output", shop.folder / "deep-site"], ["check", "--bundle", bundle, file],
                        ["check", "--bundle", bundle, "--coverage", file], ["infer", "--model", file, "T1047"],
                        ["import-abilities", file]):
            outcome = shop.run(*command)
            tally.check(is_answer(outcome), f"{where} of JSON, {command[0]}: exit code {outcome.code}, {outcome.errors[-200:]}")


# Settings that lead out of the folder, to a program, or out of a style sheet.
LEADING = [
    "subsets: [{name: ../../led, techniques: [T1047]}]", "subsets: [{name: /tmp/led, techniques: [T1047]}]",
    "subsets: [{name: .., techniques: [T1047]}]", f"subsets: [{{name: {'x' * 300}, techniques: [T1047]}}]",
    "logo: ../../../etc/passwd", "bundles: [../../../../etc/passwd]", "evidence: [{path: ../../../../../etc/passwd}]",
    "base_url: 'javascript:alert(1)'", "base_url: 'https://x/\"><script>'", "releases: [{title: x, url: 'javascript:alert(1)'}]",
    "fetch_from: 'file:///etc/passwd'", "colours: {light: {link: 'red;}*{x:url(//y)'}}"]


def paths(shop, bundle, tally):
    """Names and links that lead out: of a site's folder, of settings, of what was built before."""
    precious = shop.write("precious/thesis.txt", "precious").parent
    output, wiki = shop.folder / "led/site", shop.folder / "led/wiki"
    command = ["build", bundle, "--output", output, "--markdown", wiki]
    for settings in LEADING:
        shop.write("led-team/site.yml", settings + "\n")
        outcome = shop.run(*command, "--site", shop.folder / "led-team")
        tally.check(is_answer(outcome), f"{settings[:60]}: {outcome.code} {outcome.errors[-300:]}")
    outcome = shop.run(*command)
    tally.equal(outcome.code, 0, f"a site to be led astray: {outcome.errors[-200:]}")
    whole = manifest(output)
    for name in ("techniques", "data/notices.json", "index.html"):
        victim = output / name
        victim.rename(shop.folder / "moved")
        victim.symlink_to(precious if (shop.folder / "moved").is_dir() else precious / "thesis.txt")
        outcome = shop.run(*command)
        tally.equal(outcome.code, 0, f"{name} is a link out of the old site: {outcome.errors[-200:]}")
        tally.check(manifest(output) == whole, f"{name} is a link out of the old site: the new one")
        moved = shop.folder / "moved"
        shutil.rmtree(moved) if moved.is_dir() else moved.unlink()
    (wiki / "techniques").rename(shop.folder / "wiki-techniques")
    (wiki / "techniques").symlink_to(precious)
    shop.write("led-team/site.yml", "title: Another\n")
    outcome = shop.run(*command, "--site", shop.folder / "led-team")
    tally.check(outcome.is_refusal, f"a link in a folder of Markdown: {outcome.code}: {outcome.errors[-200:]}")
    tally.equal({path.name: path.read_text() for path in precious.iterdir()}, {"thesis.txt": "precious"}, "what a link led to")
    for name in ("..", "a b", "ü", "-", "con.md", "x" * 200, "index", "a\nb", "<script>", "..%2f"):
        page = shop.folder / f"named/pages/{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# x\n")
        outcome = shop.run("build", bundle, "--site", page.parent.parent, "--output", output)
        tally.check(is_answer(outcome), f"a page called {name!r}: {outcome.code} {outcome.errors[-200:]}")
        page.unlink()


def hostile_site(shop, bundle, is_long, tally):
    """The site of hostile inputs: its files and its pages; in the long form also what it costs."""
    data = json.loads(bundle.read_text())
    site = HostileSite(shop, "hostile", data, poison.TEXTS)
    outcome = site.build()
    if not tally.equal(outcome.code, 0, f"the hostile site: {outcome.errors[-500:]}"):
        return
    tally.check(not CONTROLS.search(outcome.errors + outcome.output), "what the terminal shows has controls")
    counts = outputs(site, tally)
    pages = sorted(str(file.relative_to(site.output)) for file in site.output.rglob("*.html"))
    pages.remove("404.html")  # which stands anywhere, and so loads from the root of the server
    for page in list(pages):
        text = (site.output / page).read_text("utf-8")
        if "<meta http-equiv=refresh" in text:  # it leads on before a browser could look at it
            led = re.findall(r'<meta http-equiv=refresh content="0; url=[\w.-]+\.html">', text)
            tally.equal((len(led), text.count("<meta http-equiv=refresh")), (1, 1), f"{page}: where it leads")
            pages.remove(page)
    special = [page for page in SPECIAL if page in pages]
    shown = pages if is_long else special + random.Random(SEED).sample(pages, 24)
    shown = shown + [f"{page}#{text}" for page in HASHED if page in pages for text in HASHES]
    look(site, shown, tally)
    print(f"     {len(shown)} pages opened of {len(pages)}; files of the site: {counts}", flush=True)
    if is_long:
        compare(site, data, tally)


def compare(site, data, tally):
    """What the site costs beside one of the same size without harm, in processor time."""
    harmless = HostileSite(site.shop, "harmless", data, [poison.plain(text) for text in poison.TEXTS])
    tally.equal(harmless.build().code, 0, "the harmless site")
    costs = [cost(each) for each in (site, harmless)]
    tally.check(costs[0] <= 2 * costs[1], f"the hostile site took {costs[0]:.2f} s, the harmless one {costs[1]:.2f} s")
    print(f"     it took {costs[0]:.2f} s of processor time, a harmless one of the same size {costs[1]:.2f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--long", action="store_true", help="all pages, and some thousand files")
    options = parser.parse_args()
    tally, bundle = Tally(), options.bundle.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "in/here"
        folder.mkdir(parents=True)
        shop = Workshop(options.tool, folder)
        hostile_site(shop, bundle, options.long, tally)
        for check in (cycles, structures, paths):
            check(shop, bundle, tally)
        read = read_all(shop, bundle, 6000 if options.long else 240, tally)
        tried = 600 if options.long else 18
        good = Trials(shop, bundle).run(tried, tally)
        print(f"     {read} files read, {tried} inputs of builds and models tried; {good} gave a site or an answer")
        # A file of a site that is called after such a title has a hash in its name as well.
        found = sorted(str(path.relative_to(name)) for path in Path(name).rglob("escaped*") if "-" not in path.name)
        tally.equal(found, [], "what landed outside")
        tally.equal(sorted(os.listdir(name)), ["in"], "what lies two folders above")
        tally.equal([path for path in ("/tmp/escaped", "escaped") if os.path.exists(path)], [], "what landed elsewhere")
    tally.finish()


if __name__ == "__main__":
    main()
