// What the explorer takes in and gives out, as pure functions: ids in a text, layers, CSV.
(function (api) {
  "use strict";

  // The ids that a Navigator layer, or a list of layers, marks; of any other text all ids.
  api.idsOfFile = function (text) {
    var json;
    try { json = JSON.parse(text); } catch (plain) { return api.ids(text); }
    var layers = Array.isArray(json) ? json : [json];
    var entries = [].concat.apply([], layers.map(function (layer) {
      return layer && Array.isArray(layer.techniques) ? layer.techniques : [];
    }));
    if (!entries.length) return api.ids(text);
    return api.ids(entries.filter(isMarked).map(function (entry) {
      return entry.techniqueID;
    }).join(" "));
  };

  function isMarked(entry) {
    if (!entry || entry.enabled === false) return false;
    if (typeof entry.score === "number") return entry.score > 0;
    return Boolean(entry.color || entry.comment);
  }

  // A layer of format 4.5, as the site's own: whole scores, the exact value beside them.
  api.layer = function (corpus, estimate, list) {
    var counts = corpus.domains.map(function (domain, place) {
      return list.filter(function (own) { return corpus.techniques[own].domain === place; }).length;
    });
    var main = counts.indexOf(Math.max.apply(null, counts));
    var domain = corpus.domains[main] || { name: "enterprise-attack", version: "" };
    var names = estimate.evidence.map(function (place) { return corpus.techniques[place].id; });
    function score(place) { return Math.max(1, Math.round(estimate.shown[place] * 100)); }
    return JSON.stringify({
      name: "After " + (names.join(", ") || "nothing observed"),
      versions: { attack: domain.version, navigator: "5.1.0", layer: "4.5" }, domain: domain.name,
      description: "Percent of reports like what was seen that also cite each technique. "
        + "Data: MITRE ATT&CK.",
      sorting: 3,
      layout: { layout: "side", showName: true, showID: true, expandedSubtechniques: "none" },
      hideDisabled: true,
      techniques: list.filter(function (place) {
        return corpus.techniques[place].domain === main;
      }).map(function (place) {
        return {
          techniqueID: corpus.techniques[place].id, score: score(place),
          metadata: [{
            name: "chance", value: (estimate.shown[place] * 100).toFixed(2) + " %"
              + (estimate.withAll ? ", " + estimate.together[place] + " of " + estimate.withAll + " reports" : "")
          }],
          showSubtechniques: true
        };
      }),
      gradient: {
        colors: ["#e8f1fa", "#6ba3cf", "#0a3166"], minValue: 0,
        maxValue: Math.max.apply(null, [1].concat(list.map(score)))
      },
      legendItems: [{ label: "percent of reports like what was seen", color: "#0a3166" }]
    });
  };

  // RFC 4180, numbers with all digits, texts guarded against spreadsheets that would run them.
  api.csv = function (corpus, estimate, list) {
    var head = "technique,name,raw,probability,low,high,base_rate,together,reports_with_all\n";
    return head + list.map(function (place) {
      var technique = corpus.techniques[place];
      var bounds = api.interval(estimate.shown[place], estimate.base);
      return [
        technique.id, api.page.quoted(technique.name), estimate.raw[place], estimate.shown[place], bounds[0],
        bounds[1], technique.rate, estimate.together[place], estimate.withAll
      ].join(",") + "\n";
    }).join("");
  };

  // Traces that share platform and component as one, with their sources and channels.
  api.groups = function (traces) {
    return traces.reduce(function (groups, trace) {
      var last = groups[groups.length - 1];
      if (!last || last.platform !== trace.platform || last.component !== trace.component) {
        last = { platform: trace.platform, component: trace.component, sources: [] };
        groups.push(last);
      }
      last.sources.push(trace);
      return groups;
    }, []);
  };

  // Plain text as Markdown that says just that.
  function escape(text) {
    return text.replace(/[\t\n\r]/g, " ").replace(/[\\`*_[\]<>&|~!]/g, "\\$&")
      .replace(/^[#+\-=:]/, "\\$&").replace(/^([0-9]+)([.)])/, "$1\\$2");
  }

  // The hunt plan, as Markdown to be pasted into a ticket: a task a technique, with why and where.
  // `about` tells what the page knows: `seen` and `cited` in words, `place` (` on Windows`, or
  // nothing) and `scope` as the note has them, `cover` in words, `traces(place)` with channels, `all(place)` of any platform,
  // `lacks(trace)`, `reports`, `address(report)` or nothing, `percent` and `whole` that write numbers.
  api.plan = function (corpus, estimate, list, about) {
    function address(technique) {
      return "[" + escape(technique.id + " " + technique.name)
        + "](https://attack.mitre.org/techniques/" + technique.id.replace(".", "/") + "/)";
    }
    function why(place) {
      var shown = estimate.shown[place], bounds = api.interval(shown, estimate.base);
      var together = estimate.withAll && estimate.evidence.length
        ? "in " + estimate.together[place] + " of the " + about.withAll + " that cite " + about.cited + ", and "
        : "";
      return about.percent(shown) + " % likely (" + about.whole(bounds[0]) + "–"
        + about.whole(bounds[1]) + " %); " + together + "in "
        + about.percent(corpus.techniques[place].rate) + " % of all reports";
    }
    function line(group) {
      var sources = group.sources.filter(function (trace) { return trace.source; })
        .map(function (trace) {
          return escape(trace.source)
            + (trace.channels.length ? " (" + trace.channels.map(escape).join("; ") + ")" : "")
            + (about.lacks(trace) ? ", not collected" : "");
        });
      return (group.platform ? escape(group.platform) + ": " : "") + escape(group.component)
        + (sources.length ? " in " + sources.join(", ") : "");
    }
    function where(place) {
      var groups = api.groups(about.traces(place));
      if (groups.length) return groups.map(line);
      return [about.all(place).length ? "ATT&CK names nothing" + (about.place && "," + about.place) : "ATT&CK does not say"];
    }
    function task(place, rank) {
      var reports = api.terms(corpus, estimate, place).slice(0, 3).map(function (entry) {
        var report = about.reports[entry.report];
        var title = escape(report.title), address = about.address(report);
        return (address ? "[" + title + "](" + address + ")" : title) + (report.published ? " (" + report.published + ")" : "");
      });
      return (rank + 1) + ". [ ] **" + address(corpus.techniques[place]) + "**\n   - Why: "
        + why(place) + "\n" + (reports.length ? "   - Says who: " + reports.join("; ") + "\n" : "")
        + where(place).map(function (text) { return "   - Where: " + text + "\n"; }).join("");
    }
    var seen = estimate.evidence.map(function (place) { return address(corpus.techniques[place]); });
    return "# Hunt plan\n\nSeen: " + (about.words(seen) || "nothing yet") + ". " + about.basis + "."
      + (about.cover ? "\n\nWhere to look first" + (about.place ? "," + about.place : "") + ": **"
        + about.cover.replace(/[^ ,]+/g, escape) + "**." : "")
      + "\n\n" + list.map(task).join("") + "\nA chance is calibrated, and its range right about 9 "
      + "times in 10. Numbers count reports, not intrusions: what is not reported is not absent. "
      + "Where to look is what ATT&CK names, on " + about.scope + ".\n";
  };
})(window.attackRelations = window.attackRelations || {});
