"""Takes the pictures of the guides anew: pages of the demo with a team's reports and coverage, by `make pictures`."""
import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from driver import launch, reader

OWN = Path(__file__).parent / "own"
PAGES = Path(__file__).parents[2] / "Site/pages"
COLOURS = 128  # half of the bytes of all colours, and no difference to the eye

# The picture, its page, and the parts of it that the picture reaches from and to.
PICTURES = [("our-answer", "techniques/T1047.html", "h1", "ol.next > li:nth-of-type(5)"),
            ("our-gaps", "gaps.html", ".s-close h2", ".t-closures tbody tr:nth-of-type(6)")]


def build(tool, folder):
    subprocess.run([tool, "build", "Site/demo/demo-attack.json", "--output", folder, "--site", OWN,
                    "--reports", OWN / "reports", "--coverage", OWN / "coverage.json"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def take(page, name, first, last):
    """From above one part to below another, over the whole width."""
    top, bottom = page.locator(first).first.bounding_box(), page.locator(last).first.bounding_box()
    clip = {"x": 0, "y": top["y"] - 8, "width": page.viewport_size["width"],
            "height": bottom["y"] + bottom["height"] - top["y"] + 16}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip, full_page=True)))
    reduced = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    reduced.save(PAGES / f"{name}.png", optimize=True)


def main(tool):
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(tool, folder)
        context = reader(launch(playwright), viewport={"width": 960, "height": 800}, color_scheme="light")
        for name, path, first, last in PICTURES:
            page = context.new_page()
            page.goto(f"file://{folder}/{path}")
            for close in page.locator("button.close:visible").all():
                close.click()
            take(page, name, first, last)


main(sys.argv[1])
