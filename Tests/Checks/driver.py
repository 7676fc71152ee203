"""What the checks that drive pages share: a browser on a built site, opened from file://.

A check is a function marked by `check` that takes a `Visit` and is named by what it finds true; `drive` runs all.
None of them waits for a length of time: each waits for what the page does, however slow the machine is.
"""
import re
import shutil
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tally import Tally

CEILING = 180  # seconds after which what has not happened hangs: far more than a busy machine needs

# Counts how often the explorer's page has drawn its answer, of which the note on where to look comes last. It listens
# before any script of the page runs, and hears nothing of what the page was written with.
DRAWINGS = """document.addEventListener("readystatechange", () => {
  const last = document.getElementById("look-note");
  window.drawings = 0;
  if (last) new MutationObserver(() => { window.drawings += 1; }).observe(last, { childList: true });
}, { once: true })"""


def launch(playwright):
    """Debian's Chromium, without its sandbox, since containers run as root; the pages are our own."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"], timeout=CEILING * 1000)


def reader(browser, **settings):
    """A browser of one reader, set up as `settings` tell."""
    context = browser.new_context(**settings)
    context.set_default_timeout(CEILING * 1000)
    return context


def lost(request):
    """What to say of a request that failed: nothing of one that the browser gave up as the reader went on."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url} {request.failure}"]


class Visit:
    """One reader's tab. What the console says and what is asked of the world counts against the check."""

    def __init__(self, browser, root, **settings):
        self.root = root
        self.context = reader(browser, **({"viewport": {"width": 1280, "height": 900}} | settings))
        self.tab = self.context.new_page()
        self.tab.add_init_script(DRAWINGS)
        self.said = []
        self.tab.on("console", lambda message: self.said.append(f"console {message.type}: {message.text}"))
        self.tab.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.tab.on("requestfailed", lambda request: self.said.extend(lost(request)))
        self.tab.on("request", self.hear)

    def hear(self, request):
        if not request.url.startswith(("file:", "blob:", "about:", "data:")):
            self.said.append(f"outside: {request.url}")

    def open(self, page):
        """The page, laid out with its fonts: until then a browser that has just started moves what is to be clicked."""
        url, here = self.url(page), self.tab.url
        if "#" in url and url != here and url.split("#")[0] == here.split("#")[0]:
            with self.turning():
                self.tab.goto(url)
        else:
            self.tab.goto(url)
        self.tab.evaluate("document.fonts.ready.then(() => true)")
        return self.tab

    @contextmanager
    def turning(self):
        """What is done within changes what follows the # in the address: goes on once the page has acted on it."""
        self.tab.evaluate("""() => {
            window.isTurned = false;
            addEventListener("hashchange", () => { window.isTurned = true; }, { once: true });
        }""")
        yield
        self.wait("window.isTurned")

    def drawn(self):
        """Goes on once the explorer has drawn all that its address tells."""
        self.wait("window.drawings > 0")

    @contextmanager
    def drawing(self):
        """What is done within makes the explorer draw again: goes on once all of it stands there."""
        before = self.tab.evaluate("window.drawings")
        yield
        self.wait(f"window.drawings > {before}")

    def answered(self):
        """Goes on once the page has acted on all that was asked of its search so far: what asks last is answered last."""
        self.search("")

    def url(self, page):
        path, _, fragment = page.partition("#")
        return (self.root / path).as_uri() + ("#" + fragment if fragment else "")

    def here(self):
        """The page that the tab shows, from the site's root, with its fragment."""
        return self.tab.url.removeprefix(self.root.as_uri() + "/")

    def search(self, text):
        return self.tab.evaluate("text => window.attackRelations.search(text)", text)

    def wait(self, expression):
        until(self.tab, expression)

    def hold(self, name):
        """Keeps a script from arriving: those that asked for it, and the function that lets all of them have it."""
        late, released = [], []

        def come(route):
            if released:
                route.continue_()
            else:
                late.append(route)

        def release():
            released.append(True)
            for route in late:
                route.continue_()
        self.tab.route(f"**/{name}.*", come)
        return late, release

    def live(self):
        return self.tab.inner_text("#live")


def until(tab, expression):
    """Until an expression of the page is true. Asked again and again from here, since the pages' policy lets none of
    them be evaluated there."""
    end = time.monotonic() + CEILING
    while not holds(tab, expression):
        if time.monotonic() > end:
            raise AssertionError(f"never true: {expression}")
        tab.wait_for_timeout(20)


def holds(tab, expression):
    try:
        return tab.evaluate(expression)
    except Error as error:
        if "context was destroyed" not in str(error):
            raise
        return False  # the page that was asked is gone, and the next one on its way


class Skipped(Exception):
    """The site has nothing of what a check asks for."""


CHECKS = []


def check(function=None, **settings):
    """Marks a function as a check; `settings` tell how the reader's browser is set up for it."""
    def take(function):
        CHECKS.append((function, settings))
        return function
    return take(function) if function else take


def drive(description):
    """Runs all checks on the site that the command line names; each gets a tab of its own."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {description}")
    root, tally = Path(sys.argv[1]).resolve(), Tally()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for function, settings in CHECKS:
            name = function.__name__.replace("_", " ")
            visit = Visit(browser, root, **settings)
            try:
                function(visit)
                tally.check(True, name)
            except Skipped as reason:
                print(f"SKIPPED {name}: {reason}")
            except Exception as error:  # a check that fails does so alone, a page that hangs too
                message = re.sub(r"\s+", " ", str(error))[:300]
                tally.check(False, f"{name}: {type(error).__name__} {message}")
            tally.check(not visit.said, f"{name}: {visit.said[:3]}")
            visit.context.close()
        browser.close()
    tally.finish()
