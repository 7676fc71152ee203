"""What the checks that drive pages share: a browser on a built site, opened from file://.

A check is a function marked by `check` that takes a `Visit` and is named by what it finds true; `drive` runs all.
"""
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tally import Tally


class Visit:
    """One reader's tab. What the console says and what is asked of the world counts against the check."""

    def __init__(self, browser, root, **settings):
        self.root = root
        self.context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | settings))
        self.tab = self.context.new_page()
        self.said = []
        self.tab.on("console", lambda message: self.said.append(f"console {message.type}: {message.text}"))
        self.tab.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.tab.on("requestfailed", lambda request: self.said.append(f"failed: {request.url}"))
        self.tab.on("request", self.hear)

    def hear(self, request):
        if not request.url.startswith(("file:", "blob:", "data:")):
            self.said.append(f"outside: {request.url}")

    def open(self, page):
        """The page, laid out with its fonts: until then a browser that has just started moves what is to be clicked."""
        self.tab.goto(self.url(page))
        self.tab.evaluate("document.fonts.ready.then(() => true)")
        return self.tab

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
    for _ in range(200):
        if tab.evaluate(expression):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


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
        # Without the sandbox, since containers run as root; the pages are our own.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
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
