"""What the checks that build sites share: two sites of one folder, builds in a home of their own, and what came of them."""
import hashlib
import os
import resource
import subprocess
from dataclasses import dataclass
from pathlib import Path

CEILING = 600  # seconds after which a build hangs: far more than a busy machine needs


def digest(data):
    return hashlib.blake2b(data, digest_size=16).digest()


def manifest(folder):
    """All that is in a folder: the digest of each file by its path; of what is no file, what it is."""
    found = {}
    for root, folders, names in os.walk(folder):
        for name in [*names, *(each for each in folders if (Path(root) / each).is_symlink())]:
            path = Path(root) / name
            found[str(path.relative_to(folder))] = (
                digest(path.read_bytes()) if path.is_file() and not path.is_symlink() else "no file")
    return found


@dataclass
class Outcome:
    """What came of a run of the tool."""
    code: int
    output: str
    errors: str
    memory: int  # the most that it held, in bytes
    seconds: float  # of processor time

    @property
    def complaints(self):
        """The lines that begin an error."""
        return [line for line in self.errors.splitlines() if line.startswith("error: ")]

    @property
    def is_refusal(self):
        """Whether it failed as it should: with one error, which is a sentence and no trace of a crash."""
        return self.code == 1 and len(self.complaints) == 1 and len(self.errors.splitlines()) < 40


class Workshop:
    """A folder for the runs of a tool: the caches are its own, and nothing is read from where the check was started."""

    def __init__(self, tool, folder):
        self.tool, self.folder = Path(tool).resolve(), Path(folder).resolve()
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder / "cache")}

    def settings(self, **settings):
        """How a run is started; `before` runs in the new process, before the tool."""
        before = settings.pop("before", None)
        environment = self.environment | settings.pop("environment", {})
        return {"cwd": self.folder, "env": environment, "stdin": subprocess.DEVNULL, "preexec_fn": before} | settings

    def start(self, *arguments, **settings):
        """A run that goes on; what it says lies in files, so that it never waits for a reader."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([self.tool, *map(str, arguments)], **self.settings(**(quiet | settings)))

    def run(self, *arguments, wrapper=(), **settings):
        """A run to its end."""
        command = [*map(str, wrapper), str(self.tool), *map(str, arguments)]
        stdout, stderr = self.folder / ".stdout", self.folder / ".stderr"
        with open(stdout, "wb") as out, open(stderr, "wb") as errors:
            process = subprocess.Popen(command, **self.settings(**({"stdout": out, "stderr": errors} | settings)))
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except BaseException:
                process.kill()
                raise
            process.returncode = os.waitstatus_to_exitcode(status)
        said = [file.read_text("utf-8", errors="replace") for file in (stdout, stderr)]
        return Outcome(process.returncode, *said, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime)

    def write(self, path, text):
        """A file of the folder, and the folders above it."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return file


def limited(kind, most):
    """What gives a new process a limit of the system, such as `resource.RLIMIT_AS`."""
    return lambda: resource.setrlimit(kind, (most, most))
