// Search: what a text finds, by one plain scan over a small index that loads on first use.
(function () {
  "use strict";
  var api = window.attackRelations = window.attackRelations || {};
  var root = document.documentElement;
  var base = root.dataset.base || "";

  // ── The index as entries. ──────────────────────────────────────────────────────────────────

  var kinds = {
    techniques: "technique", groups: "group", software: "software", campaigns: "campaign",
    tactics: "tactic", subsets: "subset", retired: "retired", reports: "report",
    components: "data component", sources: "log source"
  };
  var folders = { T: "techniques", G: "groups", S: "software", C: "campaigns" };

  // What is compared: letters and digits in lower case without accents, one blank between words.
  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }
  function slug(text) { return text.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase(); }
  function initials(name) {
    return name.split(" ").length < 2 ? ""
      : fold(name).split(" ").map(function (word) { return word.charAt(0); }).join("");
  }
  function number(character) {
    var code = character.charCodeAt(0) - 35;
    return code > 57 ? code - 1 : code;
  }
  function date(text) {
    var parts = text.split("").map(number);
    return parts[0] === 0 ? "" : [1959 + parts[0]].concat(parts.slice(1).filter(Boolean))
      .map(function (part) { return (part < 10 ? "0" : "") + part; }).join("-");
  }
  function lines(text) { return text === undefined || text === "" ? [] : text.split("\n"); }

  function entry(kind, folder, id, name, title) {
    return {
      kind: kind, id: id, code: id.toLowerCase(), title: title, url: folder + "/" + id + ".html",
      names: [fold(name), fold(title)], words: " " + fold(title), also: [], aliases: [],
      initials: "", others: "", leads: "", says: "", weight: 0, host: "", published: ""
    };
  }

  function section(name, columns) {
    var ids = lines(columns.ids), names = lines(columns.names);
    var reports = lines(columns.reports), also = lines(columns.also);
    var leads = lines(columns.leads), says = lines(columns.says);
    var byId = {};
    return ids.map(function (id, place) {
      var own = names[place] || "";
      var parent = name === "techniques" && byId[id.split(".")[0]];
      var folder = name === "retired" ? folders[id.charAt(0)] : name;
      var made = entry(kinds[name], folder, id, own, parent ? parent + ": " + own : own);
      byId[id] = own;
      made.weight = +reports[place] || 0;
      made.also = (also[place] || "").split("|").filter(Boolean);
      made.aliases = made.also.map(fold);
      made.others = made.also.length ? " " + made.aliases.join(" ") : "";
      made.initials = initials(own);
      made.leads = leads[place] ? " " + fold(leads[place]) : "";
      made.says = says[place] ? " " + fold(says[place]) : "";
      return made;
    });
  }

  // Where to look: rows of one page, their anchors made of the names, a second one told apart.
  var anchors = Object.create(null);
  function places(name, columns) {
    return lines(columns.names).map(function (title, place) {
      var id = slug(title);
      anchors[id] = (anchors[id] || 0) + 1;
      if (anchors[id] > 1) id += "-" + anchors[id];
      var made = entry(columns.kind || kinds[name], "", id, title, title);
      made.url = "sources.html#" + id;
      made.isPlace = true;
      made.weight = -place / 1000;
      return made;
    });
  }

  function shelf(columns) {
    var slugs = lines(columns.slugs), hosts = [];
    lines(columns.hosts).forEach(function (run) {
      var end = run.lastIndexOf(" ");
      for (var left = +run.slice(end + 1); left > 0; left -= 1) hosts.push(run.slice(0, end));
    });
    return lines(columns.titles).map(function (title, place) {
      var name = (slug(hosts[place]).slice(0, 60)
        + slugs[place].replace(/~(.)(.)/, function (all, from, size) {
          return slug(title).substr(number(from), number(size));
        })).slice(0, 60);
      var id = name + "-" + columns.hashes.slice(8 * place, 8 * place + 8);
      var made = entry("report", "reports", id, title, title);
      made.host = hosts[place];
      made.words += " " + fold(made.host);
      made.address = name;
      made.published = date(columns.dates.slice(3 * place, 3 * place + 3));
      return made;
    });
  }

  var loaded;
  function index() {
    loaded = loaded || api.load("search-index", "attackRelationsIndex").then(function (data) {
      anchors = Object.create(null);
      return Object.keys(kinds).reduce(function (all, name) {
        var columns = data[name];
        if (!columns) return all;
        return all.concat(name === "reports" ? shelf(columns)
          : columns.kind ? places(name, columns) : section(name, columns));
      }, []);
    });
    loaded.catch(function () { loaded = null; });
    return loaded;
  }

  // All reports in the order of their keys, which is that of the explorer's data.
  api.reports = function () {
    return index().then(function (entries) {
      return entries.filter(function (entry) { return entry.kind === "report"; });
    });
  };

  // ── The scan. ──────────────────────────────────────────────────────────────────────────────

  // `T1059/001`, `t1059.1`, `1059.001`, an address of ATT&CK's own site; a report's address.
  function asked(text) {
    var told = text.trim().replace(/^\d{4}([./]\d{1,3})?$/, "T$&");
    var id = /(?:^|[\s/])(t\d{4}(?:[./]\d{0,3})?|[gsc]\d{1,4}|ta\d{1,4})\/?$/i.exec(told);
    var code = id ? id[1].toLowerCase().replace("/", ".") : told.toLowerCase();
    var sub = /^(t\d{4})\.(\d{1,3})$/.exec(code);
    var bare = told.replace(/^(https?:\/\/web\.archive\.org\/web\/[0-9a-z_]*\/)?(https?:\/*)?(www\.)?/i, "")
      .replace(/#.*$/, "").replace(/\/+$/, "");
    return {
      text: fold(text), tokens: fold(text).split(" ").filter(Boolean), code: code,
      exact: sub ? sub[1] + "." + ("00" + sub[2]).slice(-3) : code,
      address: /[./]/.test(bare) ? slug(bare).slice(0, 60) : ""
    };
  }
  function begins(words, tokens) {
    return tokens.every(function (token) { return words.indexOf(" " + token) >= 0; });
  }

  // 0 is the id itself, 10 a part of a title; a report's title comes after all that is named.
  function rank(entry, query) {
    var text = query.text;
    if (entry.code === query.exact && !entry.isPlace) return 0;
    if (entry.kind === "report") return rankReport(entry, query);
    if (entry.isPlace) return rankPlace(entry, query);
    if (entry.names.indexOf(text) >= 0 || entry.aliases.indexOf(text) >= 0) return 1;
    if (entry.initials === text) return 2;
    if (entry.code.indexOf(query.code) === 0) return 3;
    if (entry.names[0].indexOf(text) === 0 || entry.names[1].indexOf(text) === 0) return 4;
    if (begins(entry.words, query.tokens)) return 5;
    if (begins(entry.leads, query.tokens)) return 6;
    if (begins(entry.others, query.tokens)) return 7;
    if (begins(entry.words + entry.others + entry.leads + entry.says, query.tokens)) return 8;
    return (entry.words + entry.others).indexOf(text) >= 0 ? 10 : -1;
  }
  function rankReport(entry, query) {
    if (query.address && entry.address === query.address) return 1;
    if (entry.names.indexOf(query.text) >= 0) return 8;
    if (begins(entry.words, query.tokens)) return 9;
    return entry.words.indexOf(query.text) >= 0 ? 10 : -1;
  }

  function rankPlace(entry, query) {
    if (entry.names.indexOf(query.text) >= 0) return 1;
    if (begins(entry.words, query.tokens)) return 7;
    return entry.words.indexOf(query.text) >= 0 ? 10 : -1;
  }

  function why(entry, place, query) {
    if (entry.kind === "report" || entry.isPlace) return "";
    var alias = entry.also.filter(function (name, index) {
      return entry.aliases[index] === query.text
        || begins(" " + entry.aliases[index], query.tokens);
    })[0];
    if (alias && (place === 1 || place >= 7) && entry.names.indexOf(query.text) < 0) return alias;
    var word = query.tokens.filter(function (token) {
      return entry.words.indexOf(" " + token) < 0 && entry.words.indexOf(token) < 0;
    }).join(" ");
    return place === 6 || place === 8 ? "named with " + word : "";
  }

  // How many letters a text is from the nearest beginning of a name: wrong, missing, too many, or two
  // changed about (Damerau 1964, Levenshtein 1966).
  function distance(text, name) {
    var before = [], row = [], at;
    for (at = 0; at <= name.length; at += 1) row.push(at);
    for (var letter = 1; letter <= text.length; letter += 1) {
      var next = [letter];
      for (at = 1; at <= name.length; at += 1) {
        var isSame = text.charAt(letter - 1) === name.charAt(at - 1);
        next.push(Math.min(row[at - 1] + (isSame ? 0 : 1), row[at] + 1, next[at - 1] + 1));
        if (at > 1 && letter > 1 && text.charAt(letter - 1) === name.charAt(at - 2)
          && text.charAt(letter - 2) === name.charAt(at - 1)) {
          next[at] = Math.min(next[at], before[at - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return Math.min.apply(null, row);
  }
  // Where nothing that has a name fits: what is called so but for a letter or two. One letter in a long
  // name is surer than a report of such words.
  function near(entries, query) {
    var most = query.text.length < 5 ? 0 : query.text.length < 9 ? 1 : 2;
    return (most ? entries : []).filter(function (entry) {
      return entry.kind !== "report" && !entry.isPlace;
    }).map(function (entry) {
      return { entry: entry, why: "nearly “" + query.text + "”",
        letters: Math.min.apply(null, entry.names.concat(entry.aliases).map(function (name) {
          return distance(query.text, name);
        })) };
    }).filter(function (hit) {
      hit.rank = hit.letters === 1 && query.text.length > 6 ? 8.5 : 10 + hit.letters;
      return hit.letters <= most;
    });
  }

  // The ids in any text, each once: T1059, t1059/001, T1059.1 as T1059.001.
  api.ids = function (text) {
    var found = [], match, pattern = /(^|[^A-Za-z0-9])[Tt]([0-9]{4})(?:[./]([0-9]{1,3}))?(?![0-9])/g;
    while ((match = pattern.exec(text))) {
      var id = "T" + match[2] + (match[3] ? "." + ("00" + match[3]).slice(-3) : "");
      if (found.indexOf(id) < 0) found.push(id);
    }
    return found;
  };

  var order = Object.keys(kinds).map(function (name) { return kinds[name]; });
  // Promise of hits, the best first: the entry, and why it was found where its title does not tell.
  // Where none that has a name fits, what is nearly so. `fits` tells of an entry whether it may be one.
  api.find = function (text, fits) {
    return index().then(function (entries) {
      var query = asked(text), found = [];
      if (!query.text) return found;
      if (fits) entries = entries.filter(fits);
      entries.forEach(function (entry) {
        var place = rank(entry, query);
        if (place >= 0) found.push({ rank: place, entry: entry, why: why(entry, place, query) });
      });
      if (!found.some(function (hit) { return hit.rank <= 8 && hit.entry.kind !== "report"; })) {
        var known = found.map(function (hit) { return hit.entry; });
        found = found.concat(near(entries, query).filter(function (hit) {
          return known.indexOf(hit.entry) < 0;
        }));
      }
      return found.sort(function (a, b) {
        return a.rank - b.rank
          || (a.entry.kind === "retired") - (b.entry.kind === "retired")
          || b.entry.weight - a.entry.weight
          || order.indexOf(a.entry.kind) - order.indexOf(b.entry.kind)
          || (a.entry.published < b.entry.published ? 1
            : a.entry.published > b.entry.published ? -1 : 0)
          || (a.entry.id < b.entry.id ? -1 : 1);
      });
    });
  };

  api.search = function (text) {
    return api.find(String(text)).then(function (found) {
      return found.map(function (hit) {
        return { url: hit.entry.url, kind: hit.entry.kind, id: hit.entry.id,
          title: hit.entry.title };
      });
    });
  };
})();
