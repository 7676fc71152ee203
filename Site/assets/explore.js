// The explorer's page: what was observed, what to look for next, where, and who says so. The
// numbers are `model.js`'s; the state stands in the address, the reader's log sources in the browser.
(function () {
  "use strict";
  var api = window.attackRelations;
  function el(id) { return document.getElementById(id); }
  var list = el("results");
  if (!list || !el("chips")) {
    api.infer = function () { return Promise.reject(new Error("no report to infer from")); };
    return;
  }
  var LISTED = 20, TEN = 10, TELLING = 3, ROWS = 6;
  var corpus, traces = {}, where = null, reports = null;
  // What the reader did; `seen` are ids, and `touched` is false while the example stands.
  var state = { seen: [], touched: false, shown: LISTED };
  var now = null; // { estimate, ranking, listed }
  var example = api.page.all("a i", el("chips")).map(function (id) { return id.textContent; });

  // ── Small things. ──────────────────────────────────────────────────────────────────────────

  var say = api.page.say, make = api.page.make, bar = api.page.bar, count = api.page.count;
  function replace(element, children) {
    element.textContent = "";
    api.page.fill(element, {}, children);
  }
  function decimal(value, digits) {
    var scale = Math.pow(10, digits);
    return (Math.round(value * scale) / scale).toFixed(digits);
  }
  function percent(share) {
    if (share > 0 && share < 0.01) return "<1";
    return share < 1 && share > 0.99 ? ">99" : decimal(share * 100, 0);
  }
  function points(term) { return decimal(term * 100, 1); }
  function words(items) {
    var rest = items.slice(0, -1);
    return rest.length ? rest.join(", ") + " and " + items[items.length - 1] : items[0] || "";
  }
  function technique(place) { return corpus.techniques[place]; }
  function link(place) {
    var own = technique(place);
    return make("a", { href: "techniques/" + own.id + ".html" }, make("i", {}, own.id), " " + own.name);
  }

  // ── Data, on first use. ────────────────────────────────────────────────────────────────────

  var loading;
  function ready() {
    loading = loading || Promise.all([
      api.load("explore-data", "attackRelationsReports"), api.load("where-data", "attackRelationsWhere")
    ]).then(function (data) {
      corpus = api.corpus(data[0]);
      where = data[1];
      unpackTraces();
    });
    loading.catch(function () {
      loading = null;
      broken();
    });
    return loading;
  }
  function broken() { heard(["The data of this page could not be loaded: is the folder of the site whole?"]); }
  function loadChannels() { return api.load("where-channels", "attackRelationsChannels"); }
  function named() {
    return reports ? Promise.resolve(reports) : api.reports().then(function (found) {
      return (reports = found);
    });
  }
  // For each technique its traces: platform, component, source, as texts.
  function unpackTraces() {
    Object.keys(where.techniques).forEach(function (id) {
      var flat = where.techniques[id];
      traces[id] = [];
      for (var place = 0; place < flat.length; place += 3) {
        traces[id].push({
          platform: where.platforms[flat[place]], component: where.components[flat[place + 1]],
          source: where.sources[flat[place + 2]]
        });
      }
    });
  }
  // Where to look: on the platform that the reader chose, else on those of what was seen; what comes
  // before an intrusion has none of the victim's.
  function platforms() {
    if (el("platform").value) return [el("platform").value];
    return distinct([].concat.apply([], state.seen.map(function (id) {
      return technique(corpus.places[id]).platforms.map(function (at) { return corpus.platforms[at]; });
    }))).filter(function (name) { return name !== "PRE" && name !== "None"; }).sort();
  }
  function tracesOf(place) {
    var names = platforms();
    return (traces[technique(place).id] || []).filter(function (trace) {
      return !names.length || !trace.platform || names.indexOf(trace.platform) >= 0;
    });
  }
  function distinct(items) {
    return items.filter(function (item, place) { return item && items.indexOf(item) === place; });
  }

  // ── The state, in the address. ─────────────────────────────────────────────────────────────

  function address() {
    var parts = [state.seen.join(",")];
    if (el("tactic").value) parts.push("tactic=" + encodeURIComponent(el("tactic").value));
    if (el("platform").value) parts.push("platform=" + encodeURIComponent(el("platform").value));
    if (el("parents").checked) parts.push("subs=no");
    return parts.join("&").replace(/^&/, "") ? "#" + parts.join("&") : location.pathname + location.search;
  }
  // In place of the address before, or so that what was seen before is one step back.
  function keep() { tell("replaceState"); }
  function advance() { tell("pushState"); }
  function tell(verb) {
    try { history[verb]({ nothing: !state.seen.length }, "", address()); } catch (refused) { /* not kept */ }
  }
  function choose(select, value) {
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }
  // The state that the address tells; an address of a part of the page tells none.
  function restore() {
    var hash = location.hash.slice(1), told = {};
    if (hash && !api.ids(hash).length && hash.indexOf("=") < 0) {
      if (state.touched) keep();
      return;
    }
    hash.split("&").slice(1).forEach(function (part) {
      var at = part.indexOf("=");
      told[part.slice(0, at)] = api.page.decoded(part.slice(at + 1));
    });
    choose(el("tactic"), told.tactic || "");
    choose(el("platform"), told.platform || "");
    el("parents").checked = told.subs === "no";
    var isNothing = (history.state || {}).nothing;
    if (hash || state.touched || isNothing) observe(hash || isNothing ? api.ids(hash.split("&")[0]) : example, [], true);
  }

  // ── What was observed. ─────────────────────────────────────────────────────────────────────

  function heard(sentences) {
    el("heard").hidden = !sentences.length;
    el("heard").textContent = sentences.join(" ");
  }
  function observe(ids, notes, isTold) {
    return ready().then(function () { return take(ids, notes, isTold); });
  }
  // Takes ids, of which some may be retired or unknown, as what was observed; the address may have
  // told them.
  function take(ids, notes, isTold) {
    var found = api.resolve(corpus, ids), sentences = notes.slice();
    found.followed.forEach(function (pair) {
      sentences.push(pair[0] + " is retired: taken as " + pair[1] + ".");
    });
    if (found.unknown.length) {
      sentences.push("Not in this ATT&CK, left out: " + words(found.unknown) + ".");
    }
    var before = state.seen.join();
    state.seen = found.places.map(function (place) { return technique(place).id; });
    state.touched = true;
    state.shown = LISTED;
    heard(sentences);
    if (isTold || before === state.seen.join()) keep(); else advance();
    return update();
  }
  function add(ids) {
    return ready().then(function () {
      var before = state.touched ? state.seen : [];
      var added = ids.filter(function (id) { return before.indexOf(id) < 0; });
      return take(before.concat(added), ids.length ? [] : ["No id of a technique, such as T1059.001, is in it."]);
    });
  }
  function remove(id) {
    var place = 0;
    return ready().then(function () {
      place = state.seen.indexOf(id);
      return take(state.seen.filter(function (other) { return other !== id; }), []);
    }).then(function () {
      var buttons = el("chips").querySelectorAll("button");
      (buttons[Math.min(place, buttons.length - 1)] || el("technique")).focus();
    });
  }
  function drawChips() {
    replace(el("chips"), state.seen.map(function (id) {
      var button = make("button", { type: "button", "data-remove": id, "aria-label": "Remove " + id }, "×");
      return make("li", { "class": "chip" }, link(corpus.places[id]), button);
    }));
  }

  // ── What to look for next. ─────────────────────────────────────────────────────────────────

  function passes(place) {
    var own = technique(place), tactic = el("tactic").value, platform = el("platform").value;
    return (!el("parents").checked || own.id.indexOf(".") < 0)
      && (!tactic || own.tactics.some(function (at) { return corpus.tactics[at] === tactic; }))
      && (!platform || own.platforms.some(function (at) { return corpus.platforms[at] === platform; }));
  }
  function update() {
    return ready().then(function () {
      var estimate = api.estimate(corpus, state.seen.map(function (id) { return corpus.places[id]; }));
      var ranking = api.ranking(corpus, estimate).filter(passes);
      now = { estimate: estimate, ranking: ranking, listed: ranking.slice(0, state.shown) };
      drawChips();
      replace(list, now.listed.map(row));
      el("more").hidden = ranking.length <= state.shown;
      drawBasis();
      drawSources();
      setTimeout(drawAside.bind(null, now));
      say(now.listed.length
        ? count(ranking.length, "technique") + " ranked, first " + technique(ranking[0]).id
        : "No technique passes the filters");
    });
  }
  // What stands beside the list comes after it, unless something else was asked meanwhile.
  function drawAside(asked) {
    if (asked !== now) return;
    drawTelling();
    drawLook();
  }
  function basis() {
    var all = count(corpus.rows.length, "report"), seen = state.seen.length;
    if (!seen) return ["Nothing observed yet: these are the shares of all " + all + "."];
    return [
      make("b", {}, count(now.estimate.withAll)),
      " of " + all + " cite " + (seen === 1 ? "it" : seen === 2 ? "both" : "all " + seen)
        + "; in a chance, those like it count too, and long ones less."
    ];
  }
  function drawBasis() {
    var sentence = basis(), have = ticked();
    if (!now.listed.length) sentence.push(" No technique passes the filters.");
    if (have && now.listed.length) {
      var blind = now.listed.filter(isBlind);
      var best = helper(blind);
      sentence.push(" ", make("b", {}, (now.listed.length - blind.length) + " of the "
        + now.listed.length), " listed can be seen with the " + where.sourceKind + "s ticked"
        + (blind.length ? "; " + blind.length + " cannot, and are marked." : "."));
      if (best) {
        sentence.push(" With ", make("b", {}, best[0]), " " + best[1] + " more could be seen.");
      }
    }
    replace(el("basis"), sentence);
  }
  function row(place, rank) {
    var own = technique(place), shown = now.estimate.shown[place], blind = isBlind(place);
    var bounds = api.interval(shown, now.estimate.base);
    var add = make("button", { type: "button", "class": "too", "data-add": own.id,
      "aria-label": "I have seen " + own.id + " too" }, "+ seen");
    var item = make("li", { "data-technique": own.id, "data-probability": shown,
      "class": blind ? "blind" : null },
      make("span", { "class": "rk" }, String(rank + 1)), make("div", { "class": "nm" }, link(place)),
      bar(shown, bounds, own.rate),
      make("div", { "class": "pc" }, percent(shown) + " %",
        make("span", {}, decimal(bounds[0] * 100, 0) + "–" + decimal(bounds[1] * 100, 0))),
      make("div", { "class": "x" }, percent(own.rate) + " % of all"),
      make("p", { "class": "tac" }, own.tactics.map(function (at) { return corpus.tactics[at]; }).join(", ")),
      components(place, blind), add);
    item.appendChild(evidence(place));
    return item;
  }
  function components(place, blind) {
    var seen = tracesOf(place).filter(function (trace) { return blind || sees(trace); });
    var names = distinct(seen.map(function (trace) { return trace.component; }));
    var text = names.slice(0, 4).join(", ")
      + (names.length > 4 ? " and " + (names.length - 4) + " more" : "");
    return blind
      ? make("p", { "class": "see" }, make("b", {}, "none of your " + where.sourceKind + "s shows it"),
        names.length ? ": " + text : "")
      : make("p", { "class": "see" }, text);
  }
  // What carries an estimate, filled when it is opened.
  function evidence(place) {
    var own = technique(place), all = now.estimate.withAll, estimate = now.estimate;
    var body = make("div", { "class": "ev" });
    var details = make("details", {}, make("summary", {},
      make("span", { "class": "vh" }, own.name + ": "),
      all ? count(estimate.together[place]) + " of " + count(all, "report") : "its reports"), body);
    details.addEventListener("toggle", function () {
      if (!details.open || body.firstChild) return;
      Promise.all([named(), loadChannels()])
        .then(function (data) { replace(body, opened(place, estimate, data[1][own.id] || [])); }, broken);
    });
    return details;
  }
  function opened(place, estimate, channels) {
    var terms = api.terms(corpus, estimate, place), rest = terms.slice(5);
    var sum = rest.reduce(function (all, entry) { return all + entry.term; }, 0);
    var parts = [
      make("h3", {}, "The reports that weigh most, in points"),
      make.apply(null, ["ol", { "class": "pts" }].concat(terms.slice(0, 5).map(function (entry) {
        var report = reports[entry.report];
        return make("li", {}, make("span", {}, points(entry.term)),
          make("a", { href: report.url }, report.title), " ", make("small", {}, report.published));
      }))),
      make("p", { "class": "note" }, (rest.length ? count(rest.length, "other report") + " add"
        + (rest.length === 1 ? "s " : " ") + points(sum) + ", " : "") + "how common it is in all reports adds "
        + points(api.baseTerm(corpus, estimate, place)) + ": together " + points(estimate.raw[place])
        + (state.seen.length ? ", which experience corrects to " + percent(estimate.shown[place]) + " %." : "."))
    ];
    var shows = places(technique(place).id, channels);
    if (shows) parts.push(make("h3", {}, "Where it shows"), shows);
    if (state.seen.length) parts.push(make("p", { "class": "more" },
      ["Compare it with"].concat(state.seen.map(function (id) {
        return make("span", {}, " ", api.comparison(id, technique(place).id, id));
      }))));
    return parts;
  }
  // Platform by platform: component, source, channels.
  function places(id, channels) {
    if (!traces[id]) return null;
    var terms = make("dl", { "class": "wh" }), last = null;
    traces[id].forEach(function (trace, at) {
      if (trace.platform !== last) terms.appendChild(make("dt", {}, trace.platform || "Any platform"));
      last = trace.platform;
      terms.appendChild(make("dd", {}, trace.component, " ", make("i", {}, trace.source), " ",
        (channels[at] || []).join("; ")));
    });
    return terms;
  }

  // ── What would tell most. ──────────────────────────────────────────────────────────────────

  function drawTelling() {
    var ten = now.ranking.slice(0, TEN);
    var tellers = api.tellers(corpus, now.estimate, ten, now.listed).slice(0, TELLING);
    el("telling-note").hidden = tellers.length > 0;
    el("telling-note").textContent = state.seen.length ? "Too few reports are like what was seen to tell."
      : "Add what you saw, and they stand here.";
    replace(el("tellers"), tellers.map(function (teller) {
      var then = api.estimate(corpus, now.estimate.evidence.concat([teller.place]));
      var moved = ten.filter(function (place) { return place !== teller.place; })
        .sort(function (a, b) { return shift(b, then) - shift(a, then); }).slice(0, 2);
      return make("li", {}, link(teller.place), make("span", { "class": "x" }, percent(teller.gain) + " %"),
        make("small", {}, "if seen: " + moved.map(function (place) {
          return technique(place).id + " " + percent(now.estimate.shown[place]) + " → "
            + percent(then.shown[place]) + " %";
        }).join(", ")));
    }));
  }
  function shift(place, then) { return Math.abs(then.shown[place] - now.estimate.shown[place]); }

  // ── Log sources that the reader has. ───────────────────────────────────────────────────────

  var KEY = "log-sources";
  function remembered() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept : [];
    } catch (refused) { return []; }
  }
  var mine = remembered();
  function ticked() { return mine.length ? mine : null; }
  function sees(trace) { return !mine.length || mine.indexOf(trace.source) >= 0; }
  function isBlind(place) {
    return mine.length > 0 && !tracesOf(place).some(sees);
  }
  // The source that would show most of these, and how many.
  function helper(blind) {
    var totals = Object.create(null), best = null;
    blind.forEach(function (place) {
      distinct(tracesOf(place).map(function (trace) { return trace.source; }))
        .forEach(function (source) { totals[source] = (totals[source] || 0) + 1; });
    });
    Object.keys(totals).sort().forEach(function (source) {
      if (!best || totals[source] > best[1]) best = [source, totals[source]];
    });
    return best;
  }
  // Boxes by platform, those of what was seen first and open; a source of several stands at each.
  function drawSources() {
    el("sources-told").textContent = mine.length ? count(mine.length) + " ticked"
      : "not told, so nothing is marked";
  }
  function drawBoxes() {
    var totals = Object.create(null), near = platforms();
    Object.keys(traces).forEach(function (id) {
      var told = Object.create(null);
      traces[id].forEach(function (trace) {
        var key = trace.platform + "\n" + trace.source;
        if (!trace.source || told[key]) return;
        told[key] = true;
        var own = totals[trace.platform] = totals[trace.platform] || Object.create(null);
        own[trace.source] = (own[trace.source] || 0) + 1;
      });
    });
    function isFar(platform) { return near.indexOf(platform) < 0; }
    replace(el("sources-boxes"), Object.keys(totals).sort(function (a, b) {
      return isFar(a) - isFar(b) || (a < b ? -1 : 1);
    }).map(function (platform) {
      var own = totals[platform], sources = Object.keys(own).sort(function (a, b) {
        return own[b] - own[a] || (a < b ? -1 : 1);
      });
      return make("details", isFar(platform) ? {} : { open: "" },
        make("summary", {}, platform || "Any platform", " ", make("i", {}, count(sources.length))),
        make("div", { role: "group", "aria-label": platform || "Any platform" }, sources.map(function (source) {
          var input = make("input", { type: "checkbox", value: source });
          input.checked = mine.indexOf(source) >= 0;
          return make("label", {}, input, source + " ", make("i", {}, count(own[source])));
        })));
    }));
    find();
  }
  function boxes() {
    return Array.prototype.slice.call(el("sources-boxes").querySelectorAll("input"));
  }
  // Leaves the sources that hold the text, and opens where they stand.
  function find() {
    var text = el("sources-find").value.trim().toLowerCase();
    Array.prototype.forEach.call(el("sources-boxes").children, function (platform) {
      var hits = Array.prototype.filter.call(platform.querySelectorAll("label"), function (label) {
        var fits = label.textContent.toLowerCase().indexOf(text) >= 0;
        label.hidden = !fits;
        return fits;
      });
      platform.hidden = !hits.length;
      if (text && hits.length) platform.open = true;
    });
  }
  function tick() {
    mine = distinct(boxes().filter(function (input) { return input.checked; })
      .map(function (input) { return input.value; }));
    try {
      if (mine.length) localStorage.setItem(KEY, JSON.stringify(mine)); else localStorage.removeItem(KEY);
    } catch (refused) { /* not kept */ }
    update();
  }

  // ── Where to look first: the fewest sources that show most of the ten (greedy cover). ──────

  function cover(ten, part, most) {
    var shows = Object.create(null), covered = {}, order = [];
    ten.forEach(function (place, at) {
      distinct(tracesOf(place).map(function (trace) { return trace[part]; }))
        .forEach(function (name) { (shows[name] = shows[name] || []).push(at); });
    });
    var left = Object.keys(shows).sort();
    function fresh(name) { return shows[name].filter(function (at) { return !covered[at]; }).length; }
    while (left.length && order.length < most) {
      var best = left.reduce(function (best, name) {
        return fresh(name) > fresh(best) || fresh(name) === fresh(best)
          && shows[name].length > shows[best].length ? name : best;
      });
      order.push({ name: best, at: shows[best], fresh: shows[best].filter(function (at) { return !covered[at]; }) });
      shows[best].forEach(function (at) { covered[at] = true; });
      left.splice(left.indexOf(best), 1);
    }
    return order;
  }
  function drawLook() {
    var ten = now.ranking.slice(0, TEN);
    function table(part, title) {
      var order = cover(ten, part, ROWS);
      return order.length ? [make("h3", {}, title), make.apply(null, ["ol", { "class": "out" }].concat(
        order.map(function (entry) {
          var numbers = entry.at.map(function (at, place) {
            return [place ? ", " : "no. ", entry.fresh.indexOf(at) < 0 ? String(at + 1) : make("b", {}, String(at + 1))];
          });
          var lacks = part === "source" && mine.length && mine.indexOf(entry.name) < 0;
          return make("li", { "class": lacks ? "lack" : null }, make("span", {}, entry.name),
            make("span", { "class": "x" }, make("b", {}, String(numbers.length)), " of " + ten.length),
            make.apply(null, ["small", {}].concat([].concat.apply([], numbers), lacks ? "; not ticked" : "")));
        })))] : [];
    }
    var kind = where.sourceKind.charAt(0).toUpperCase() + where.sourceKind.slice(1) + "s";
    var parts = table("source", kind).concat(table("component", "Data components"));
    var together = coverWords(ten);
    el("look-note").textContent = together ? together + "." : "ATT&CK does not say where these show.";
    replace(el("looks"), parts);
  }

  // ── Adding by name. ────────────────────────────────────────────────────────────────────────

  var field = el("technique");
  var enter = api.techniqueBox(field, el("options"), {
    pick: function (id) { type([id]); },
    enter: function (text) {
      var ids = api.ids(text);
      if (ids.length) type(ids);
      return ids.length > 0;
    }
  });
  function type(ids) {
    field.value = "";
    add(ids);
  }
  field.addEventListener("paste", function (event) {
    var ids = api.ids(event.clipboardData.getData("text"));
    if (ids.length < 2) return;
    event.preventDefault();
    add(ids);
  });
  el("add").addEventListener("submit", function (event) {
    event.preventDefault();
    if (field.value.trim()) enter(); else field.focus();
  });

  // ── One dialog: a text to read ids from, or a plan to copy. ────────────────────────────────

  var dialog = el("dialog"), box = el("dialog-text"), act = null;
  function ask(title, note, text, label, then) {
    el("dialog-title").textContent = title;
    el("dialog-note").textContent = note;
    box.value = text;
    el("dialog-do").textContent = label;
    act = then;
    dialog.showModal();
    box.focus();
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }
  // To the clipboard, which the button tells; where the browser has none, or refuses (as over plain
  // http), the dialog has the text, selected.
  function copy(text, told, button) {
    function refused() {
      if (!dialog.open) show("Copy it by hand", text);
      el("dialog-note").textContent = "This browser lets no page copy here. It is selected: press Ctrl+C.";
      box.focus();
      box.select();
    }
    if (!navigator.clipboard) return refused();
    navigator.clipboard.writeText(text).then(function () {
      var before = button.textContent;
      say(told);
      if (before === "Copied") return;
      button.style.minWidth = button.offsetWidth + "px";
      button.textContent = "Copied";
      setTimeout(function () { if (button.textContent === "Copied") button.textContent = before; }, 2000);
    }, refused);
  }
  // A text to take away.
  function show(title, text, note) {
    box.readOnly = true;
    ask(title, note || "", text, "Copy", function () { copy(text, title + " copied", el("dialog-do")); });
  }
  var NO_ID = "No id of a technique, such as T1059.001, in this text. A tool’s name can be searched for above.";
  el("dialog-do").addEventListener("click", function () { act(); });
  el("dialog-close").addEventListener("click", function () { dialog.close(); });
  el("paste").addEventListener("click", function () {
    box.readOnly = false;
    ask("Paste any text", "A report, a mail, a ticket, a layer: the ids in it are found. Nothing leaves this page.",
      "", "Add the ids", function () {
        var ids = api.idsOfFile(box.value);
        if (!ids.length) {
          el("dialog-note").textContent = NO_ID;
          say(NO_ID);
          return;
        }
        dialog.close();
        add(ids);
      });
  });
  box.addEventListener("input", function () {
    if (box.readOnly) return;
    var ids = api.idsOfFile(box.value);
    el("dialog-note").textContent = ids.length ? count(ids.length, "id") + " found: "
      + ids.slice(0, 8).join(", ") + (ids.length > 8 ? " …" : "") : NO_ID;
  });

  // ── Layers and texts as files. ─────────────────────────────────────────────────────────────

  function read(file) {
    if (!file) return;
    var reader = new FileReader();
    reader.onload = function () { add(api.idsOfFile(String(reader.result))); };
    reader.onerror = function () { heard(["The file could not be read."]); };
    reader.readAsText(file);
  }
  el("open").addEventListener("click", function () { el("file").click(); });
  el("file").addEventListener("change", function () { read(el("file").files[0]); el("file").value = ""; });
  ["dragover", "drop"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var data = event.dataTransfer;
      if (!data || dialog.open || Array.prototype.indexOf.call(data.types, "Files") < 0) return;
      event.preventDefault();
      if (name === "drop") read(data.files[0]);
    });
  });

  // ── Taking it away. ────────────────────────────────────────────────────────────────────────

  function save(kind, type, text) {
    api.page.save(("after-" + (state.seen.join("-") || "nothing")).slice(0, 100) + kind, type, text);
  }
  // What is on screen; the example too, if it is all there is.
  function drawn() { return now ? Promise.resolve() : begin(); }
  function begin() { return observe(example, [], true); }
  el("save-layer").addEventListener("click", function () {
    drawn().then(function () {
      save(".json", "application/json", api.layer(corpus, now.estimate, now.ranking));
    });
  });
  el("save-csv").addEventListener("click", function () {
    drawn().then(function () { save(".csv", "text/csv", api.csv(corpus, now.estimate, now.ranking)); });
  });
  // `A and B together show all 20`: the fewest, by the same greedy choice: none of them but adds one.
  function coverWords(listed) {
    var part = listed.some(function (place) {
      return tracesOf(place).some(function (trace) { return trace.source; });
    }) ? "source" : "component";
    var needed = cover(listed, part, listed.length).filter(function (entry) { return entry.fresh.length; });
    var names = needed.map(function (entry) { return entry.name; }), all = listed.length;
    var shown = needed.reduce(function (sum, entry) { return sum + entry.fresh.length; }, 0);
    return names.length ? words(names) + (names.length === 1 ? " alone shows " : " together show ")
      + (shown === all ? { 1: "it", 2: "both", 10: "all ten" }[all] || "all " + all : shown + " of " + all) : "";
  }
  function plan(channels) {
    var listed = now.ranking.slice(0, LISTED), place = platforms(), kind = state.seen.length;
    return api.plan(corpus, now.estimate, listed, {
      words: words, percent: percent, reports: reports,
      // From a folder of files no address would hold elsewhere.
      address: function (report) {
        return /^http/.test(location.protocol) ? new URL(report.url, location.href).href : null;
      },
      whole: function (share) { return decimal(share * 100, 0); },
      cited: kind === 1 ? "it" : "all of it", withAll: count(now.estimate.withAll, "report"),
      basis: kind ? count(now.estimate.withAll) + " of " + count(corpus.rows.length, "report")
        + " cite " + (kind === 1 ? "it" : "all of it") + " (" + corpus.releases.join(", ") + ")"
        : "The shares of all " + count(corpus.rows.length, "report"),
      place: place.length ? " on " + words(place) : "",
      scope: el("platform").value ? el("platform").value
        : place.length ? "the platforms of what was seen" : "every platform",
      cover: coverWords(listed),
      lacks: function (trace) { return !sees(trace); },
      all: function (at) { return traces[technique(at).id] || []; },
      traces: function (at) {
        var id = technique(at).id, kept = tracesOf(at);
        return (traces[id] || []).map(function (trace, number) {
          return { platform: trace.platform, component: trace.component, source: trace.source,
            channels: (channels[id] || [])[number] || [], kept: kept.indexOf(trace) >= 0 };
        }).filter(function (trace) { return trace.kept; });
      }
    });
  }
  el("plan").addEventListener("click", function () {
    drawn().then(function () { return Promise.all([loadChannels(), named()]); }).then(function (data) {
      if (dialog.open) return; // the reader went on meanwhile
      show("Hunt plan", plan(data[0]), "Markdown, the first " + Math.min(LISTED, now.ranking.length)
        + " of the list as filtered.");
    }).catch(broken);
  });
  el("copy-link").addEventListener("click", function () {
    drawn().then(function () {
      keep();
      copy(location.href, "Link copied", el("copy-link"));
    });
  });

  // ── Hands. ─────────────────────────────────────────────────────────────────────────────────

  el("clear").addEventListener("click", function () { observe([], []).then(function () { field.focus(); }); });
  el("chips").addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (button) remove(button.dataset.remove);
  });
  list.addEventListener("click", function (event) {
    var button = event.target.closest("button.too");
    if (!button) return;
    add([button.dataset.add]).then(function () {
      (list.querySelector("button.too") || field).focus({ preventScroll: true });
    });
  });
  el("more").addEventListener("click", function () {
    var next = state.shown;
    state.shown += LISTED;
    update().then(function () { list.children[next].querySelector("a").focus(); });
  });
  ["tactic", "platform", "parents"].forEach(function (id) {
    el(id).addEventListener("change", function () {
      drawn().then(function () { keep(); state.shown = LISTED; return update(); });
    });
  });
  el("sources").addEventListener("toggle", function () {
    if (el("sources").open) ready().then(drawBoxes);
  });
  el("sources-find").addEventListener("input", find);
  el("sources-boxes").addEventListener("change", function (event) {
    boxes().forEach(function (input) {
      if (input.value === event.target.value) input.checked = event.target.checked;
    });
    drawn().then(tick);
  });
  el("sources-none").addEventListener("click", function () {
    boxes().forEach(function (input) { input.checked = false; });
    drawn().then(tick);
  });

  // Promise of the whole answer, as `infer --format json --top 1000` writes it.
  api.infer = function (ids) {
    var asked = (ids || []).map(function (id) { return String(id).toUpperCase().replace("/", "."); });
    var wrong = asked.filter(function (id) { return !/^T[0-9]{4}(\.[0-9]{3})?$/.test(id); });
    if (wrong.length) return Promise.reject(new Error("no technique's id: " + wrong.join(", ")));
    return Promise.all([ready(), named()]).then(function () {
      return api.answer(corpus, asked, reports.map(function (report) { return report.id; }), lookIn);
    });
  };
  function lookIn(id) {
    return api.groups(traces[id] || []).map(function (group) {
      return { platform: group.platform || null, component: group.component,
        log_sources: distinct(group.sources.map(function (trace) { return trace.source; })) };
    });
  }

  addEventListener("hashchange", restore);
  restore();
  if (mine.length && !state.touched && !location.hash) begin();
})();
