// What every page has: the theme, loading on first use, links to copy. All can be read without it.
(function () {
  "use strict";
  var root = document.documentElement;
  function one(selector, within) { return (within || document).querySelector(selector); }
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  // An element or a shape with its attributes, of which a null one is left out, and what is in it:
  // elements and texts, or lists of them.
  function fill(element, attributes, children) {
    Object.keys(attributes || {}).forEach(function (name) {
      if (attributes[name] !== null) element.setAttribute(name, attributes[name]);
    });
    [].concat.apply([], children).forEach(function (child) {
      if (child !== undefined) element.appendChild(typeof child === "object" ? child : document.createTextNode(child));
    });
    return element;
  }
  function make(tag, attributes) {
    return fill(document.createElement(tag), attributes, [].slice.call(arguments, 2));
  }
  // What has changed, for readers who do not see it.
  var live = document.getElementById("live")
    || document.body.appendChild(make("p", { id: "live", "class": "vh", role: "status" }));
  function say(text) { live.textContent = text; }
  function draw(tag, attributes) {
    var shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    return fill(shape, attributes, [].slice.call(arguments, 2));
  }
  // The bar of a share, its interval and the share expected, as the pages have them.
  function bar(share, bounds, expected) {
    function at(value) { return (100 * Math.min(1, value)).toFixed(1) + "%"; }
    return draw("svg", { "class": "barv", "aria-hidden": "true" },
      draw("line", { x2: at(share) }),
      draw("line", { "class": "wh", x1: at(bounds[0]), x2: at(bounds[1]) }),
      draw("line", { "class": "ex", x1: at(expected), x2: at(expected), y2: 14 }));
  }
  // `1,762`, or with its noun `1 report`, `1,762 reports`.
  var thousands = new Intl.NumberFormat("en");
  function count(number, noun) {
    var text = thousands.format(number);
    return noun ? text + " " + noun + (number === 1 ? "" : "s") : text;
  }

  // Data comes as a script that sets a variable, loaded once, on first use: `where-data` from the
  // address that the page tells as `data-where-data`. The promise is of the variable's value.
  // What the address tells after its `#`; what is no encoding stands as it is.
  function decoded(text) { try { return decodeURIComponent(text); } catch (broken) { return text; } }
  function fragment() { return decoded(location.hash.slice(1)); }
  // A cell of a CSV file (RFC 4180), guarded from spreadsheets that would run it.
  function quoted(text) {
    var safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }
  // A text as a file that the browser saves.
  function save(name, type, text) {
    var link = make("a", { href: URL.createObjectURL(new Blob([text], { type: type })), download: name });
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    say(name + " saved");
  }

  var api = window.attackRelations = window.attackRelations || {};
  // What the other scripts share.
  api.page = { one: one, all: all, say: say, fill: fill, make: make, draw: draw, bar: bar, count: count,
    decoded: decoded, fragment: fragment, quoted: quoted, save: save };
  var loads = {};
  api.load = function (name, variable) {
    return loads[name] = loads[name] || new Promise(function (done, fail) {
      var script = document.createElement("script");
      script.src = root.getAttribute("data-" + name);
      script.onload = function () { done(window[variable]); };
      script.onerror = function () { delete loads[name]; fail(new Error(name + " not loaded")); };
      document.head.appendChild(script);
    });
  };

  // Theme: the system's, then the other one, remembered.
  var button = one("button.theme");
  if (button) button.addEventListener("click", function () {
    var dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    say((dark ? "Light" : "Dark") + " theme");
    try { localStorage.setItem("theme", root.dataset.theme); } catch (refused) { /* not kept */ }
  });

  // A target that is folded away shows itself.
  function reveal() {
    var id = fragment();
    var target = id && document.getElementById(id);
    var fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  // How to read the page: open until it is closed once, but on a narrow screen folded.
  var guide = one("body.technique .s-next > .fold");
  if (guide) {
    var close = make("button", { type: "button", "class": "close" }, "Close");
    close.addEventListener("click", function () {
      guide.open = false;
      one("summary", guide).focus();
    });
    guide.appendChild(close);
    var isFolded = root.classList.contains("guided"); // by us, which is not to be remembered
    if (isFolded) guide.open = false;
    root.classList.remove("guided");
    guide.addEventListener("toggle", function () {
      if (isFolded) { isFolded = false; return; }
      try { if (!guide.open) localStorage.setItem("guided", "yes"); } catch (refused) { /* not kept */ }
    });
  }

  // Headings get an anchor.
  all("main h2[id], main h3[id]").forEach(function (head) {
    var label = "Link to the section " + head.textContent.trim();
    head.appendChild(make("a", { "class": "anchor", href: "#" + head.id, "aria-label": label }));
  });

  // The comparison of two techniques as a link, or nothing where one of the two is none.
  api.comparison = function (first, second, text) {
    var isPair = [first, second].every(function (id) { return /^T\d{4}(\.\d{3})?$/.test(id); });
    if (!isPair) return null;
    return make("a", { href: root.dataset.base + "compare.html#" + first + "," + second },
      text || "Compare " + first + " with " + second);
  };
  // The technique that the page is about.
  api.own = (/techniques\/(T[\d.]+)(?:-all)?\.html$/.exec(location.pathname) || [])[1];
  all(".next details").forEach(function (evidence) {
    evidence.addEventListener("toggle", function () {
      var id = one(".nm i", evidence.parentNode);
      var link = id && api.comparison(api.own, id.textContent);
      if (link) one(".ev", evidence).appendChild(make("p", { "class": "more" }, link));
    }, { once: true });
  });
  // How many times the expected: the number leads to where it is worked out.
  all(".technique .next > li, .technique .out > li").forEach(function (line) {
    var id = one(".nm i", line), times = one(".x", line);
    var link = id && times && times.firstChild && api.comparison(api.own, id.textContent, " ");
    if (!link) return;
    link.textContent = "";
    link.setAttribute("aria-label", times.textContent + ": compare " + api.own + " with " + id.textContent);
    while (times.firstChild) link.appendChild(times.firstChild);
    times.appendChild(link);
  });

  // Where something shows: the name leads to all else that shows there.
  function lookUp(cell, table) {
    var name = cell.textContent.trim();
    if (!name || cell.children.length) return;
    cell.textContent = "";
    cell.appendChild(make("a", { href: root.dataset.base + "sources.html#table=" + table + "&find="
      + encodeURIComponent(name) }, name));
  }
  all("table.t-look").forEach(function (table) {
    var kind = table.caption.id.replace("-caption", "");
    all("tbody th", table).forEach(function (cell) { lookUp(cell, kind); });
  });
  all("table.t-traces").forEach(function (table) {
    all("thead th", table).forEach(function (head, column) {
      var kind = { "Data component": "components", "Log source": "sources" }[head.textContent.trim()];
      if (kind) all("tbody tr", table).forEach(function (row) { lookUp(row.cells[column], kind); });
    });
  });

  // Anchors copy their link.
  document.addEventListener("click", function (event) {
    var anchor = event.target.closest && event.target.closest("a.anchor");
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(function () { say("Link copied"); }, function () {});
  });

  // On this page: the section in view is marked.
  var entries = all(".toc a");
  var sections = entries.map(function (entry) { return document.getElementById(entry.hash.slice(1)); });
  // The last whose head is at the top or above; of two side by side the first, or the one that was
  // chosen. At the end of the page none comes to the top: it is the one chosen there, or the last.
  function mark() {
    var current = -1, highest = -Infinity, end = root.scrollHeight - innerHeight - scrollY < 4;
    sections.forEach(function (section, place) {
      if (!section) return;
      var top = section.getBoundingClientRect().top;
      if (top < 160 && top > highest + 4) { current = place; highest = top; }
    });
    var chosen = sections.indexOf(document.getElementById(fragment()) || root);
    if (chosen > current && Math.abs(sections[chosen].getBoundingClientRect().top - highest) < 4) current = chosen;
    if (end && scrollY > 0) {
      current = chosen > current ? chosen : sections.length - 1;
    }
    entries.forEach(function (entry, place) {
      entry.classList.toggle("on", place === current);
      if (place === current) entry.setAttribute("aria-current", "location"); else entry.removeAttribute("aria-current");
    });
  }
  var isMarking = false;
  function markSoon() {
    if (isMarking) return;
    isMarking = true;
    requestAnimationFrame(function () {
      isMarking = false;
      mark();
    });
  }
  if (entries.length) {
    ["scroll", "hashchange", "resize"].forEach(function (name) {
      addEventListener(name, markSoon, { passive: true });
    });
    markSoon();
  }
})();
