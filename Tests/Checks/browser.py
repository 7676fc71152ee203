"""browser.py ROOT [--jobs N] PAGE...: the pages in Chromium, opened from file:// as a reader without a server would.

Each page is opened in light, dark, at 320 px, without JavaScript and in forced colours.
Wants Debian's chromium; playwright's own browsers are not needed.
"""
import argparse
import os
import re
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from driver import launch, lost, reader
from tally import Tally

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = {  # name: how the reader's browser is set up
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "320px": {"color_scheme": "light", "viewport": {"width": 320, "height": 800}},
    "no script": {"java_script_enabled": False},
    "forced colours": {"forced_colors": "active"},
}
LEAST_CONTRAST = 4.5
LEAST_WITHOUT_SCRIPT = 0.95
MOST_SVG_TEXTS = 4000

# The least contrast of SVG texts with what lies below them: earlier rects, else the background of the page.
# axe does not look at text in SVG. A pattern below is passed over, since its colour is not one.
SVG_CONTRAST = """limit => {
  const rgba = s => {
    const m = (s.match(/[\\d.]+/g) || []).map(Number);
    return s.startsWith('rgb') && m.length >= 3 ? [m[0], m[1], m[2], m.length > 3 ? m[3] : 1] : null;
  };
  const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const luminance = c => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
  const over = (top, below, alpha) => [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
  const opacity = (element, end) => {
    let product = 1;
    for (let e = element; e && e !== end; e = e.parentElement) product *= +getComputedStyle(e).opacity;
    return product;
  };
  const page = svg => {
    const layers = [];
    for (let e = svg; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor);
      if (c && c[3] > 0) { layers.push(c); if (c[3] === 1) break; }
    }
    return layers.reverse().reduce((below, c) => over(c, below, c[3]), [255, 255, 255]);
  };
  let worst = 99, text = '', count = 0;
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.parentElement.closest('svg') || !svg.getClientRects().length) continue;
    const ground = page(svg), rects = [];
    for (const e of svg.querySelectorAll('rect, text')) {
      const style = getComputedStyle(e), box = e.getBoundingClientRect();
      if (!box.width || !box.height || style.visibility !== 'visible') continue;
      const fill = rgba(style.fill);
      if (!fill) continue;
      const alpha = fill[3] * style.fillOpacity * opacity(e, svg.parentElement);
      if (e.tagName === 'rect') { if (alpha > 0) rects.push([box, fill, alpha]); continue; }
      if (count >= limit || !e.textContent.trim()) continue;
      const x = box.x + box.width / 2, y = box.y + box.height / 2;
      let below = ground;
      for (const [b, c, a] of rects)
        if (x >= b.left && x <= b.right && y >= b.top && y <= b.bottom) below = over(c, below, a);
      const [p, q] = [luminance(over(fill, below, alpha)), luminance(below)];
      const contrast = (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
      count += 1;
      if (contrast < worst) { worst = contrast; text = e.textContent.trim().slice(0, 40); }
    }
  }
  return [count, worst, text];
}"""


# The cells of a matrix, which the style sheet places, that lie outside of it or upon another.
ASTRAY = """() => [...document.querySelectorAll('svg.matrix')].flatMap(svg => {
  const all = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll('a > rect')].map(rect => rect.getBoundingClientRect());
  return boxes.filter((one, place) =>
    one.left < all.left - 1 || one.right > all.right + 1 || one.top < all.top + 30 || one.bottom > all.bottom + 1
    || boxes.some((other, at) => at < place && Math.abs(one.left - other.left) < 80 && Math.abs(one.top - other.top) < 37)
  ).map(box => `${Math.round(box.left - all.left)},${Math.round(box.top - all.top)}`);
})"""


class Check:
    """One page in one browser; `facts` collects (good, message)."""

    def __init__(self, browser, root, page):
        self.browser, self.page, self.facts = browser, page, []
        self.url = (root / page).as_uri()
        self.leads_on = "http-equiv=refresh" in (root / page).read_text()

    def fact(self, good, message):
        self.facts.append((bool(good), f"{self.page} {message}"))

    def run(self):
        texts = {}
        for view, settings in VIEWS.items():
            context = reader(self.browser, **settings)
            tab = context.new_page()
            said, asked = self.listen(tab)
            try:
                self.open(tab)
                texts[view] = tab.inner_text("main")
                self.look(view, tab)
            except Exception as error:  # a page that does not open fails alone
                self.fact(False, f"{view}: {str(error).splitlines()[0]}")
            outside = [a for a in asked if not a.startswith(("file:", "data:", "blob:"))]
            self.fact(not outside, f"{view}: requests to the outside {outside[:3]}")
            self.fact(not said, f"{view}: console {said[:3]}")
            context.close()
        if {"light", "no script"} <= set(texts):
            share = len(texts["no script"]) / max(len(texts["light"]), 1)
            self.fact(share >= LEAST_WITHOUT_SCRIPT, f"no script: only {share:.0%} of the main text")
        return self.facts

    def open(self, tab):
        """Shows the page; of one that leads to another at once, that other one."""
        tab.goto(self.url)
        if self.leads_on:
            tab.wait_for_url(lambda url: url.split("#")[0] != self.url)

    def listen(self, tab):
        """What the page says on the console and asks of the world, filled as it happens."""
        said, asked = [], []
        tab.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("requestfailed", lambda request: said.extend(lost(request)))
        tab.on("request", lambda request: asked.append(request.url))
        return said, asked

    def look(self, view, tab):
        if view == "no script":
            return
        if view != "forced colours":
            self.look_with_axe(view, tab)
        if view != "320px":
            self.look_at_svg(view, tab)
        if view == "320px":
            width = tab.evaluate("document.scrollingElement.scrollWidth")
            self.fact(width <= 320, f"{view}: {width} px wide, the page scrolls sideways")
        if view == "light":
            astray = tab.evaluate(ASTRAY)
            self.fact(not astray, f"{len(astray)} cells of a matrix are astray: {astray[:3]}")
            self.skip_link(tab)
            self.sorting(tab)
            self.search_key(tab)
            self.theme(tab)

    def look_with_axe(self, view, tab):
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
        violations = Axe().run(tab, options=options).response["violations"]
        self.fact(not violations, f"{view}: axe " + "; ".join(
            f"{v['id']} ({v['impact']}, {len(v['nodes'])}, {v['nodes'][0]['html'][:80]})" for v in violations))

    def look_at_svg(self, view, tab):
        count, worst, text = tab.evaluate(SVG_CONTRAST, MOST_SVG_TEXTS)
        self.fact(not count or worst >= LEAST_CONTRAST, f"{view}: SVG text {text!r} has a contrast of {worst:.2f}")

    def skip_link(self, tab):
        tab.keyboard.press("Tab")
        link, seen = tab.evaluate("""() => {
            const e = document.activeElement, box = e.getBoundingClientRect();
            const target = document.getElementById((e.getAttribute('href') || '').slice(1));
            return [target && target.matches('main, main *') ? e.getAttribute('href') : e.outerHTML.slice(0, 80),
                    box.width > 0 && box.top >= 0 && box.left >= 0];
        }""")
        self.fact(link.startswith("#"), f"first Tab stop is no skip link: {link}")
        self.fact(seen, "skip link cannot be seen when it has the focus")

    def sorting(self, tab):
        """The first button in the head of a column of numbers, or else of any, sorts its table, and says so."""
        buttons = tab.locator("main table thead th button:visible")
        if not buttons.count():
            return
        numeric = buttons.evaluate_all("""all => all.findIndex(button => {
            const head = button.closest('th');
            return head.closest('table').classList.contains('n' + (head.cellIndex + 1));
        })""")
        button = buttons.nth(max(numeric, 0))
        head = "() => document.querySelector('main table thead th[aria-sort]')"
        states = []
        for _ in range(2):
            button.click()
            state, column = tab.evaluate(f"""() => {{
                const th = ({head})();
                if (!th) return [null, []];
                const rows = [...th.closest('table').tBodies[0].rows];
                return [th.getAttribute('aria-sort'), rows.map(r => r.cells[th.cellIndex].innerText.trim())];
            }}""")
            states.append(state)
            self.fact(in_order(column, state), f"table: {state} but its column reads {column[:5]}")
        self.fact(set(states) == {"ascending", "descending"}, f"table: aria-sort is {states} after one and two clicks")

    def search_key(self, tab):
        box = tab.locator("input[type=search]")
        if box.count():
            tab.evaluate("document.activeElement.blur()")
            tab.keyboard.press("/")
            focused = tab.evaluate("document.activeElement.matches('input[type=search]')")
            self.fact(focused, "/ does not focus the search")

    def theme(self, tab):
        """The theme button turns the background, and the choice outlives the page."""
        button = tab.get_by_role("button", name=re.compile("theme|dark", re.I))
        if not button.count():
            self.fact(False, "no button changes the theme")
            return
        ground = "[document.documentElement, document.body].map(e => getComputedStyle(e).backgroundColor).join()"
        before = tab.evaluate(ground)
        for _ in range(2):  # a button with three states may need two clicks
            if tab.evaluate(ground) == before:
                button.first.click()
        after = tab.evaluate(ground)
        self.fact(after != before, "theme button changes nothing")
        tab.reload()
        self.fact(tab.evaluate(ground) == after, "theme is forgotten on reload")


def in_order(column, state):
    """Whether the cells stand in the order that `aria-sort` names; mixed or empty columns are not judged."""
    keys = [re.match(r"[−-]?[0-9][0-9,.\u202f]*", cell) for cell in column]
    if not column or not state:
        return False
    if not all(keys):
        return True
    numbers = [float(re.sub("[,\u202f]", "", k.group()).replace("−", "-").rstrip(".") or 0) for k in keys]
    return numbers == sorted(numbers, reverse=state == "descending")


# ---------------------------------------------------------------- one browser a process

def start():
    global browser
    browser = launch(sync_playwright().start())


def run(root, page):
    began = time.monotonic()
    return Check(browser, root, page).run(), time.monotonic() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    root, tally = options.root.resolve(), Tally()
    with ProcessPoolExecutor(min(options.jobs, len(options.pages)), initializer=start) as pool:
        for page, (facts, seconds) in zip(options.pages, pool.map(run, [root] * len(options.pages), options.pages)):
            for good, message in facts:
                tally.check(good, message)
            print(f"     {page} {seconds:.1f} s")
    tally.finish()


if __name__ == "__main__":
    main()
