// What the scripts of a page share: elements, numbers, addresses, files, and data loaded on first use.
(() => {
  "use strict";
  const root = document.documentElement;
  const api = window.attackRelations ??= {};

  // The forms of techniques' ids, a team's own first.
  const own = document.body.dataset.ids ?? "(?!)";
  api.ownForm = new RegExp(`\\b(?:${own})(?!\\w)`, "g");
  api.idForm = `(?:${own}|T\\d{4}(?:\\.\\d{3})?)`;
  api.isID = (text) => new RegExp(`^${api.idForm}$`).test(text);

  // ── Elements. ──────────────────────────────────────────────────────────────────────────────

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Sets attributes, leaving out those that are null, and appends elements, texts, or lists of them.
  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== undefined));
    return element;
  }
  const make = (tag, attributes = {}, ...children) =>
    fill(document.createElement(tag), attributes, children);
  const makeShape = (tag, attributes = {}, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  function makeButton(text, action) {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", action);
    return button;
  }

  // Whose something is, where it is not ATT&CK's: the team's own has another sign than a public set.
  const ownMark = (origin) => origin && origin !== "ATT&CK"
    ? [" ", make("span", { "class": origin === "ours" ? "own" : "set" }, origin)] : [];
  // `A, B and C`.
  const inWords = (items) => items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

  // The bar of a share, its interval and the share expected, as the pages have them.
  function shareBar(share, [low, high], expected) {
    const at = (value) => (100 * Math.min(1, value)).toFixed(1) + "%";
    return makeShape("svg", { "class": "barv", "aria-hidden": "true" },
      makeShape("line", { x2: at(share) }),
      makeShape("line", { "class": "wh", x1: at(low), x2: at(high) }),
      ...expected === undefined ? []
        : [makeShape("line", { "class": "ex", x1: at(expected), x2: at(expected), y2: 14 })]);
  }
  const techniqueLink = ({ id, name }) =>
    make("a", { href: `${root.dataset.base}techniques/${id}.html` }, make("i", {}, id), " " + name);

  // ── Shares and reports, as every list shows them. ──────────────────────────────────────────

  function decimal(value, digits) {
    const scale = 10 ** digits;
    return (Math.round(value * scale) / scale).toFixed(digits);
  }
  const wholePercent = (share) => decimal(share * 100, 0);
  // What is not certain is never rounded to 0 or 100.
  function percent(share) {
    if (share > 0 && share < 0.01) return "<1";
    return share < 1 && share > 0.99 ? ">99" : wholePercent(share);
  }
  // The bar of a share, with a tick where one is expected, and the share with its interval.
  const shareCells = (share, bounds, expected) => [
    shareBar(share, bounds, expected),
    make("div", { "class": "pc" }, percent(share) + " %", make("span", {}, bounds.map(wholePercent).join("–")))
  ];
  // A report by its date, title and publisher.
  const reportItem = ({ published, url, title, host }) => make("li", {},
    make("span", {}, published || "no date"), make("a", { href: root.dataset.base + url }, title), " ",
    make("small", {}, host));

  // Says what has changed to readers who do not see it.
  const live = document.getElementById("live")
    ?? document.body.appendChild(make("p", { id: "live", "class": "vh", role: "status" }));
  function announce(text) { live.textContent = text; }

  // ── Numbers, addresses, files. ─────────────────────────────────────────────────────────────

  // `1,762`, or with its noun `1 report`, `1,762 reports`.
  const thousands = new Intl.NumberFormat("en");
  function count(number, noun) {
    const text = thousands.format(number);
    return noun ? `${text} ${noun}${number === 1 ? "" : "s"}` : text;
  }

  // Percent-decoded; a text that is not a valid encoding is returned as it is.
  function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }
  // What follows the `#` of the address.
  const fragment = () => decode(location.hash.slice(1));
  // Changes the address, as a step that the reader can go back from or in place of the one before.
  function setAddress(address, { isStep = false, state = null } = {}) {
    try { history[isStep ? "pushState" : "replaceState"](state, "", address); } catch { /* not kept */ }
  }

  // What the browser keeps for the next visit, if it keeps anything; an empty text is forgotten.
  function recall(key) { try { return localStorage.getItem(key); } catch { return null; } }
  function remember(key, text) {
    try {
      if (text) localStorage.setItem(key, text); else localStorage.removeItem(key);
    } catch { /* not kept */ }
  }

  // A cell of a CSV file (RFC 4180), guarded against spreadsheets that would run it.
  function csvCell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  // Has the browser save a text as a file.
  function saveFile(name, type, text) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    announce(name + " saved");
  }

  // ── Data. ──────────────────────────────────────────────────────────────────────────────────

  // Data comes as a script that sets a variable. It is loaded once, on first use: `where-data` from the
  // address in the root element's `data-where-data`. The promise is of the variable's value.
  const loads = {};
  api.load = (name, variable) => loads[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = root.getAttribute("data-" + name);
    script.onload = () => resolve(window[variable]);
    script.onerror = () => {
      delete loads[name];
      reject(new Error(name + " not loaded"));
    };
    document.head.append(script);
  });

  api.page = {
    one, all, fill, make, makeShape, makeButton, ownMark, inWords, shareBar, shareCells, reportItem, techniqueLink, announce,
    count, decimal, percent, wholePercent, decode, fragment, setAddress, recall, remember, csvCell, saveFile
  };
})();
