"""reproducible.py TOOL BUNDLE [--long]: the same input gives the same bytes, whatever is around the build.

Time zone, locale, umask, folder, user, cores, times of files and the rest of the environment, all at once; with --long one
by one, and the tool of a debug build too.
"""
import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from sites import Workshop, manifest
from tally import Tally

OTHER_USER = 65534
OWN = Path("Tests/Checks/own").resolve()
LOCALES = ["C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "th_TH.UTF-8", "ja_JP.EUC-JP"]
ZONES = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns", ":/none"]


class Comparison:
    """A first build, with which all others are compared, each in a folder and with a cache of its own."""

    def __init__(self, tool, bundle, folder, tally):
        self.folder, self.tally, self.count = Path(folder).resolve(), tally, 0
        self.tool = tool
        self.inputs = self.folder / "inputs"
        shutil.copytree(OWN, self.inputs / "own")
        shutil.copy(bundle, self.inputs / "bundle.json")
        self.first = self.build()

    def build(self, tool=None, inputs=None, **settings):
        """What a build wrote: the site and its Markdown."""
        self.count += 1
        inputs, home = inputs or self.inputs, self.folder / f"home-{self.count}"
        home.mkdir(mode=0o777)
        os.chmod(home, 0o777)
        own, output = inputs / "own", home / "out"
        outcome = Workshop(tool or self.tool, home).run(
            "build", inputs / "bundle.json", "--site", own, "--reports", own / "reports", "--flows", own / "flows",
            "--capabilities", own / "own-capabilities.yml", "--coverage", own / "coverage.json",
            "--output", output / "site", "--markdown", output / "wiki", **settings)
        if outcome.code:
            self.tally.check(False, f"a build failed: {outcome.errors[-300:]}")
        found = manifest(output)
        shutil.rmtree(home)
        return found

    def same(self, where, **settings):
        found = self.build(**settings)
        differing = sorted(path for path in self.first.keys() | found.keys() if self.first.get(path) != found.get(path))
        self.tally.check(not differing, f"{where}: {len(differing)} files differ, such as {differing[:3]}")


def together(comparison):
    """The most different surroundings, all at once."""
    comparison.same(
        "another zone, locale, mask, folder, core and hashes", before=lambda: os.umask(0o077) and None, cwd="/",
        environment={"TZ": ZONES[1], "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1"},
        wrapper=["taskset", "-c", "0"])


def around(comparison):
    """All that a process is given beside its arguments, one by one."""
    for zone in ZONES:
        comparison.same(f"time zone {zone}", environment={"TZ": zone})
    for locale in LOCALES:
        comparison.same(f"locale {locale}", environment={"LANG": locale, "LC_ALL": locale, "LANGUAGE": locale.split("_")[0]})
    for mask in (0, 0o077, 0o027):
        comparison.same(f"umask {mask:o}", before=lambda: os.umask(mask) and None)
    comparison.same("an odd environment", environment={"TMPDIR": "/nowhere", "USER": "x", "COLUMNS": "7", "TERM": "dumb"})
    for folder in ("/", comparison.folder):
        comparison.same(f"started in {folder}", cwd=folder)
    for seed in ("0", "1"):  # what Swift's dictionaries start from
        comparison.same(f"hashes of {seed}", environment={"SWIFT_DETERMINISTIC_HASHING": seed})


def machine(comparison):
    """Cores, users and the clock."""
    for cores in sorted({"0", f"0-{len(os.sched_getaffinity(0)) - 1}"}):
        comparison.same(f"cores {cores}", wrapper=["taskset", "-c", cores])
    comparison.same("one thread", environment={"LIBDISPATCH_COOPERATIVE_POOL_STRICT": "1"})
    if os.geteuid():
        print("SKIPPED  another user: only root can be one")
    else:
        os.chmod(comparison.folder, 0o755)
        comparison.same("another user", wrapper=["setpriv", f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}", "--clear-groups"])
    if shutil.which("faketime"):
        for day in ("1999-12-31 23:59:59", "2024-02-29 12:00:00", "2037-06-01 00:00:00"):
            comparison.same(f"on {day}", wrapper=["faketime", day])
    else:
        print("SKIPPED  another day: no faketime; files of other times stand for it")


def inputs(comparison):
    """The same inputs elsewhere, of other times and permissions, and made in another order."""
    other = comparison.folder / "elsewhere with a blank/ünd more"
    other.mkdir(parents=True)
    files = sorted((path for path in comparison.inputs.rglob("*") if path.is_file()), reverse=True)
    for number, file in enumerate(files):
        copy = other / file.relative_to(comparison.inputs)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
        os.utime(copy, (number * 10_000_000, 4_000_000_000 - number))
        os.chmod(copy, 0o400 if number % 2 else 0o666)
    comparison.same("inputs of another folder and day", inputs=other)
    linked = comparison.folder / "linked"
    linked.symlink_to(other)
    comparison.same("inputs behind a link", inputs=linked)


def dates(comparison, tally):
    """No file of a site has the day of its build, nor the machine, the user or the folder."""
    site = comparison.folder / "looked-at"
    home = comparison.folder / "looker"
    home.mkdir()
    Workshop(comparison.tool, home).run("build", comparison.inputs / "bundle.json", "--output", site)
    marks = [str(comparison.folder).encode(), os.uname().nodename.encode(), b"/root", b"/tmp/"]
    found = [f"{file.relative_to(site)}: {mark}" for file in site.rglob("*") if file.is_file()
             for mark in marks if len(mark) > 3 and mark in file.read_bytes()]
    tally.equal(found, [], "names of this machine")


def debug(comparison):
    """The tool as it is compiled without optimisation."""
    path = comparison.folder / "debug"
    command = ["swift", "build", "--product", "attack-relations", "--scratch-path", str(path)]
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode:
        comparison.tally.check(False, "the tool cannot be built without optimisation")
        return
    comparison.same("a debug build", tool=path / "debug/attack-relations")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--long", action="store_true", help="each of these alone, and the tool of a debug build")
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(options.tool.resolve(), options.bundle.resolve(), folder, tally)
        together(comparison)
        inputs(comparison)
        dates(comparison, tally)
        if options.long:
            around(comparison)
            machine(comparison)
            debug(comparison)
        print(f"     {comparison.count} builds of {len(comparison.first)} files")
    tally.finish()


if __name__ == "__main__":
    main()
