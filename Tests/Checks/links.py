"""links.py ROOT: all links, sources and fragments of the HTML and SVG files lead somewhere; no id stands twice."""
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tally import Tally

STATEFUL = {"explore.html", "search.html", "compare.html"}  # their fragment is the reader's state, not a place
ANYWHERE = {"404.html"}  # served for any address, so its links are absolute where there is a base URL
ATTRIBUTES = {"href", "src", "poster", "data", "xlink:href"}


class Page(HTMLParser):
    """The ids of a page, the doubled ones, and its references."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.doubled, self.references = set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" and value:
                (self.doubled if value in self.ids else self.ids).add(value)
            elif name in ATTRIBUTES and value is not None:
                self.references.append(value)


def read(path):
    page = Page(Path(path).read_text(encoding="utf-8"))
    return page.ids, page.doubled, page.references


def target(root, path, link):
    """The file that a relative link means; a folder means its index."""
    found = os.path.normpath(os.path.join(os.path.dirname(path), unquote(link))) if link else path
    return os.path.join(found, "index.html") if os.path.isdir(os.path.join(root, found)) else found


def main():
    root = os.path.abspath(sys.argv[1])
    files = {os.path.relpath(os.path.join(folder, name), root) for folder, _, names in os.walk(root) for name in names}
    paths = sorted(f for f in files if f.endswith((".html", ".svg")))
    with ProcessPoolExecutor() as pool:
        pages = dict(zip(paths, pool.map(read, [os.path.join(root, p) for p in paths], chunksize=32)))
    tally = Tally()
    for path, (_, doubled, references) in pages.items():
        tally.check(not doubled, f"{path}: ids that stand twice: {sorted(doubled)[:5]}")
        for reference in references:
            check(tally, root, files, pages, path, reference)
    print(f"{len(pages)} pages and figures")
    tally.finish()


def check(tally, root, files, pages, path, reference):
    try:
        link = urlsplit(reference)
    except ValueError:
        tally.check(False, f"{path}: {reference!r} is not a URL")
        return
    if link.scheme or reference.startswith("//"):
        tally.check(link.scheme in ("http", "https", "mailto"), f"{path}: {reference[:80]!r} has an odd scheme")
        return
    if link.path.startswith("/"):
        tally.check(path in ANYWHERE, f"{path}: {reference!r} begins at the server's root")
        return
    found = target(root, path, link.path)
    if not tally.check(found in files, f"{path}: {reference!r} leads to no file"):
        return
    if link.fragment and found in pages and os.path.basename(found) not in STATEFUL:
        tally.check(unquote(link.fragment) in pages[found][0], f"{path}: {reference!r} leads to no id")


if __name__ == "__main__":
    main()
