"""explorer.py SITE TOOL BUNDLE [--sets N] [--runs N]: the explorer in Chromium, from file://.

Its answers are those of a twin written in Python, on N seeded sets of techniques, and those of `TOOL infer` on some
of them; its page does by hand what it says. Prints how long one inference takes.
"""
import argparse
import csv
import json
import random
import subprocess
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from driver import Visit, launch
from tally import Tally
from twin import Twin

CLOSE = 1e-9
FIELDS = ("raw", "probability", "low", "high", "usual", "times", "score", "together", "base_term")
ORDERS = ("telling", "likely")
# An answer without what the twin does not know.
BRIEF = """async ([ids, absent, order]) => {
  const { techniques } = await attackRelations.infer(ids, { absent, order, reports: 3 });
  return techniques.map(({ look_in, name, reports, ...row }) =>
    ({ ...row, reports: reports.map(({ id, share }) => ({ id, share })) }));
}"""
TIMED = """sets => attackRelations.load("explore-data", "attackRelationsReports").then(data => {
  const corpus = attackRelations.corpus(data), times = [];
  for (const set of sets) {
    const began = performance.now();
    const estimate = attackRelations.estimate(corpus, attackRelations.resolve(corpus, set).indexes);
    attackRelations.ranking(corpus, estimate, "telling");
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
})"""


def seeded(ids, count):
    """Sets of one to eight techniques, cited or not, each with up to three others that were not found."""
    stream = random.Random(2018)
    sets = [stream.sample(ids, 1 + number % 8) for number in range(count)]
    return [(seen, stream.sample([id for id in ids if id not in seen], number % 4)) for number, seen in enumerate(sets)]


def close(found, expected):
    return abs(found - expected) <= CLOSE


def check_twin(tally, twin, ids, absent, order, rows):
    answer = twin.answer(ids, order, absent)
    expected = dict(answer)
    where = f"{','.join(ids)} not {','.join(absent)} {order}"
    # Equal but for the last digits may stand either way: the order is that of the values, to CLOSE.
    tally.check(sorted(row["technique"] for row in rows) == sorted(expected), f"{where}: other techniques")
    scores = [expected[row["technique"]]["score"] for row in rows]
    tally.check(all(a >= b - CLOSE for a, b in zip(scores, scores[1:])), f"{where}: out of order")
    far = [(row["technique"], field) for row in rows
           for field in FIELDS if not close(row[field], expected[row["technique"]][field])]
    tally.check(not far, f"{where}: differs from the twin in {far[:3]}")
    wrong = [row["technique"] for row in rows if not shares_agree(row, expected[row["technique"]]["shares"])]
    tally.check(not wrong, f"{where}: shares of {wrong[:3]}")


def shares_agree(row, shares):
    """The three largest, and what is left of the whole."""
    largest = sorted(shares.values(), reverse=True)
    listed = sum(report["share"] for report in row["reports"])
    return (len(row["reports"]) == min(3, len(shares))
            and close(listed + row["reports_left_out"] + row["base_term"], row["raw"])
            and close(listed + row["reports_left_out"], sum(largest))
            and all(close(report["share"], shares.get(report["id"], -1)) and close(report["share"], value)
                    for report, value in zip(row["reports"], largest)))


def same(found, expected, where=""):
    """Where two values of JSON differ; numbers may by CLOSE."""
    if isinstance(expected, dict):
        return [where] if found.keys() != expected.keys() else [
            place for key in expected for place in same(found[key], expected[key], f"{where}.{key}")]
    if isinstance(expected, list):
        return [where] if len(found) != len(expected) else [
            place for n, pair in enumerate(zip(found, expected)) for place in same(*pair, f"{where}[{n}]")]
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        return [] if close(found, expected) else [where]
    return [] if found == expected else [where]


def command(tool, bundle, ids, *options):
    return subprocess.run([tool, "infer", "--bundle", bundle, *options, *ids], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True, text=True).stdout


def check_numbers(tally, tab, twin, options):
    sets = seeded(twin.ids, options.sets)
    for ids, absent in sets:
        for order in ORDERS:
            check_twin(tally, twin, ids, absent, order, tab.evaluate(BRIEF, [ids, absent, order]))
    for number, (ids, absent) in enumerate(sets[:options.runs]):
        order = ORDERS[number % 2]
        expected = json.loads(command(options.tool, options.bundle, ids, "--format", "json", "--top", "1000",
                                      "--order", order, *(word for id in absent for word in ("--not", id))))
        found = tab.evaluate("([ids, absent, order]) => attackRelations.infer(ids, { absent, order })", [ids, absent, order])
        for answer in (found, expected):  # a browser knows a report by its page
            answer.pop("chains", None)  # steps.py compares these, and the parts
            for row in answer["techniques"]:
                row.pop("part", None)
                for report in row["reports"]:
                    del report["url"]
        differing = same(found, expected)
        tally.check(not differing, f"{','.join(ids)}: differs from infer at {differing[:3]}")
    times = tab.evaluate(TIMED, [ids for ids, _ in sets])
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"     one inference: p50 {p50:.2f} ms, p99 {p99:.2f} ms")
    refused = tab.evaluate("attackRelations.infer(['nothing']).then(() => false, () => true)")
    tally.check(refused, "infer takes what is no id")
    refused = tab.evaluate("([a]) => attackRelations.infer([a], { absent: [a] }).then(() => false, () => true)", twin.ids)
    tally.check(refused, "infer takes what is both seen and not found")


class Hand:
    """A reader's hand on the page."""

    def __init__(self, tally, visit):
        self.tally, self.visit, self.tab = tally, visit, visit.tab
        self.drawing = visit.drawing

    def open(self, state=""):
        self.tab.goto("about:blank")
        self.visit.open("explore.html" + state)
        if state:
            self.visit.drawn()

    def chips(self):
        return self.tab.locator("#chips li i").all_inner_texts()

    def rows(self):
        return self.tab.eval_on_selector_all("#results > li[data-technique]", """rows => rows.map(row =>
          [row.dataset.technique, +row.dataset.probability, row.classList.contains("blind")])""")

    def seen(self, expected, where):
        self.tally.equal(self.chips(), expected, where)
        told = self.tab.evaluate("location.hash.slice(1).split('&')[0]")
        self.tally.equal(told, ",".join(expected), f"{where}: state in the address")

    def example(self):
        """The example of the page is what the script makes of the same."""
        self.open()
        read = """() => [...document.querySelectorAll("#results > li")].map(row => [row.dataset.technique,
          (+row.dataset.probability).toFixed(12), ...[".nm", ".pc", ".x", ".tac", "summary"].map(s => row.querySelector(s).textContent)])"""
        chips, static = self.chips(), self.tab.evaluate(read)
        self.open("#" + ",".join(chips))
        self.tally.equal(self.tab.evaluate(read), static, "the example is not what the script draws")

    def type(self, a, b):
        """By keyboard alone: the first replaces the example, the second is added, then one is removed."""
        self.open()
        self.tab.focus("#technique")
        self.tab.keyboard.type(a[1])
        self.tab.wait_for_selector("#options li")
        with self.drawing():
            self.tab.keyboard.press("Enter")
        self.seen([a[0]], "a name typed")
        self.tab.keyboard.type(b[0].lower().replace(".", "/"))
        self.tab.wait_for_selector("#options li")
        with self.drawing():
            self.tab.keyboard.press("Enter")
        self.seen([a[0], b[0]], "an id typed")
        self.tab.focus(f"[data-remove='{a[0]}']")
        with self.drawing():
            self.tab.keyboard.press("Enter")
        self.seen([b[0]], "a chip removed")
        focused = self.tab.evaluate("document.activeElement.dataset.remove || document.activeElement.id")
        self.tally.equal(focused, b[0], "focus after a chip was removed")
        said = self.tab.inner_text("#live")
        self.tally.check("ranked" in said, f"the change is not announced: {said!r}")

    def paste(self, a, b, retired):
        self.open()
        self.tab.click("#paste")
        self.tab.fill("#dialog-text", f"seen {a.lower()}, XT1003 and T10590; ({b.replace('.', '/')}) {retired[0]} T9876")
        with self.drawing():
            self.tab.click("#dialog-do")
        expected = list(dict.fromkeys([a, b, retired[1]]))
        self.seen(expected, "a text pasted")
        heard = self.tab.inner_text("#heard")
        self.tally.check(f"{retired[0]} is retired: taken as {retired[1]}" in heard and "T9876" in heard,
                         f"what became of ids is not told: {heard!r}")

    def layer(self, a, b, c):
        """Score, colour or comment count; disabled and 0 do not."""
        text = json.dumps([{"techniques": [
            {"techniqueID": a, "score": 3}, {"techniqueID": b, "color": "#ff0000"},
            {"techniqueID": c, "score": 0, "comment": "no"}, {"techniqueID": c, "score": 5, "enabled": False},
            {"techniqueID": c}]}])
        self.open()
        file = {"name": "layer.json", "mimeType": "application/json", "buffer": text.encode()}
        with self.drawing():
            self.tab.set_input_files("#file", file)
        self.seen([a, b], "a layer opened")
        with self.drawing():
            self.tab.evaluate("""text => {
              const data = new DataTransfer();
              data.items.add(new File([text], "layer.json"));
              document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
            }""", text.replace(a, c, 1).replace(b, a, 1))
        self.seen([a, b, c], "a layer dropped")

    def filters(self, a):
        self.open("#" + a)
        before = self.rows()
        with self.drawing():
            self.tab.check("#parents")
        self.tally.check(all("." not in row[0] for row in self.rows()), "sub-techniques are not hidden")
        tactic = self.tab.locator("#tactic option").nth(3).inner_text()
        with self.drawing():
            self.tab.select_option("#tactic", tactic)
        # A browser gives no inner text of rows that it has not come to draw.
        told = self.tab.locator("#results .tac").all_text_contents()
        self.tally.check(told and all(tactic in text.split(", ") for text in told), f"filter by {tactic}: {told[:3]}")
        kept = self.rows()
        self.tab.reload()
        self.visit.drawn()
        self.tally.equal(self.rows(), kept, "the filtered list after a reload")
        with self.drawing():
            self.tab.select_option("#tactic", "")
        with self.drawing():
            self.tab.uncheck("#parents")
        self.tally.equal(self.rows(), before, "the list after the filters are off")
        with self.drawing():
            self.tab.click("#more")
        self.tally.equal(len(self.rows()), 2 * len(before), "rows after more were asked for")
        self.order(a)

    def order(self, a):
        """The other order of the same list, kept in the address."""
        self.open("#" + a)
        telling = self.rows()
        with self.drawing():
            self.tab.select_option("#order", "likely")
        likely = self.rows()
        self.tally.check(likely != telling and [row[1] for row in likely] == sorted((row[1] for row in likely), reverse=True),
                         "the most likely do not stand first")
        self.tally.check("&order=likely" in self.tab.evaluate("location.hash"), "the order is not in the address")
        self.tab.reload()
        self.visit.drawn()
        self.tally.equal(self.rows(), likely, "the order after a reload")

    def steps_back(self, a):
        """What was seen before is one step back, also after all was cleared."""
        self.open(f"#{a}")
        with self.drawing():
            self.tab.locator("#results button.too").first.click()
        more = self.chips()
        with self.drawing():
            self.tab.click("#clear")
        self.tally.equal(self.chips(), [], "techniques observed after all were cleared")
        times = self.tab.locator("#results .x").all_text_contents()  # rows far below have no layout yet
        self.tally.check(times and all(text.startswith("1.0× ") for text in times),
                         "with nothing observed a chance is not the usual one")
        with self.drawing():
            self.tab.go_back()
        self.tally.equal(self.chips(), more, "techniques observed one step back")
        with self.drawing():
            self.tab.go_back()
        self.tally.equal(self.chips(), [a], "techniques observed two steps back")
        with self.drawing():
            self.tab.go_forward()
        self.tally.equal(self.chips(), more, "techniques observed one step on again")

    def not_found(self, a, options):
        """What was looked for in vain leaves the list, changes nothing else, and is told everywhere."""
        self.open("#" + a)
        before = self.rows()
        b = before[1][0]
        with self.drawing():
            self.tab.click(f"[data-miss='{b}']")
        left = self.rows()
        self.tally.equal(left[:-1], before[:1] + before[2:], "the list without what was not found")
        focused = self.tab.evaluate("document.activeElement.dataset.miss")
        self.tally.equal(focused, before[2][0], "focus after a technique was not found")
        self.tally.check(b in self.tab.inner_text("#live"), "what was not found is not announced")
        self.tally.equal(self.tab.evaluate("location.hash"), f"#{a}&not={b}", "the address with what was not found")
        self.tab.reload()
        self.visit.drawn()
        self.tally.equal(self.rows(), left, "what was not found after a reload")
        self.tab.click("#plan")
        self.visit.wait("document.getElementById('dialog-text').value")
        printed = command(options.tool, options.bundle, [a], "--not", b, "--format", "markdown")
        self.tally.same(self.tab.input_value("#dialog-text").splitlines(), printed.splitlines(), "the plan and infer's")
        self.tab.keyboard.press("Escape")
        with self.tab.expect_download() as download:
            self.tab.click("#save-layer")
        layer = json.loads(Path(download.value.path()).read_text())
        self.tally.check(f"Looked for, not found: {b} " in layer["description"], "the layer hides what was not found")
        with self.drawing():
            self.tab.click(f"[data-back='{b}']")
        self.tally.equal(self.rows(), before, "the list once it is back")
        self.tally.check(self.tab.is_hidden("#absent"), "nothing is left of what was not found, but its heading stays")
        with self.drawing():
            self.tab.go_back()
        self.tally.equal(self.rows(), left, "one step back")
        self.open(f"#{a}&not={a},{b}")
        self.tally.equal(self.rows(), left, "what is both seen and not found was seen")

    def since(self, a, b, site):
        """Plain counts since a year are those of the reports' own file."""
        with open(site / "data/reports.csv", newline="") as file:
            reports = [(row["published"][:4], row["techniques"].split()) for row in csv.DictReader(file)]
        self.open(f"#{a},{b}")
        year = sorted({published for published, cited in reports if {a, b} <= set(cited)})[-2]
        with self.drawing():
            self.tab.fill("#since", year)
            self.tab.press("#since", "Tab")
        of = [cited for published, cited in reports if published >= year and {a, b} <= set(cited)]
        counts = Counter(technique for cited in of for technique in cited if technique not in (a, b))
        found = self.tab.eval_on_selector_all("#results > li", "rows => rows.map(row => [row.dataset.technique, row.querySelector('.pc').textContent])")
        self.tally.check(found and all(text == f"{counts[technique]}of {len(of)}" for technique, text in found),
                         f"counts since {year}: {found[:3]}")
        numbers = [counts[technique] for technique, _ in found]
        self.tally.check(numbers == sorted(counts.values(), reverse=True)[:len(numbers)], f"the highest since {year} first")
        shown = self.tab.text_content("#results")
        self.tally.check("×" not in shown and "%" not in shown, f"a ratio or a chance stands beside counts since {year}")
        self.tab.locator("#results details summary").first.click()
        self.tab.wait_for_selector("#results details .ev ol a")
        self.tally.equal(self.tab.locator("#results details").first.locator(".ev ol a").count(), numbers[0], "reports opened")
        told = self.tab.evaluate("location.hash")
        self.tally.check(f"&since={year}" in told, f"the year is not in the address: {told}")

    def says_that_there_is_no_id(self):
        self.open()
        self.tab.click("#paste")
        self.tab.fill("#dialog-text", "Mimikatz on a host, then psexec")
        self.tab.click("#dialog-do")
        self.tally.check("No id" in self.tab.inner_text("#dialog-note"), "a text without ids closes the dialog")
        self.tab.keyboard.press("Escape")

    def sources(self, a):
        self.open("#" + a)
        order = [row[0] for row in self.rows()]
        self.tab.click("#sources summary")
        self.tab.wait_for_selector("#sources-boxes summary")
        name = self.tab.locator("#sources-boxes input").last.get_attribute("value")
        self.tab.fill("#sources-find", name)
        found = self.tab.locator("#sources-boxes label:visible")
        self.tally.check(found.count() > 0 and all(name in text for text in found.all_inner_texts()), f"find {name}")
        with self.drawing():
            found.last.locator("input").check()
        blind = sum(row[2] for row in self.rows())
        basis = self.tab.inner_text("#basis")
        self.tally.check(blind > 0, "one log source shows all")
        self.tally.equal([row[0] for row in self.rows()], order, "places with log sources ticked")
        self.tally.check(f"{len(order) - blind} of the {len(order)}" in basis and f"{blind} cannot" in basis,
                         f"the line above does not count them: {basis!r}")
        self.tally.check("log" not in self.tab.evaluate("location.hash"), "log sources stand in the link")
        self.open("#" + a)
        self.tally.equal(sum(row[2] for row in self.rows()), blind, "log sources are forgotten")
        self.tab.click("#sources summary")
        with self.drawing():
            self.tab.click("#sources-none")
        self.tally.equal(sum(row[2] for row in self.rows()), 0, "marks after all were unticked")

    def files(self, a, b, twin, options):
        self.open(f"#{a},{b}")
        order = [row[0] for row in self.rows()]
        saved = {}
        for button in ("#save-layer", "#save-csv"):
            with self.tab.expect_download() as download:
                self.tab.click(button)
            saved[button] = Path(download.value.path()).read_text()
        layer = json.loads(saved["#save-layer"])
        self.tally.equal(layer["versions"]["layer"], "4.5", "the layer's version")
        self.tally.equal([entry["techniqueID"] for entry in layer["techniques"]][:len(order)], order, "the layer")
        self.tally.check(all(isinstance(e["score"], int) and 1 <= e["score"] <= 100 for e in layer["techniques"]),
                         "a score of the layer is no whole number of 1...100")
        lines = saved["#save-csv"].splitlines()
        self.tally.equal([line.split(",")[0] for line in lines[1:]][:len(order)], order, "the CSV")
        self.tally.equal(len(lines), len(twin.ids) - 1, "lines of the CSV")
        self.tab.click("#plan")
        self.visit.wait("document.getElementById('dialog-text').value")
        plan = self.tab.input_value("#dialog-text")
        printed = command(options.tool, options.bundle, [a, b], "--format", "markdown")
        self.tally.same(plan.splitlines(), printed.splitlines(), "the hunt plan and infer's")
        self.tab.keyboard.press("Escape")
        self.tab.locator("#results details summary").first.click()
        self.tab.wait_for_selector("#results details .pts a")
        compared = self.tab.locator("#results details .more a").evaluate_all("all => all.map(a => a.hash)")
        self.tally.equal(compared, [f"#{a},{order[0]}", f"#{b},{order[0]}"], "the ways to the comparison")
        answer = dict(twin.answer([a, b], "telling"))[order[0]]
        first = self.tab.locator("#results details .pts a").first.get_attribute("href")
        self.tally.equal(first.split("/")[1][:-5] in answer["shares"], True, "a report that carries the first")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("tool")
    parser.add_argument("bundle")
    parser.add_argument("--sets", type=int, default=100)
    parser.add_argument("--runs", type=int, default=8)
    options = parser.parse_args()
    site, tally = options.site.resolve(), Tally()
    twin = Twin(site)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        visit = Visit(browser, site)
        hand = Hand(tally, visit)
        hand.open()
        check_numbers(tally, visit.tab, twin, options)
        hand.example()
        hand.type(("T1047", "windows management"), ("T1059.001", "powershell"))
        hand.paste("T1047", "T1059.001", ("T1086", "T1059.001"))
        hand.layer("T1047", "T1059.001", "T1003.001")
        hand.filters("T1059.001")
        hand.steps_back("T1047")
        hand.not_found("T1047", options)
        hand.since("T1047", "T1059.001", site)
        hand.says_that_there_is_no_id()
        hand.sources("T1059.001")
        hand.files("T1047", "T1059.001", twin, options)
        browser.close()
    tally.check(not visit.said, f"console and requests: {visit.said[:3]}")
    tally.finish()


if __name__ == "__main__":
    main()
