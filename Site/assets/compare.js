// The page that compares two techniques, named in its address: `compare.html#T1047,T1059.001`.
(function () {
  "use strict";
  var api = window.attackRelations;
  var page = document.querySelector("body.compare .s-pair");
  if (!page) return;
  var first = 20, most = 10, fewest = 3; // lines of a long list; techniques of a list; reports
  var corpus, model, titles;

  // ── Making what stands there. ──────────────────────────────────────────────────────────────

  var make = api.page.make, bar = api.page.bar, count = api.page.count, say = api.page.say;
  function percent(share) { return (100 * share).toFixed(1); }
  function techniqueLink(technique) {
    return make("a", { href: "techniques/" + technique.id + ".html" },
      [make("i", {}, technique.id), " " + technique.name]);
  }
  function section(id, title, children) {
    return make("section", { "class": "s-" + id, "data-part": "" },
      [make("h2", { id: id }, title)].concat(children));
  }

  // ── The two. ───────────────────────────────────────────────────────────────────────────────

  // A share with its interval and the expected one; words where the base is too small for one.
  function share(together, base, expected) {
    var told = count(together) + " of " + count(base, "report");
    if (base < 5) return [make("p", { "class": "pc" }, told)];
    var bounds = api.interval(together / base, base);
    return [
      make("p", { "class": base < 20 ? "pc faint" : "pc" }, [percent(together / base) + " % ",
        make("span", {}, Math.round(100 * bounds[0]) + "–" + Math.round(100 * bounds[1]))]),
      bar(together / base, bounds, expected / base), make("p", { "class": "of" }, told + "; " + percent(expected / base) + " % expected")
    ];
  }

  function names(places, all) {
    return places.map(function (place) { return all[place]; }).join(", ") || "none";
  }

  function facts(one, other, pair) {
    function row(title, tell) {
      return make("tr", {}, [make("th", { scope: "row" }, title)]
        .concat([one, other].map(function (technique) { return make("td", {}, tell(technique)); })));
    }
    return make("div", { "class": "tw", role: "region", tabindex: "0", "aria-labelledby": "two" },
      make("table", { "class": "t-two" }, [
        make("caption", { id: "two" },
          "Of the reports of each, the share that also cites the other: line, its 95 % interval; tick, what the sizes of the reports explain"),
        make("thead", {}, make("tr", {}, [make("td")].concat([one, other].map(function (technique) {
          return make("th", { scope: "col" }, techniqueLink(technique));
        })))),
        make("tbody", {}, [
          row("Cites the other too", function (technique) {
            return share(pair.together, technique.reports.length, pair.expected);
          }),
          row("Without the other", function (technique) {
            return count(technique.reports.length - pair.together, "report");
          }),
          row("Tactics", function (technique) { return names(technique.tactics, corpus.tactics); }),
          row("Platforms", function (technique) {
            return names(technique.platforms, corpus.platforms);
          })
        ])
      ]));
  }

  // What is sure is never rounded up.
  function atLeast(lower) {
    return lower > 1 && lower < 1.01 ? "above 1×"
      : "at least " + (Math.floor(lower * 100) / 100).toFixed(2) + "×";
  }
  function verdict(pair) {
    var words = {
      firm: [make("b", { "class": "up" }, atLeast(pair.lower)), ", firm: about one in twenty of such pairs would be chance."],
      possible: [make("span", { "class": "may" }, atLeast(pair.lower)), ", possible: about one in three of such pairs would be chance."],
      weak: [atLeast(pair.lower) + ": it does not stand out."]
    }[pair.grade];
    var test = "q " + (pair.q < 0.0001 ? pair.q.toExponential(1) : pair.q.toPrecision(2))
      + (pair.q <= 0.05 ? ": it holds in a test of all pairs at once." : ": it would not hold in a test of all pairs at once.");
    return [
      make("p", { "class": "sum" }, [
        make("strong", {}, count(pair.together, "report")), " cite both; the sizes of the reports explain ",
        make("strong", {}, pair.expected.toFixed(1)), "."
      ]),
      words
        ? make("p", {}, ["That is " + pair.ratio.toFixed(2) + "× the expected (drawn towards 1 where few are), "].concat(words, [" " + test]))
        : make("p", {}, "Fewer than three reports with both are too few to say whether it stands out."),
      pair.isFamily
        ? make("p", {}, "The two are of one family, a technique and its sub-technique or two of these: they are reported together by their nature.")
        : make("span")
    ];
  }

  // ── The reports of both. ───────────────────────────────────────────────────────────────────

  function shared(pair) {
    var reports = pair.reports.map(function (place) { return titles[place]; })
      .sort(function (a, b) {
        return a.published === b.published ? (a.id < b.id ? -1 : 1)
          : a.published < b.published ? 1 : -1;
      });
    var list = make("ol", { "class": "ev" }, reports.map(function (report, place) {
      return make("li", place < first ? {} : { "class": "hide" }, [
        make("span", {}, report.published || "no date"),
        make("a", { href: report.url }, report.title), " ", make("small", {}, report.host)
      ]);
    }));
    if (!reports.length) return section("reports", "No report cites both", []);
    var more = make("p", { "class": "more" });
    if (reports.length > first) {
      var button = make("button", { type: "button" }, "Show all " + reports.length + " reports");
      button.addEventListener("click", function () {
        var hidden = list.querySelectorAll(".hide");
        Array.prototype.forEach.call(hidden, function (line) { line.classList.remove("hide"); });
        hidden[0].querySelector("a").focus({ preventScroll: true });
        more.remove();
      });
      more.appendChild(button);
    }
    return section("reports", count(reports.length, "report") + " cite" + (reports.length === 1 ? "s" : "") + " both", [list, more]);
  }

  // ── What differs. ──────────────────────────────────────────────────────────────────────────

  // The techniques cited with one in three reports or more, and never with the other.
  function only(own, others, place) {
    var found = corpus.techniques.map(function (technique, index) { return index; })
      .filter(function (index) { return index !== place && own[index] >= fewest && !others[index]; })
      .sort(function (a, b) {
        return own[b] - own[a] || (corpus.techniques[a].id < corpus.techniques[b].id ? -1 : 1);
      });
    return { shown: found.slice(0, most), count: found.length };
  }
  function column(one, other, own, others, place) {
    var found = only(own, others, place);
    return make("div", {}, [
      make("h3", {}, "With " + one.id + ", never with " + other.id),
      found.count
        ? make("ul", {}, found.shown.map(function (index) {
          return make("li", {}, [techniqueLink(corpus.techniques[index]), " ",
            make("small", {}, "in " + own[index] + " of its " + one.reports.length)]);
        }))
        : make("p", {}, "None in three reports or more."),
      make("p", { "class": "faint" }, found.count > most ? "and " + (found.count - most) + " more" : "")
    ]);
  }

  // The largest differences of the two shares, of those that either has in three reports or more.
  function gaps(one, other, a, b, skip) {
    if (one.reports.length < 5 || other.reports.length < 5) return make("span");
    var rows = corpus.techniques.map(function (technique, index) {
      var mine = a[index] / one.reports.length, theirs = b[index] / other.reports.length;
      return { technique: technique, mine: mine, theirs: theirs, gap: mine - theirs, index: index };
    }).filter(function (row) {
      return skip.indexOf(row.index) < 0 && (a[row.index] >= fewest || b[row.index] >= fewest);
    }).sort(function (x, y) {
      return Math.abs(y.gap) - Math.abs(x.gap) || (x.technique.id < y.technique.id ? -1 : 1);
    }).slice(0, most);
    return make("div", { "class": "tw", role: "region", tabindex: "0", "aria-labelledby": "gaps" },
      make("table", { "class": "t-gaps" }, [
        make("caption", { id: "gaps" }, "Where the two differ most: the share of each one’s reports that cite it too"),
        make("thead", {}, make("tr", {}, ["Technique", "with " + one.id, "with " + other.id, "Difference, points"]
          .map(function (title, place) {
            return make("th", place ? { scope: "col", "class": "num" } : { scope: "col" }, title);
          }))),
        make("tbody", {}, rows.map(function (row) {
          return make("tr", {}, [
            make("th", { scope: "row" }, techniqueLink(row.technique)),
            make("td", { "class": "num" }, percent(row.mine) + " %"),
            make("td", { "class": "num" }, percent(row.theirs) + " %"),
            make("td", { "class": "num" }, (row.gap > 0 ? "+" : "−") + percent(Math.abs(row.gap)))
          ]);
        }))
      ]));
  }

  // ── The page. ──────────────────────────────────────────────────────────────────────────────

  var fields = ["First technique", "Second technique"].map(function (label) {
    return make("input", { type: "text", "aria-label": label, placeholder: "id or name" });
  });
  var picker = make("div", { "class": "tools" });
  // What a field names, once it is an id; the address tells both.
  function go() {
    var ids = fields.map(function (field) { return api.ids(field.value)[0]; }).filter(Boolean);
    if (ids.length) location.hash = ids.join(",");
  }
  function addField(field, place) {
    var list = make("ul", { "class": "found", id: "options-" + (place + 1), "aria-label": "Techniques found" });
    picker.appendChild(make("span", { "class": "combo" }, field, list));
    if (!place) picker.appendChild(document.createTextNode("and"));
    api.techniqueBox(field, list, {
      pick: function (id) {
        field.value = id;
        go();
        if (!fields[1 - place].value) fields[1 - place].focus();
      },
      enter: function (text) {
        var ids = api.ids(text);
        if (ids.length > 1) fields.forEach(function (field, place) { field.value = ids[place]; });
        if (ids.length) go();
        return ids.length > 0;
      }
    });
    field.addEventListener("change", function () { if (api.ids(field.value).length) go(); });
  }
  var results = make("div", { id: "comparison" });
  var told = []; // the ids of the address before

  function asked() {
    return api.page.fragment().split(",").map(function (text) {
      return api.ids(text)[0] || text.trim().toUpperCase();
    }).filter(Boolean);
  }

  function show() {
    var ids = asked(), found = api.resolve(corpus, ids);
    var places = found.places;
    results.textContent = "";
    fields.forEach(function (field, place) {
      var own = ids[place] && api.resolve(corpus, [ids[place]]).places[0];
      // What is being typed stays, until the address tells of it.
      if (ids[place] || told[place]) field.value = own === undefined ? ids[place] || "" : corpus.techniques[own].id;
    });
    told = ids;
    Array.prototype.forEach.call(document.querySelectorAll("[data-part]"), function (part) {
      part.remove();
    });
    if (places.length !== 2) {
      retitle("Compare two techniques");
      results.appendChild(make("p", {}, found.unknown.length
        ? "ATT&CK, as loaded here, has no " + found.unknown.join(", ") + "."
        : places.length === 1 && ids.length > 1 ? "Both are " + corpus.techniques[places[0]].id + "."
        : places.length ? "Choose the other technique, by its id or name."
        : "Choose two techniques, by their ids or names."));
      say(results.textContent);
      return;
    }
    compare(corpus.techniques[places[0]], corpus.techniques[places[1]], places);
  }

  function retitle(heading, title) {
    document.querySelector("h1").textContent = heading;
    document.title = (title || heading) + " | " + document.title.split(" | ").slice(-1)[0];
  }
  function compare(one, other, places) {
    var pair = api.pair(corpus, model, places[0], places[1]);
    var a = api.companions(corpus, places[0]), b = api.companions(corpus, places[1]);
    retitle("Compare " + one.id + " with " + other.id, one.id + " and " + other.id);
    var silent = [one, other].filter(function (technique) { return !technique.reports.length; });
    verdict(pair).concat(facts(one, other, pair)).forEach(function (part) {
      results.appendChild(part);
    });
    if (silent.length) {
      results.appendChild(make("p", {}, "No report here is cited for " + silent[0].id
        + ": that says nothing of what it is seen with."));
      return;
    }
    [
      section("differs", "What differs", [
        gaps(one, other, a, b, places),
        make("div", { "class": "columns" }, [
          column(one, other, a, b, places[0]), column(other, one, b, a, places[1])
        ])
      ]),
      shared(pair)
    ].forEach(function (part) { page.parentNode.appendChild(part); });
    say(one.id + " and " + other.id + ": " + count(pair.together, "report")
      + " cite both, " + pair.expected.toFixed(1) + " expected");
  }

  function start() {
    page.querySelector("p").remove();
    page.appendChild(picker);
    page.appendChild(results);
    fields.forEach(addField);
    addEventListener("hashchange", show);
    show();
  }

  Promise.all([
    api.load("explore-data", "attackRelationsReports"),
    api.load("pair-model", "attackRelationsPairModel"), api.reports()
  ]).then(function (loaded) {
    corpus = api.corpus(loaded[0]);
    model = api.pairModel(loaded[1], corpus);
    titles = loaded[2];
    start();
  }, function () {
    page.querySelector("p").textContent = "The data of this page could not be loaded.";
  });
})();
