"""serving.py TOOL BUNDLE [--long]: `serve` answers on this machine alone, with what was built and nothing else, whoever asks.

Files of the site, requests that try to leave it, broken and slow clients, a thousand connections, and builds meanwhile.
"""
import argparse
import http.client
import os
import random
import re
import resource
import socket
import struct
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sites import CEILING, Workshop
from tally import Tally

SEED = 8
SECRET = b"what lies beside the site"
POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
          "frame-ancestors 'none'")
FIGURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".svg": "image/svg+xml; charset=utf-8", ".json": "application/json; charset=utf-8", ".csv": "text/csv; charset=utf-8",
         ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
         ".jsonl": "application/jsonl; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".png": "image/png", ".ico": "image/x-icon"}
OUT = [
    "/../secret", "/..", "/%2e%2e/secret", "/%2E%2E/secret", "/.%2e/secret", "/..%2fsecret", "/..%2Fsecret",
    "/%2e%2e%2fsecret", "/%252e%252e/secret", "/%252e%252e%252fsecret", "/..%5csecret", "/..\\secret", "\\..\\secret",
    "/%5c..%5csecret", "/assets/../../secret", "/techniques/%2e%2e/%2e%2e/secret", "//secret", "/./../secret",
    "/index.html/../../secret", "/index.html%00", "/index.html%00.txt", "/%00", "/..%00/secret", "/%c0%ae%c0%ae/secret",
    "/%uff0e%uff0e/secret", "/..;/secret", "/link", "/linked/secret", "/.site.lock", "/%", "/%zz", "/%2", "secret",
    "../secret", "http://x/../secret", "//etc/passwd", "/etc/passwd", "/proc/self/environ", "file:///etc/passwd", "*",
    "/?../secret", "/#/../secret", "/.hidden", "/a" * 4000, "/" + "../" * 500 + "etc/passwd"]
BROKEN = [
    b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"get / http/1.1\r\n\r\n",
    b"GET  / HTTP/1.1\r\n\r\n", b"\0\0\0\0\r\n\r\n", b"GET /\0 HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nbad field\r\n\r\n",
    b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"GET / HTTP/1.1\r\na : b\r\n\r\n",
    b"GET / HTTP/1.1\r\nx: " + b"y" * 40_000 + b"\r\n\r\n", b"G" * 40_000,
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x80\xff" * 30_000,
    b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\nx",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
    b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 4000 + b"\r\n"]


class Server:
    """A running `serve`."""

    def __init__(self, shop, site):
        self.process = shop.start("serve", site, "--port", "0", stdout=-1)
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://([^:/]+):(\d+)/", line)
        if not found:
            sys.exit(f"serve says {line!r}")
        self.host, self.port = found[1], int(found[2])

    def connection(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=CEILING)

    def ask(self, target, method="GET", connection=None, **fields):
        """Status, fields and body of an answer; the target is sent as it is."""
        link = connection or self.connection()
        link.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        link.putheader("Host", f"{self.host}:{self.port}")
        for name, value in fields.items():
            link.putheader(name.replace("_", "-"), value)
        link.endheaders()
        answer = link.getresponse()
        body = answer.read()
        if connection is None:
            link.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def send(self, data, reads=True):
        """Bytes as they are; all that is answered until the server ends the connection."""
        with socket.create_connection((self.host, self.port), timeout=CEILING) as link:
            answer = b""
            try:
                link.sendall(data)
                link.shutdown(socket.SHUT_WR)
                while reads and (part := link.recv(65536)):
                    answer += part
            except ConnectionError:
                pass
            return answer


@contextmanager
def serving(shop, site):
    server = Server(shop, site)
    try:
        yield server
    finally:
        server.process.kill()
        server.process.wait()


# ---------------------------------------------------------------- what is answered

def address(server, tally):
    """It listens on loopback, on one port, and nowhere else."""
    inodes = {os.readlink(f"/proc/{server.process.pid}/fd/{name}") for name in os.listdir(f"/proc/{server.process.pid}/fd")}
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if f"socket:[{fields[9]}]" in inodes:
                host, port = fields[1].split(":")
                host = socket.inet_ntoa(struct.pack("=I", int(host, 16))) if len(host) == 8 else host
                found.append((table, host, int(port, 16)))
    tally.equal(found, [("tcp", "127.0.0.1", server.port)], "what it listens on")


def always(fields, where, tally, policy=POLICY):
    wanted = {"content-security-policy": policy, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
    for name, wanted in wanted.items():
        tally.equal(fields.get(name), wanted, f"{where}: {name}")


def files(server, site, tally):
    """Every file by its name: bytes, type, policy, cache; the same by HEAD; nothing for who has it already."""
    link, count = server.connection(), 0
    built = (path for path in site.rglob("*") if path.is_file() and not path.is_symlink() and not path.name.startswith("."))
    for file in sorted(built):
        target, data = "/" + quote(str(file.relative_to(site))), file.read_bytes()
        status, fields, body = server.ask(target, connection=link)
        tally.equal((status, body == data), (200, True), target)
        tally.equal(fields.get("content-type"), TYPES.get(file.suffix, "application/octet-stream"), f"{target}: type")
        tally.equal(fields.get("content-length"), str(len(data)), f"{target}: length")
        always(fields, target, tally, FIGURE_POLICY if file.suffix == ".svg" else POLICY)
        hashed = re.fullmatch(r"/assets/.+\.[0-9a-z]{8,}\.[a-z0-9]+", target)
        cache = "public, max-age=31536000, immutable" if hashed else "no-cache"
        tally.equal(fields.get("cache-control"), cache, f"{target}: cache")
        status, head, body = server.ask(target, "HEAD", link)
        tally.equal((status, head, body), (200, fields, b""), f"HEAD {target}")
        status, known, body = server.ask(target, connection=link, If_None_Match=f'"x", {fields["etag"]}')
        tally.equal((status, body, known.get("etag")), (304, b"", fields["etag"]), f"{target}, known")
        count += 3
    for part in ("bytes=0-9", "bytes=-10", "bytes=5-", "bytes=0-0,5-9", "bytes=99999999-", "bytes=x", "bytes=9-1"):
        data = (site / "index.html").read_bytes()
        status, fields, body = server.ask("/index.html", connection=link, Range=part)
        tally.equal((status, body == data), (200, True), f"range {part}: whole, since no ranges are offered")
        tally.check("accept-ranges" not in fields, f"range {part}: offers ranges")
    for target, wanted in [("/", 200), ("/?x", 200), ("/techniques/", 200), ("/techniques", 301), ("/none", 404),
                           ("/none.html", 404), ("/techniques/none/", 404)]:
        status, fields, _ = server.ask(target, connection=link)
        tally.equal(status, wanted, target)
        always(fields, target, tally)
    link.close()
    return count


def outside(server, site, tally):
    """Requests that try to leave the site."""
    (site.parent / "secret").write_bytes(SECRET)
    for target in OUT:
        answer = server.send(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode("latin-1"))
        status = answer.split(b" ", 2)[1:2]
        tally.check(SECRET not in answer and b"root:" not in answer, f"{target[:60]}: the answer is from outside")
        fits = [b"200"] if target.startswith(("/?", "/#")) else [b"404", b"400", b"431"]
        tally.check(status and status[0] in fits, f"{target[:60]}: status {status}")
    return len(OUT)


def broken(server, tally, count):
    """What is no request ends that connection, with a word where there is one to say, and no other."""
    dice, sent = random.Random(SEED), 0
    whole = b"GET /index.html HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n"
    for number in range(count):
        data = BROKEN[number] if number < len(BROKEN) else bytearray(whole * dice.randrange(1, 3))
        if number >= len(BROKEN):
            for _ in range(dice.randrange(1, 8)):
                data[dice.randrange(len(data))] = dice.randrange(256)
        answer = server.send(bytes(data))
        tally.check(not answer or answer.startswith(b"HTTP/1.1 "), f"broken request {number}: {answer[:60]!r}")
        sent += 1
    for _ in range(20):  # who asks and goes
        server.send(whole * 50, reads=False)
    status, _, _ = server.ask("/")
    tally.equal(status, 200, "after broken requests")
    return sent + 20


def slow(server, tally, count):
    """Clients that send a byte now and then keep no other out; each gets its answer in the end."""
    request = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    links = [socket.create_connection((server.host, server.port), timeout=CEILING) for _ in range(count)]
    for byte in request:
        for link in links:
            link.sendall(bytes([byte]))
        status, _, _ = server.ask("/index.html")
        tally.equal(status, 200, f"beside {count} slow clients")
    for link in links:
        tally.check(link.recv(12) == b"HTTP/1.1 200", "a slow client's answer")
        link.close()
    readers = [socket.create_connection((server.host, server.port), timeout=CEILING) for _ in range(count)]
    for link in readers:  # who asks for much, and reads none of it
        link.sendall(b"GET /data/reports.csv HTTP/1.1\r\nHost: x\r\n\r\n" * 40)
    status, _, _ = server.ask("/index.html")
    tally.equal(status, 200, f"beside {count} clients that do not read")
    for link in readers:
        link.close()


def crowd(server, site, tally, count, rounds):
    """Many connections at once: each is answered and stays until the last one is; each asks and goes."""
    pages = sorted(str(file.relative_to(site)) for file in site.rglob("*.html"))
    whole = {page: (site / page).read_bytes() for page in pages[:50]}
    links = [server.connection() for _ in range(count)]
    for number, link in enumerate(links):
        page = pages[number % len(whole)]
        tally.check(server.ask("/" + page, connection=link)[2] == whole[page], f"{page} for client {number} of those that stay")
    for link in links:
        link.close()
    links = [socket.create_connection((server.host, server.port), timeout=CEILING) for _ in range(count)]
    wanted = [pages[number % len(whole)] for number in range(count)]

    def ask(number):
        with links[number] as link:
            link.sendall(f"GET /{wanted[number]} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while part := link.recv(1 << 16):
                answer += part
        return answer.split(b"\r\n\r\n", 1)[-1] == whole[wanted[number]]
    with ThreadPoolExecutor(64) as pool:
        good = sum(pool.map(ask, range(count)))
        tally.equal(good, count, "connections at once that were answered")

        def many(number):
            link = server.connection()
            fine = sum(server.ask("/" + page, connection=link)[2] == data for page, data in whole.items())
            link.close()
            return fine
        answered = sum(pool.map(many, range(rounds)))
    tally.equal(answered, rounds * len(whole), "requests of many that were answered")
    return 2 * count + answered


# ---------------------------------------------------------------- builds meanwhile

def rebuilt(shop, server, site, bundle, tally, count):
    """While the site is replaced, each answer is a page of the old or of the new one, and afterwards of the new one."""
    whole, over, wrong = {}, threading.Event(), []
    pages = ("index.html", "techniques/T1047.html", "method.html", "data/site.json")
    for name in ("one", "two"):
        shop.write(f"{name}/site.yml", f"title: Site {name}\n")
        shop.run("build", bundle, "--site", shop.folder / name, "--output", site)
        whole[name] = {page: (site / page).read_bytes() for page in pages}
    answered = [0]

    def read(number):
        link, paths = server.connection(), list(whole["one"])
        while not over.is_set():
            path = paths[(number + answered[0]) % len(paths)]
            status, _, body = server.ask("/" + path, connection=link)
            if status != 200 or body not in (whole["one"][path], whole["two"][path]):
                wrong.append((path, status, len(body)))
            answered[0] += 1
        link.close()
    readers = [threading.Thread(target=read, args=(number,)) for number in range(4)]
    for reader in readers:
        reader.start()
    for number in range(count):
        name = ("one", "two")[number % 2]
        outcome = shop.run("build", bundle, "--site", shop.folder / name, "--output", site)
        tally.equal(outcome.code, 0, "a build beside a server")
        for path, data in whole[name].items():
            tally.check(server.ask("/" + path)[2] == data, f"{path} after build {number}")
    over.set()
    for reader in readers:
        reader.join()
    tally.check(not wrong, f"answers that are of no site: {wrong[:5]}")
    return answered[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--long", action="store_true", help="more of all")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, max(resource.getrlimit(resource.RLIMIT_NOFILE)[1], 4096)))
    tally, times, bundle = Tally(), 10 if options.long else 1, options.bundle.resolve()
    with tempfile.TemporaryDirectory() as name:
        shop = Workshop(options.tool, name)
        site = shop.folder / "site"
        outcome = shop.run("build", bundle, "--output", site)
        tally.equal(outcome.code, 0, f"the site: {outcome.errors[-200:]}")
        (site / "link").symlink_to(shop.folder / "secret")
        (site / "linked").symlink_to(shop.folder)
        (site / ".hidden").write_bytes(SECRET)
        with serving(shop, site) as server:
            address(server, tally)
            asked = files(server, site, tally) + outside(server, site, tally) + broken(server, tally, 60 * times)
            slow(server, tally, 100)
            crowded = crowd(server, site, tally, 1000, 20 * times)
            meanwhile = rebuilt(shop, server, site, bundle, tally, 4 * times)
            tally.check(server.process.poll() is None, "the server has ended")
        print(f"     {asked} requests one by one, {crowded} of a crowd, {meanwhile} while the site was replaced")
    tally.finish()


if __name__ == "__main__":
    main()
