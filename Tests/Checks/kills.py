"""kills.py TOOL BUNDLE [--kills N] [--long]: whatever ends a build, its folder holds the old site or the new one.

Builds are killed at random moments (of a seed) while readers look at the folder; they are told to end; disk, permissions and
memory are taken from them, and the clock is wrong. What is left is compared, file by file, with the two sites that there are.
"""
import argparse
import copy
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from multiprocessing import Event, Process, Queue
from pathlib import Path

from sites import CEILING, Outcome, Workshop, digest, limited, manifest
from tally import Tally

SEED = 20
OTHER_USER = 65534
GIB = 1 << 30
READ_AT_ONCE = 400  # files that a reader looks at in one go, of a site that has more


class Builds:
    """Two sites, which take turns in one folder: their settings differ, and so does every page."""

    def __init__(self, tool, bundle, folder):
        self.shop = Workshop(tool, folder)
        self.bundle, self.parent = bundle, self.shop.folder / "public"
        self.site, self.wiki = self.parent / "site", self.parent / "wiki"
        self.parent.mkdir()
        self.whole, self.seconds = {}, 0
        for name in ("one", "two"):
            self.shop.write(f"{name}/site.yml", f"title: Site {name}\n")
            began = time.monotonic()
            outcome = self.build(name)
            self.seconds = max(self.seconds, time.monotonic() - began)
            if outcome.code:
                sys.exit(f"the site cannot be built: {outcome.errors}")
            self.whole[name] = manifest(self.site), manifest(self.wiki)
        self.pages = sorted(self.whole["one"][0])

    def arguments(self, name, *more):
        return ["build", self.bundle, "--site", self.shop.folder / name, "--output", self.site, "--markdown", self.wiki, *more]

    def build(self, name, *more, **settings):
        return self.shop.run(*self.arguments(name, *more), **settings)

    def start(self, name, *more, **settings):
        return self.shop.start(*self.arguments(name, *more), **settings)

    def at(self, parent):
        """The same, in another folder."""
        moved = copy.copy(self)
        moved.parent, moved.site, moved.wiki = Path(parent), Path(parent) / "site", Path(parent) / "wiki"
        return moved

    def present(self):
        """Which of the two lies in the folder; nothing if it is neither."""
        found = manifest(self.site)
        return next((name for name, (site, _) in self.whole.items() if site == found), None)

    def other(self, name):
        return "two" if name == "one" else "one"

    def left(self):
        """What lies beside the site and the wiki."""
        return sorted(set(os.listdir(self.parent)) - {"site", "wiki"})

    def mend(self, name, tally, where):
        """A build after one that did not end: it works, and clears away what was left."""
        outcome = self.build(name)
        tally.equal(outcome.code, 0, f"{where}: exit code of the next build, {outcome.errors[-300:]}")
        tally.equal(self.left(), [], f"{where}: what is left after the next build")
        tally.check((manifest(self.site), manifest(self.wiki)) == self.whole[name], f"{where}: the next build is whole")

    def stays(self, tally, name, where):
        tally.equal(self.present(), name, f"{where}: the site that is there")
        tally.equal(self.left(), [], f"{where}: what lies beside it")


# ---------------------------------------------------------------- readers

def read(site, whole, pages, dice):
    """Looks at a site once: what is wrong with it, if anything.

    A reader who holds the folder sees one site. When another takes its place, the old one goes file by file; then files
    may be missing, but those that are there are still of one site.
    """
    holder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    try:
        possible, missing = set(whole), []
        for path in dice.sample(pages, min(len(pages), READ_AT_ONCE)):
            try:
                file = os.open(path, os.O_RDONLY, dir_fd=holder)
            except FileNotFoundError:
                missing.append(path)
                continue
            with open(file, "rb") as opened:
                found = digest(opened.read())
            before, possible = possible, {name for name in possible if whole[name][0].get(path) == found}
            if not possible:
                return f"{path} is not of the same site as others ({before})"
        is_there = os.fstat(holder).st_ino == os.stat(site).st_ino
        return f"missing: {missing[:3]}" if missing and is_there else None
    finally:
        os.close(holder)


def watch(site, whole, pages, over, answers):
    """Reads a site until it is told that all is over; hands back how often, and what was wrong."""
    dice, count, wrong = random.Random(SEED), 0, []
    while not over.is_set():
        try:
            flaw = read(site, whole, pages, dice)
        except OSError as error:
            flaw = str(error)
        count += 1
        if flaw:
            wrong.append(flaw)
    answers.put((count, wrong[:20]))


class Readers:
    """Two processes that read all the while."""

    def __init__(self, builds):
        self.over, self.answers = Event(), Queue()
        common = [pages for pages in builds.pages if pages in builds.whole["two"][0]]
        self.processes = [Process(target=watch, args=(builds.site, builds.whole, common, self.over, self.answers), daemon=True)
                          for _ in range(2)]
        for process in self.processes:
            process.start()

    def end(self, tally):
        self.over.set()
        found = [self.answers.get(timeout=CEILING) for _ in self.processes]
        for process in self.processes:
            process.join()
        count, wrong = sum(one for one, _ in found), [flaw for _, some in found for flaw in some]
        tally.check(count and not wrong, f"{count} readings: {wrong[:5]}")
        return count


# ---------------------------------------------------------------- what ends a build

def moment(builds, process, dice):
    """Waits for the moment at which a build is ended: any, or one while the new site takes the old one's place."""
    if dice.random() < 0.5:
        try:
            process.wait(timeout=dice.uniform(0, builds.seconds))
        except subprocess.TimeoutExpired:
            pass
        return
    before = os.stat(builds.site).st_ino
    while process.poll() is None and os.stat(builds.site).st_ino == before:
        pass
    end = time.monotonic() + dice.uniform(0, 0.02)
    while process.poll() is None and time.monotonic() < end:
        pass


def kills(builds, count, tally):
    """Kills builds while others read; each time one of the two sites is there, and the next build works."""
    dice, killed, begun, renewed, left = random.Random(SEED), 0, 0, 0, 0
    readers, name = Readers(builds), "two"
    while killed < count:
        begun += 1
        process = builds.start(builds.other(name))
        moment(builds, process, dice)
        process.kill()
        if process.wait() != -signal.SIGKILL:
            name = builds.other(name)  # it was done before
            continue
        killed += 1
        left += bool(builds.left())
        found = builds.present()
        if not tally.check(found, f"kill {killed}: the site is neither the old nor the new one"):
            break
        renewed += found != name
        name = found
        if dice.random() < 0.3:
            builds.mend(name, tally, f"kill {killed}")
    seen = readers.end(tally)
    builds.mend("two", tally, "after all kills")
    print(f"     {killed} builds killed of {begun}, {renewed} with the new site in place, {left} that left something; "
          f"{seen} readings", flush=True)


def ends(builds, count, tally):
    """Tells builds to end: they clear up, and die of the signal."""
    dice, name, told, longest = random.Random(SEED), "two", 0, 0
    while told < count:
        number = dice.choice([signal.SIGTERM, signal.SIGINT])
        with tempfile.TemporaryFile() as errors:
            process = builds.start(builds.other(name), stderr=errors)
            # Before the tool has run at all Python's own state is that of the process.
            moment(builds, process, dice)
            began = time.monotonic()
            process.send_signal(number)
            code = process.wait(timeout=CEILING)
            took = time.monotonic() - began
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace")
        where = f"{number.name} {told}"
        tally.check(code in (0, -number), f"{where}: exit code {code}")
        told += code == -number
        if code == -number:
            longest = max(longest, took)
        tally.check("error" not in said, f"{where}: it says {said[-200:]}")
        tally.equal(builds.left(), [], f"{where}: what is left")
        found = builds.present()
        if not tally.check(found, f"{where}: the site is neither the old nor the new one"):
            break
        wikis = [site for site, (_, wiki) in builds.whole.items() if wiki == manifest(builds.wiki)]
        tally.check(wikis, f"{where}: the Markdown is neither the old nor the new one")
        name = found
    builds.mend("two", tally, "after all signals")
    print(f"     {told} builds told to end; the slowest took {longest:.2f} s")


def watches(builds, count, tally):
    """Tells watched builds to end: they clear up, and are content."""
    dice, name, told = random.Random(SEED), "two", 0
    while told < count:
        number = dice.choice([signal.SIGTERM, signal.SIGINT])
        process = builds.start(builds.other(name), "--watch", stdout=subprocess.PIPE)
        line = process.stdout.readline() if dice.random() < 0.3 else b""
        if not line:
            before = os.stat(builds.parent).st_mtime_ns  # changes with the first thing that it makes there
            while process.poll() is None and os.stat(builds.parent).st_mtime_ns == before:
                pass
            moment(builds, process, dice)
        process.send_signal(number)
        code = process.wait(timeout=CEILING)
        process.stdout.close()
        tally.equal(code, 0, f"watch {told}, {number.name}: exit code")
        told += 1
        tally.equal(builds.left(), [], f"watch {told}, {number.name}: what is left")
        found = builds.present()
        if not tally.check(found, f"watch {told}: the site is neither the old nor the new one"):
            break
        name = found
    builds.mend("two", tally, "after all watches")


# ---------------------------------------------------------------- disks and permissions

def mounted(options, folder):
    """A small disk in memory at a folder; false where this may not be made."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0


def refused(builds, outcome, tally, name, where):
    tally.check(outcome.is_refusal, f"{where}: expected one error and exit code 1, found {outcome.code}: {outcome.errors[-400:]}")
    builds.stays(tally, name, where)


def full_disk(builds, tally):
    """Disks on which the old site has room, and the new one has not, or only a part of it."""
    need = sum(file.stat().st_size + 4096 for file in builds.parent.rglob("*"))
    files = sum(1 for _ in builds.parent.rglob("*"))
    disks = [f"size={int(need * share)}" for share in (1.02, 1.1, 1.2, 1.3, 2.2)] + [f"nr_inodes={int(files * 1.3)}"]
    with tempfile.TemporaryDirectory(dir=builds.shop.folder) as disk:
        found = []
        for options in disks:
            if not mounted(options, disk):
                print("SKIPPED  disks: only root can mount one")
                return
            try:
                subprocess.run(["cp", "-a", builds.site, builds.wiki, disk], check=True)
                found.append(on_disk(builds.at(disk), tally, options))
            finally:
                subprocess.run(["umount", disk], check=True)
    tally.equal(found[0::4], ["two", "one"], "the site on the smallest and on the largest disk")
    tally.equal(found[-1], "two", "the site on the disk of few files")


def on_disk(builds, tally, where):
    """Builds the other site on a small disk, and then on one that may only be read; which of the two is there."""
    outcome = builds.build("one")
    found = "two" if outcome.code else "one"
    if outcome.code:
        refused(builds, outcome, tally, "two", where)
    else:
        builds.stays(tally, "one", where)
    subprocess.run(["mount", "-o", "remount,ro", builds.parent], check=True)
    refused(builds, builds.build(builds.other(found)), tally, found, f"{where}, to be read only")
    return found


def short_files(builds, tally):
    """No file may be longer than the system allows."""
    now, then = builds.whole["two"][0], builds.whole["one"][0]
    longest = max((builds.site / path).stat().st_size for path in now if now[path] != then.get(path))

    def limit(most):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # which Python ignores
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    for most in (0, 4096, longest // 2):
        process = builds.start("one", stderr=subprocess.PIPE, before=lambda: limit(most))
        _, errors = process.communicate(timeout=CEILING)  # a pipe, since a file would hold none of it
        outcome = Outcome(process.returncode, "", errors.decode("utf-8", "replace"), 0, 0)
        refused(builds, outcome, tally, "two", f"files of {most} bytes at most")


def permissions(builds, tally):
    """Another user, who may not write beside the site, in it, or read what is asked for."""
    as_other = ["setpriv", f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}", "--clear-groups"]
    if os.geteuid() or subprocess.run([*as_other, builds.shop.tool, "--version"], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL).returncode:
        print("SKIPPED  permissions: only root can be another user, who must reach the tool")
        return
    os.chmod(builds.shop.folder, 0o755)
    refused(builds, builds.build("one", wrapper=as_other), tally, "two", "a folder of another user")
    os.chmod(builds.parent, 0o777)
    refused(builds, builds.build("one", wrapper=as_other), tally, "two", "a site of another user")
    os.chmod(builds.parent, 0o755)
    settings = builds.shop.folder / "one/site.yml"
    os.chmod(settings, 0)
    refused(builds, builds.build("one", wrapper=as_other), tally, "two", "settings that may not be read")
    os.chmod(settings, 0o644)


def clocks(builds, tally):
    """Files of times that cannot be: the bytes are the same, and what is unchanged is known as such."""
    for when in (4102444800, 0, -86400 * 365):
        for file in [Path(builds.bundle), builds.shop.folder / "one/site.yml", builds.site, *builds.site.rglob("*")]:
            if file.is_relative_to(builds.shop.folder):
                os.utime(file, (when, when))
        for name in ("two", "one", "one", "two"):
            outcome = builds.build(name)
            tally.equal(outcome.code, 0, f"files of {when}: exit code")
            builds.stays(tally, name, f"files of {when}")


# ---------------------------------------------------------------- memory

def large(builds, tally):
    """Files of more bytes than are read: refused by their size, so that memory is not needed."""
    shop, usual = builds.shop, builds.build("two").memory
    huge = shop.folder / "huge"
    with open(huge, "wb") as file:
        file.truncate(2 * GIB + 1)
    for folder in ("reports", "big/pages", "big/notes", "big/assets", "templates", "settings"):
        (shop.folder / folder).mkdir(parents=True, exist_ok=True)
    shop.write("big/site.yml", "title: Big\n")
    output = ["--output", builds.site]
    for where, command in [
        ("a bundle", ["build", huge, *output]),
        ("the bundle before", ["build", builds.bundle, "--previous", huge, *output]),
        ("a report", ["build", builds.bundle, "--reports", huge, *output]),
        ("a flow", ["build", builds.bundle, "--flows", huge, *output]),
        ("capabilities", ["build", builds.bundle, "--capabilities", huge, *output]),
        ("coverage", ["build", builds.bundle, "--coverage", huge, *output]),
        ("a model", ["infer", "--model", huge, "T1047"]),
        *((f"a file of {folder}", ["build", builds.bundle, option, shop.folder / folder, *output])
          for folder, option in [("reports", "--reports"), ("reports", "--capabilities"), ("templates", "--templates")]),
        *((f"a file of {folder}", ["build", builds.bundle, "--site", shop.folder / "big", *output])
          for folder in ("big/pages", "big/notes", "big/assets")),
        ("settings", ["build", builds.bundle, "--site", shop.folder / "settings", *output]),
    ]:
        link = None
        if where.startswith("a file of"):
            folder = where.removeprefix("a file of ")
            link = shop.folder / folder / {"templates": "page.html"}.get(folder, "T1047.md")
        elif where == "settings":
            link = shop.folder / "settings/site.yml"
        if link:
            link.symlink_to(huge)
        outcome = shop.run(*command)
        if link:
            link.unlink()
        refused(builds, outcome, tally, "two", f"{where} of 2 GiB and a byte")
        tally.check(outcome.memory < usual + (64 << 20), f"{where} of 2 GiB and a byte took {outcome.memory >> 20} MB of memory")
    huge.unlink()


def endless(builds, tally):
    """A pipe that never ends: refused once more has come than is read."""
    with subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE) as zeros:
        outcome = builds.shop.run("build", "-", "--output", builds.site, stdin=zeros.stdout)
        zeros.kill()
    refused(builds, outcome, tally, "two", "a pipe without an end")
    print(f"     a pipe without an end took {outcome.memory >> 20} MB of memory")


def short_memory(builds, tally):
    """A bundle for which there is not enough memory: the build ends somehow, and the old site is there.

    What is asked for is more than is there by far, since a runtime without memory for its threads waits for some.
    """
    bundle = json.loads(Path(builds.bundle).read_text())
    note = {"type": "x-demo-note", "spec_version": "2.1", "text": "x" * 1_000_000}
    # Its bytes alone leave no room for the tool in the most that is tried: how much the tool itself asks for differs
    # with the threads that it gets.
    bundle["objects"] += [note | {"id": f"x-demo-note--{number}"} for number in range(680)]
    wide = builds.shop.folder / "wide.json"
    with open(wide, "w") as file:
        json.dump(bundle, file)
    failed = 0
    for most in range(400, 701, 100):
        outcome = builds.shop.run("build", wide, "--output", builds.site, before=limited(resource.RLIMIT_AS, most << 20),
                                   environment={"SWIFT_BACKTRACE": "enable=no"})
        failed += tally.check(outcome.code, f"{most} MB of memory were enough")
        tally.equal(builds.present(), "two", f"{most} MB of memory: the site that is there")
    builds.mend("two", tally, "after too little memory")
    print(f"     {failed} builds ended for want of memory")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--long", action="store_true", help="what takes minutes, or much memory, too")
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        builds = Builds(options.tool, options.bundle.resolve(), folder)
        kills(builds, options.kills, tally)
        ends(builds, options.kills, tally)
        watches(builds, max(options.kills // 5, 2), tally)
        for check in [full_disk, short_files, permissions, clocks, large, short_memory, *([endless] if options.long else [])]:
            before = tally.passed + tally.failed
            check(builds, tally)
            print(f"     {check.__name__.replace('_', ' ')}: {tally.passed + tally.failed - before} facts", flush=True)
    tally.finish()


if __name__ == "__main__":
    main()
