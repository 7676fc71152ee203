"""Hostile texts, and files into which they are worked: JSON, YAML and tables, by a seed."""
import csv
import gzip
import io
import json
import re

OUTSIDE = "http://outside.invalid/"
RUN = "window.pwned=1"

# What a page, a figure, a template, a spreadsheet, a terminal or a disk might take for more than text.
TEXTS = [
    f"<script>{RUN}</script>", f"\"><img src=x onerror={RUN}>", f"'><svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>", f"<details open ontoggle={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>", f"<img src={OUTSIDE}a.png>",
    f"<link rel=stylesheet href={OUTSIDE}a.css>", f"<base href={OUTSIDE}>",
    f"<meta http-equiv=refresh content='0;url={OUTSIDE}'>",
    f"<form action={OUTSIDE}><button autofocus>x</button></form>", f"<style>@import url({OUTSIDE}b.css)</style>",
    f"<object data={OUTSIDE}></object><embed src={OUTSIDE}>", f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    "</title></svg></script></style></table></main>", "]]><![CDATA[", "<!-- section evil: Evil -->", "--><!--",
    "<!-- end -->", "<?xml x?>", "&lt;script&gt;", f"&#60;script&#62;{RUN}&#60;/script&#62;", "&#0;&#x202e;&#27;",
    "&unknown;", "&", f"[x](javascript:{RUN})", f"[x](JaVaScRiPt&#58;{RUN})", f"[x](java\tscript:{RUN})",
    f"[x](data:text/html,<script>{RUN}</script>)", f"[x](vbscript:{RUN})", f"![x]({OUTSIDE}c.png)",
    f"<javascript:{RUN}>", f"[a]: javascript:{RUN}\n\n[a]", f"![x](data:image/svg+xml,<svg onload={RUN}>)",
    f"javascript:{RUN}", f"data:text/html,<script>{RUN}</script>", f"vbscript:{RUN}", f"//outside.invalid/",
    "file:///etc/passwd", "![x](exhibit:all)", "{{title}}", "{{{title}}}", "{{#facts}}{{/facts}}", "{{> page}}",
    "{{=<% %>=}}", "`<b>` <code>", "| a | b |\n|---|---|\n| c | d |", "# Heading\n===\n", "***", "```\nx", "> > > >",
    "\\", "\\\\", "a\nb\r\nc\rd", "\u202eabc", "\u2066\u2067\u2068", "\u200f\u200e\u061c", "\u200b\u200d\ufeff",
    "\u0000", "\u0007\u001b[31m\u009b1m", "\u001b]8;;http://outside.invalid/\u0007x", "\u2028\u2029\u0085",
    "\ufffe\uffff", "\U0010ffff", "e\u0301\u0301\u0301" * 9, "\U0001f469\u200d\U0001f4bb", f"=HYPERLINK(\"{OUTSIDE}\")",
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\u200b=1+1",
    "\"=1+1", ";=1+1", "../../../escaped", "/tmp/escaped", "..\\..\\escaped", "C:\\escaped", "a/b/c", ".", "..", "...",
    "-rf", "~", "$(touch escaped)", "`touch escaped`", "con", "nul", "a\u0000b", "x" * 4000, "T1047\u0000.html", "index",
    "index.html", "%2e%2e%2f", "a%00b", "constructor", "__proto__", "toString", "hasOwnProperty"]

def nested(depth, opening="[", ending="]"):
    return opening * depth + ending * depth


def wrong(dice):
    """A value of another type than any field wants."""
    return dice.choice([
        None, True, False, -1, 0, 1e308, 10 ** 40, "", [], {}, [[]], [None], {"": ""}, {"type": "bundle"},
        json.loads(nested(200)), "\ud800", ["T1047"], [1, "a", None, {}], "2026-99-99T99:99:99Z", "9999999999", {"__proto__": {"x": 1}}])


def worked(value, dice, rate):
    """A JSON value, of which some parts are poisoned, of a wrong type, missing or twice."""
    if dice.random() < rate / 4:
        return wrong(dice)
    if isinstance(value, dict):
        items = [(key, worked(each, dice, rate)) for key, each in value.items() if dice.random() > rate / 4]
        if dice.random() < rate:
            items.append((dice.choice(TEXTS), dice.choice(TEXTS)))
        return dict(items)
    if isinstance(value, list):
        made = [worked(each, dice, rate) for each in value]
        return made + made[:2] if dice.random() < rate else made
    if isinstance(value, str) and dice.random() < rate:
        text = dice.choice(TEXTS)
        return dice.choice([text, value + text, text + value, value + " " + text])
    return value


def broken(data, dice):
    """Bytes that some program wrote otherwise, or that came damaged."""
    place = dice.randrange(len(data) + 1)
    return dice.choice([
        lambda: data[:place],
        lambda: data[:place] + bytes([dice.randrange(256)]) + data[place + 1:],
        lambda: data[:place] + dice.choice(TEXTS).encode("utf-8", "surrogatepass") + data[place:],
        lambda: data[:place] + b"\0" + data[place:],
        lambda: data[:place] + data[place // 2:],
        lambda: b"\xef\xbb\xbf" + data,
        lambda: data.replace(b"\n", b"\r\n"),
        lambda: data.replace(b"\n", b"\r"),
        lambda: data.decode("utf-8", "replace").encode("utf-16"),
        lambda: gzip.compress(data),
        lambda: gzip.compress(data)[:place],
        lambda: nested(100_000).encode(),
        lambda: nested(100_000, '{"a":', "}").encode(),
        lambda: b"",
    ])()


def table(text, dice, rate):
    dialect = csv.Sniffer().sniff(text.split("\n", 1)[0], ",;\t") if "," in text[:400] or ";" in text[:400] else csv.excel
    made = io.StringIO()
    writer = csv.writer(made, delimiter=dice.choice([dialect.delimiter] * 9 + [",", ";", "\t"]),
                        lineterminator=dice.choice(["\n", "\r\n"]))
    for number, row in enumerate(csv.reader(io.StringIO(text), dialect)):
        often = rate if number else rate / 10
        cells = [cell if dice.random() > often else dice.choice(["", cell]) + dice.choice(TEXTS) for cell in row]
        writer.writerow(cells[:-1] if dice.random() < rate / 20 else cells)
    return made.getvalue()


def yaml(text, dice, rate):
    """Scalars behind a colon or a dash are replaced; now and then by what is YAML's own."""
    own = ["&a [*a]", "*a", "!!python/object/apply:os.system ['touch escaped']", "!!binary aGk=",
           "{a: {b: {c: d}}}", "[", "|\n  x", nested(500), "~", "<<: *a", "? x"]

    def replaced(match):
        if dice.random() > rate:
            return match[0]
        return match[1] + (dice.choice(own) if dice.random() < 0.2 else json.dumps(dice.choice(TEXTS)))
    return re.sub(r"(?m)^(\s*(?:- )?[\w.]+: |\s*- )(.+)$", replaced, text)


def variant(name, data, dice):
    """Another file like one that is there."""
    if dice.random() < 0.15:
        return broken(data, dice)
    rate = dice.choice([0.02, 0.1, 0.4])
    text = data.decode("utf-8-sig", "replace")
    if name.endswith((".json", ".afb")):
        return json.dumps(worked(json.loads(text), dice, rate), ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")
    if name.endswith(".csv"):
        return table(text, dice, rate).encode("utf-8", "surrogatepass")
    return yaml(text, dice, rate).encode("utf-8", "surrogatepass")


# ---------------------------------------------------------------- a bundle whose every text is hostile

# What holds a bundle together, and what a page does not show as text.
STRUCTURE = {"type", "id", "spec_version", "relationship_type", "created", "modified", "x_mitre_domains", "x_mitre_shortname",
             "phase_name", "kill_chain_name", "external_id", "source_name", "definition_type", "first_seen", "last_seen", "x_mitre_version"}


def decorated(value, texts, key=""):
    """A JSON value with a hostile text behind each of its texts, but for those that hold it together."""
    if isinstance(value, dict):
        return {name: decorated(each, texts, name) for name, each in value.items()}
    if isinstance(value, list):
        return [decorated(each, texts, key) for each in value]
    if isinstance(value, str) and key not in STRUCTURE and not key.endswith(("_ref", "_refs")):
        return next(texts) if key == "url" and len(value) % 2 else f"{value} {next(texts)} {next(texts)}"
    return value


def plain(text):
    """A harmless text of the same bytes."""
    return re.sub(r"[^A-Za-z0-9 ]", "x", text.encode("utf-8", "surrogatepass").decode("latin-1"))
