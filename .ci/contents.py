#!/usr/bin/env python3
"""What of others is inside the tool, once it is linked for a package.

`contents.py sbom FILE` writes it as CycloneDX 1.6; `contents.py licences DIR` copies the licence of each. Versions are read
where they are pinned or installed, and licences from where they lie on this machine: neither is written down here. The
same input gives the same bytes.
"""
import json
import re
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
CHECKOUTS = PROJECT / ".build/checkouts"
NAME = "attack-relations"


def said(*command):
    """What a program prints; it has to be there, and to succeed."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"error: {' '.join(command)}: {error}")


def toolchain():
    """The folder of the Swift toolchain."""
    return Path(shutil.which("swift") or sys.exit("error: no Swift toolchain")).resolve().parents[1]


def swift_version():
    return re.search(r"Swift version (\S+)", said("swift", "--version"))[1]


def icu_version():
    """The version that the symbols of Foundation's copy of ICU tell: `icudt76_dat`."""
    library = (toolchain() / "lib/swift_static/linux/lib_FoundationICU.a").read_bytes()
    return re.search(rb"icudt(\d+)_dat", library)[1].decode()


def icu_licence():
    """ICU's whole licence, which Debian 12 has nowhere in this form: the toolchain lacks it, and Node.js carries it."""
    for file in sorted(PROJECT.glob(".venv/lib/python3*/site-packages/playwright/driver/LICENSE")):
        section = re.search(r'^- ICU, .*?\n  """\n(.*?)\n  """', file.read_text("utf-8"), re.M | re.S)
        if section:
            return re.sub("^    ", "", section[1], flags=re.M) + "\n"
    sys.exit("error: no licence of ICU in .venv/lib/python3*/site-packages/playwright/driver/LICENSE; run: make setup")


@dataclass
class Part:
    """Something of others: its licence in the terms of SPDX, and the file or text that has it, with a phrase to know it by."""
    name: str
    licence: str
    source: object  # a path, or a function that gives the text
    phrase: str
    version: str = ""
    url: str = ""
    purl: str = ""
    revision: str = ""
    about: str = ""
    inside: list = field(default_factory=list)  # the names of parts that this one brings along

    def text(self):
        if callable(self.source):
            text = self.source()
        elif self.source.is_file():
            text = self.source.read_text("utf-8")
        else:
            sys.exit(f"error: no licence of {self.name}: {self.source} does not exist")
        if self.phrase not in text:
            sys.exit(f"error: the licence of {self.name} does not say “{self.phrase}”: {self.source}")
        return text

    def component(self):
        """As CycloneDX has it."""
        found = {"type": "library", "bom-ref": self.name, "name": self.name}
        found |= {"version": self.version} if self.version else {}
        found |= {"description": self.about} if self.about else {}
        found |= {"licenses": [{"expression": self.licence}]}
        found |= {"purl": self.purl} if self.purl else {}
        found |= {"externalReferences": [{"type": "vcs", "url": self.url}]} if self.url else {}
        found |= {"pedigree": {"commits": [{"uid": self.revision}]}} if self.revision else {}
        return found


def package(identity, licence, file, phrase, **more):
    """A Swift package, at the version that was resolved."""
    pins = json.loads((PROJECT / "Package.resolved").read_text())["pins"]
    pin = next((pin for pin in pins if pin["identity"] == identity), None)
    if not pin:
        sys.exit(f"error: Package.resolved does not have {identity}; run: swift package resolve")
    url, state = pin["location"], pin["state"]
    name = Path(url).name.removesuffix(".git")
    place = url.removeprefix("https://").removesuffix(".git")
    return Part(name, licence, CHECKOUTS / name / file, phrase, version=state["version"], url=url,
                purl=f"pkg:swift/{place}@{state['version']}", revision=state["revision"], **more)


def debian(name, library, licence, phrase, **more):
    """A library of Debian, as it is installed."""
    version, machine = said("dpkg-query", "-W", "-f", "${Version} ${Architecture}", library).split()
    return Part(name, licence, Path(f"/usr/share/doc/{library}/copyright"), phrase, version=version,
                purl=f"pkg:deb/debian/{library}@{version}?arch={machine}", **more)


def parts():
    """All of them, by name."""
    swift = swift_version()
    found = [
        package("swift-argument-parser", "Apache-2.0 WITH Swift-exception", "LICENSE.txt", "Runtime Library Exception"),
        package("yams", "MIT", "LICENSE", "The MIT License", inside=["libyaml"]),
        package("flyingfox", "MIT", "LICENSE", "MIT License", about="its product FlyingSocks alone"),
        debian("cmark-gfm", "libcmark-gfm-dev", "BSD-2-Clause AND MIT AND Unicode-DFS-2016",
               "Redistribution and use in source and binary forms"),
        debian("zlib", "zlib1g-dev", "Zlib", "Jean-loup Gailly and Mark Adler"),
        Part("libyaml", "MIT", Path("/usr/share/doc/libyaml-0-2/copyright"), "Kirill Simonov", about="as Yams carries it",
             url="https://github.com/yaml/libyaml"),
        Part("swift", "Apache-2.0 WITH Swift-exception", toolchain() / "share/swift/LICENSE.txt",
             "Runtime Library Exception", version=swift, about="runtime, standard library, Dispatch and Foundation",
             url="https://github.com/swiftlang/swift", purl=f"pkg:github/swiftlang/swift@swift-{swift}-RELEASE",
             inside=["icu"]),
        Part("icu", "Unicode-3.0", icu_licence, "UNICODE LICENSE V3", version=icu_version(),
             about="as Swift's Foundation carries it", url="https://github.com/swiftlang/swift-foundation-icu",
             purl=f"pkg:github/swiftlang/swift-foundation-icu@swift-{swift}-RELEASE"),
    ]
    return sorted(found, key=lambda part: part.name.lower())


def sbom():
    found = parts()
    brought = {name for part in found for name in part.inside}
    version = (PROJECT / "VERSION").read_text().strip()
    epoch = int(said(".ci/epoch"))
    when = said("date", "-u", "-d", f"@{epoch}", "+%FT%TZ")
    tool = {"type": "application", "bom-ref": NAME, "name": NAME, "version": version,
            "licenses": [{"expression": "Apache-2.0"}]}
    components = [part.component() for part in found]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([tool, when, components]))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}", "version": 1, "metadata": {"timestamp": when, "component": tool},
        "components": components,
        "dependencies": [
            {"ref": NAME, "dependsOn": [part.name for part in found if part.name not in brought]},
            *({"ref": part.name, "dependsOn": part.inside} for part in found),
        ],
    }


def copy_licences(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for part in parts():
        (folder / f"{part.name}.txt").write_text(part.text(), "utf-8")


def main():
    match sys.argv[1:]:
        case ["sbom", file]:
            Path(file).write_text(json.dumps(sbom(), indent=2, ensure_ascii=False) + "\n", "utf-8")
        case ["licences", folder]:
            copy_licences(Path(folder))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
