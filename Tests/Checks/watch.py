"""watch.py TOOL: while `build --watch` and `serve --watch` run, open pages show by themselves what was written.

It works on the demo, in a folder of its own, with both commands as a reader would run them, and Chromium.
"""
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from playwright.sync_api import sync_playwright

from driver import CEILING, launch, reader, until
from tally import Tally

PAGE = "techniques/T1047.html"
LOADED = "document.readyState === 'complete'"
TABS = 8  # more than the six connections that a browser has to one address


class Command:
    """A run of the tool whose lines are read as they come."""

    def __init__(self, folder, *command):
        self.process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines = Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line.strip())

    def line(self, pattern):
        """The next line that holds a pattern, as a match."""
        while True:
            found = re.search(pattern, self.lines.get(timeout=CEILING))
            if found:
                return found

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=CEILING)


@contextmanager
def running(*arguments):
    command = Command(*arguments)
    try:
        yield command
    finally:
        if command.process.poll() is None:
            command.process.kill()


def shown(text, is_there=True):
    """Whether a page, once it is there, shows a text."""
    return f"{LOADED} && document.body.innerText.includes({text!r}) === {str(is_there).lower()}"


def drive(folder, tool, browser, tally):
    with running(folder, tool, "build", "--watch") as build:
        build.line("^Watching ")
        site = folder / "_site"
        plain = (site / PAGE).read_text("utf-8")
        with running(folder, tool, "serve", "--watch", "--port", "0") as serve:
            address = serve.line(r"at (http://127\.0\.0\.1:\d+/)")[1]
            look(folder, address, browser, tally)
        tally.check("changes.txt" not in (site / PAGE).read_text("utf-8"), "the built site has nothing of the script")
        tally.check((site / PAGE).read_text("utf-8") == plain, "after the note has gone the page is as it was")
        tally.equal(build.end(), 0, "exit code of the watch")
        left = sorted(path.name for path in folder.iterdir())
        tally.equal(left, ["Site", "_site"], "what lies in the folder at the end")


def look(folder, address, browser, tally):
    context, said = reader(browser, viewport={"width": 1280, "height": 900}), []
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(address + PAGE)
    tab = tabs[0]
    tab.bring_to_front()
    tab.evaluate("new Promise(done => { addEventListener('scrollend', done, { once: true }); scrollTo(0, 700); })")
    note = folder / "Site/notes/T1047.md"
    note.parent.mkdir(parents=True)
    note.write_text("Our hunters saw it.\n")
    for each in tabs:
        each.bring_to_front()
        until(each, shown("Our hunters saw it."))
    tally.check(True, "every open page shows the note")
    until(tab, "scrollY >= 700")  # the browser keeps what is in view: a note above that moves it down
    tally.check(True, "the page is where it was scrolled to")
    note.unlink()
    tab.bring_to_front()
    until(tab, shown("Our hunters saw it.", False))
    tally.check(True, "the note has gone")
    style(folder, tab, tally)
    missing(folder, address, tab, tally)
    tally.check(not [text for text in said if "404" not in text], f"the console says nothing: {said[:3]}")
    with urllib.request.urlopen(address + ".changes.txt") as answer:
        tag = answer.read().decode()
    for each in tabs:  # one that loads itself again just now cannot be closed
        until(each, f"{LOADED} && document.querySelector('script[data-site]').dataset.site === {tag!r}")
    context.close()


def style(folder, tab, tally):
    """A style sheet of the team's reaches the open page too, and goes again."""
    sheet = folder / "Site/assets/ours.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("body { background: rgb(1, 2, 3); }")
    ground = f"{LOADED} && getComputedStyle(document.body).backgroundColor"
    until(tab, f"{ground} === 'rgb(1, 2, 3)'")
    sheet.unlink()
    until(tab, f"({ground} || 'rgb(1, 2, 3)') !== 'rgb(1, 2, 3)'")
    tally.check(True, "the page has the style, as long as it is there")


def missing(folder, address, tab, tally):
    """A page that is not there yet comes in the place of what says so."""
    tab.goto(address + "pages/hunting.html")
    page = folder / "Site/pages/hunting.md"
    page.parent.mkdir(parents=True)
    page.write_text("# How we hunt\n\nSlowly.\n")
    until(tab, shown("Slowly."))
    page.unlink()
    until(tab, shown("Slowly.", False))
    tally.check(True, "a new page comes by itself, and goes")


def main():
    if len(sys.argv) != 2:
        sys.exit(f"usage: {__doc__}")
    tool, tally = Path(sys.argv[1]).resolve(), Tally()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = launch(playwright)
        drive(Path(name), tool, browser, tally)
        browser.close()
    tally.finish()


if __name__ == "__main__":
    main()
