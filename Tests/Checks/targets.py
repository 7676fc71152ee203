"""targets.py SITE BUNDLE: weights and times of a built site, each beside the most that it should be.

Weights are of the files as they stand, "compressed" by gzip -9 as a server may send them; times are the browser's own,
from file://. Nothing fails: the numbers are for whoever reads them.
"""
import csv
import gzip
import io
import json
import random
import re
import sys
import tarfile
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import sync_playwright

from driver import Visit, launch

KB, MB = 1024, 1_000_000
SHEET = {"width": 725, "height": 1054}  # CSS pixels inside the margins of the A4 page that the heatmap is printed on
SORT = """() => {
  const buttons = document.querySelectorAll(".tw thead th button"), times = [];
  for (let turn = 0; turn < 40; turn++) {
    const began = performance.now();
    buttons[turn % buttons.length].click();
    document.body.offsetHeight;
    times.push(performance.now() - began);
  }
  return [times.sort((a, b) => a - b), document.querySelectorAll(".tw tbody tr").length];
}"""
UPDATE = """id => new Promise(done => {
  const results = document.getElementById("results"), began = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    document.body.offsetHeight;
    done(performance.now() - began);
  }).observe(results, { childList: true });
  location.hash = id;
})"""
PRINTED = """() => {
  const map = document.querySelector("svg.matrix"), section = map.closest("section");
  const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
  const sizes = [...map.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize));
  return [section.getBoundingClientRect().height, Math.min(...sizes) * scale * 0.75];
}"""


def packed(path):
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def tell(target, what, found, most, unit="", worse=None):
    """One line; `worse` says whether what was found misses the target, by default whether it is above the most."""
    missed = found > most if worse is None else worse
    show = lambda number: f"{number:,.1f}" if isinstance(number, float) else f"{number:,}"
    print(f"{target:>3}  {'over' if missed else 'ok':4}  {what:58} {show(found):>12} of {show(most)} {unit}")


class Elements(HTMLParser):
    count = 0

    def handle_starttag(self, tag, attributes):
        self.count += 1


def elements(path):
    parser = Elements()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.count


def weights(root):
    pages = sorted((path for path in (root / "techniques").glob("T*.html") if "-all" not in path.name),
                   key=lambda path: path.stat().st_size)
    largest = pages[-1]
    tell(12, f"largest technique page ({largest.stem}), compressed bytes", packed(largest), 20 * KB)
    tell(12, "its elements", elements(largest), 5000)
    tell(12, "technique pages, 95th percentile, bytes", pages[len(pages) * 95 // 100].stat().st_size, 130 * KB)
    text = largest.read_text(encoding="utf-8")
    assets = re.findall(r'<(?:script src|link rel="?stylesheet"? href)="?([^">\s]+)', text)
    first = packed(largest) + sum(packed(largest.parent / asset) for asset in assets)
    tell(13, "first visit of it with its style and scripts, compressed", first, 55 * KB)
    for target, name, most in [(14, "search-index", 105), (15, "explore-data", 40)]:
        tell(target, f"{name}, compressed bytes", packed(next((root / "assets").glob(f"{name}.*.js"))), most * KB)
    return largest


def search(root, bundle, visit):
    tab = visit.open("index.html")
    ask = lambda text: [hit["id"] for hit in tab.evaluate("text => attackRelations.search(text)", text)]
    known = [row["id"] for name in ["techniques", "reports"] for row in csv.DictReader(open(root / f"data/{name}.csv"))]
    known += [path.stem for folder in ["groups", "software", "campaigns", "tactics"]
              for path in (root / folder).glob("*.html") if path.stem != "index"]
    tell(14, f"ids not found first, of {len(known):,}", sum(ask(name)[:1] != [name] for name in known), 0)
    aliases = []
    for thing in json.loads(bundle.read_bytes())["objects"]:
        names = thing.get("aliases", []) + thing.get("x_mitre_aliases", [])
        if thing.get("revoked") or thing.get("x_mitre_deprecated") or not names:
            continue
        ids = [r["external_id"] for r in thing.get("external_references", []) if r["source_name"].startswith("mitre-")]
        aliases += [(name, ids[0]) for name in names if ids and ids[0] in known]
    missed = sum(own not in ask(name)[:3] for name, own in aliases)
    tell(14, f"aliases not in the first three, of {len(aliases):,}", missed, len(aliases) // 100)


def times(root, visit):
    with open(root / "data/techniques.csv", encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    stream = random.Random(2018)
    tab = visit.open(f"explore.html#{ids[0]}")
    visit.drawn()
    taken = sorted(tab.evaluate(UPDATE, ",".join(stream.sample(ids, stream.randint(1, 8)))) for _ in range(100))
    tell(15, "explorer: from the link to the new list, median ms", taken[50], 16.0)
    tell(15, "the same, 95th percentile", taken[95], 16.0)
    visit.open("techniques/index.html#table=all&all=1")
    sorting, rows = tab.evaluate(SORT)
    tell(16, f"sorting {rows} rows, median ms", sorting[20], 150.0)
    tell(16, "the same, longest", sorting[-1], 150.0)


def printed(page, tab):
    tab.set_viewport_size(SHEET)
    tab.goto(page.as_uri())
    tab.emulate_media(media="print")
    height, points = tab.evaluate(PRINTED)
    tell(17, f"heatmap of {page.stem} on paper, height with its legend, px", height, float(SHEET["height"]))
    tell(17, "its smallest text, points (at least)", points, 7.0, worse=points < 7)
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", tab.pdf(prefer_css_page_size=True))
    tell(17, "sheets that it takes", sum(float(height) > 1100 for _, height in sheets), 1)


def whole(root):
    files = sorted(path for path in root.rglob("*") if path.is_file())
    tell(18, "files", len(files), 12_000)
    tell(18, "whole site, MB", sum(path.stat().st_size for path in files) / MB, 170.0)
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz", compresslevel=6, format=tarfile.GNU_FORMAT) as tar:  # as tar -cz --sort=name
        for path in files:
            tar.add(path, path.relative_to(root))
    tell(18, "as a .tar.gz, MB", archive.tell() / MB, 27.0)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    root, bundle = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    largest = weights(root)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        visit = Visit(browser, root)
        search(root, bundle, visit)
        times(root, visit)
        printed(largest, visit.tab)
        browser.close()
    whole(root)


if __name__ == "__main__":
    main()
