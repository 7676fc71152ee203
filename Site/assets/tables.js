// Tables: sort, filter, show all, save as CSV, and rows with an address. Without it all rows stand.
(function () {
  "use strict";
  var api = window.attackRelations;
  var root = document.documentElement;
  var page = /([^/]+)\.html$/.exec(location.pathname);
  var most = 60; // rows of a long table, as the style sheet cuts it

  var one = api.page.one, all = api.page.all, say = api.page.say, make = api.page.make,
    count = api.page.count;
  function button(text, act) {
    var made = make("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  // ── What cells say. ────────────────────────────────────────────────────────────────────────

  // `2 of 3` as its percentage, a number in a column of numbers, else text; null where nothing is
  // known.
  function value(cell, isNumeric) {
    var text = cell ? cell.textContent.trim() : "";
    var part = /^([\d,]+) of ([\d,]+)$/.exec(text);
    if (part) return 100 * plain(part[1]) / plain(part[2]);
    if (!text || text === "no date") return null;
    var number = isNumeric ? plain(text.replace(/^[<>]/, "")) : NaN;
    return isNaN(number) ? text.toLowerCase() : number;
  }
  // How many digits or words stand in a cell.
  function many(cell, what) {
    return (words(cell).match(what === "digits" ? /\d/g : /\S+/g) || []).length;
  }
  function plain(text) { return parseFloat(text.replace(/,/g, "")); }

  // As a reader sees it: without what scripts added.
  function words(cell) {
    var copy = cell.cloneNode(true);
    all("button, .anchor, .more", copy).forEach(function (added) { added.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  // A row's cells for a file; the id of its name stands for itself.
  function fields(row, isSplit) {
    return Array.prototype.slice.call(row.cells).reduce(function (texts, cell) {
      var id = isSplit && cell.tagName === "TH" && one("a > i", cell);
      if (!id) return texts.concat(words(cell));
      return texts.concat(id.textContent, words(cell).slice(id.textContent.length).trim());
    }, []);
  }
  function csv(table, rows) {
    var isSplit = rows.some(function (row) { return one("th > a > i", row); });
    var heads = all("thead th", table).map(function (head) { return head.textContent.trim(); });
    var names = rows[0] ? Array.prototype.findIndex.call(rows[0].cells, function (cell) {
      return cell.tagName === "TH";
    }) : 0;
    if (isSplit) heads.splice(names, 0, "Id");
    return [heads].concat(rows.map(function (row) { return fields(row, isSplit); }))
      .map(function (texts) { return texts.map(api.page.quoted).join(",") + "\n"; }).join("");
  }

  // ── One table. ─────────────────────────────────────────────────────────────────────────────

  // `state` is what the reader did, by the words that tell it in the address.
  function Sheet(table) {
    this.table = table;
    this.name = table.caption ? table.caption.id.replace(/-caption$/, "") : "";
    this.region = table.parentNode;
    this.rows = all("tr", table.tBodies[0]);
    this.heads = all("thead th", table);
    this.state = {};
    this.filters = {}; // by the same words: whether a row fits
    this.fields = {}; // and what the reader turns
    this.listed = null; // the row of another table whose reports alone are shown, by its numbers
    this.rest = this.name === "all" ? all(".roll li") : []; // what few reports name, below it
    if (this.isCut()) this.cut(this.rows);
    if (this.rows.length > 1) this.addSorting();
    if (table.dataset.find) this.addFilters();
    this.addFoot();
    this.count();
  }

  // The rows that can be seen, as they stand now.
  Sheet.prototype.shown = function () {
    var rows = all("tr:not(.hide):not(.which)", this.table.tBodies[0]);
    return this.isCut() ? rows.slice(0, most) : rows;
  };
  Sheet.prototype.isCut = function () { return /\b(cut|short)\b/.test(this.table.className); };
  // Leaves the first rows of an order, with what is opened below them. Until here the style sheet did,
  // by their places, which opened rows would change.
  Sheet.prototype.cut = function (order) {
    this.table.classList.replace("cut", "short");
    order.forEach(function (row, place) {
      row.classList.toggle("beyond", place >= most);
      if (row.detail) row.detail.classList.toggle("beyond", place >= most);
    });
  };

  // The reader acted: the address tells it from now on. What is a step of its own can be gone back.
  Sheet.prototype.keep = function (key, told, isStep) {
    if (told) this.state[key] = told; else delete this.state[key];
    try { history[isStep ? "pushState" : "replaceState"](null, "", this.address()); } catch (refused) { /* not kept */ }
    if (this.onward) this.onward.href = this.wholeAddress();
  };
  Sheet.prototype.address = function (without) {
    var state = this.state;
    return "#" + ["table=" + encodeURIComponent(this.name)]
      .concat(Object.keys(state).sort().filter(function (key) { return key !== without; })
        .map(function (key) { return key + "=" + encodeURIComponent(state[key]); })).join("&");
  };
  // The same on the page of all, whose columns are others.
  Sheet.prototype.wholeAddress = function () { return page[1] + "-all.html" + this.address("sort"); };

  Sheet.prototype.isNumeric = function (column) {
    var classes = this.table.classList;
    return classes.contains("n" + (column + 1)) || column > 0 && classes.contains("t-square");
  };
  // The first that is known tells it.
  Sheet.prototype.isDated = function (column) {
    var known = this.rows.map(function (row) { return value(row.cells[column]); })
      .filter(function (text) { return text !== null; })[0];
    return !this.isNumeric(column) && /^\d{4}(-\d\d){0,2}$/.test(known);
  };

  Sheet.prototype.addSorting = function () {
    var sheet = this;
    this.heads.forEach(function (head, column) {
      var sorter = button("", function () {
        var now = head.getAttribute("aria-sort");
        var next = now ? (now === "descending" ? "ascending" : "descending")
          : (sheet.isNumeric(column) || sheet.isDated(column) ? "descending" : "ascending");
        sheet.sort(column, next);
        sheet.keep("sort", column + "-" + next);
      });
      while (head.firstChild) sorter.appendChild(head.firstChild);
      head.appendChild(sorter);
    });
  };

  // Numbers before text, what is unknown last; equal ones stay as they stood at first.
  Sheet.prototype.sort = function (column, direction) {
    var sign = direction === "ascending" ? 1 : -1;
    var sorted = document.createDocumentFragment();
    var counted = this.heads[column].dataset.count, isNumeric = this.isNumeric(column);
    this.rows.map(function (row, place) {
      var cell = row.cells[column];
      return [counted ? many(cell, counted) : value(cell, isNumeric), place, row];
    })
      .sort(function (a, b) {
        if ((a[0] === null) !== (b[0] === null)) return a[0] === null ? 1 : -1;
        if (typeof a[0] !== typeof b[0]) return typeof a[0] === "number" ? -1 : 1;
        return (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * sign || a[1] - b[1];
      })
      .forEach(function (entry) {
        sorted.appendChild(entry[2]);
        if (entry[2].detail) sorted.appendChild(entry[2].detail);
      });
    this.table.tBodies[0].appendChild(sorted);
    if (this.isCut()) this.cut(all("tr:not(.which)", this.table.tBodies[0]));
    this.heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
    // The caption tells no order that is no longer there.
    var caption = this.table.caption, told = caption && caption.lastChild;
    if (told && told.data) told.data = told.data.replace(/, (the )?(most reported|newest) first/, "");
    this.heads[column].setAttribute("aria-sort", direction);
    say("Sorted by " + this.heads[column].textContent.trim() + ", " + direction);
  };

  // ── Its filters. ───────────────────────────────────────────────────────────────────────────

  Sheet.prototype.addFilters = function () {
    var sheet = this;
    this.tools = make("div");
    this.tools.className = "tools";
    this.addText(this.table.dataset.find);
    this.heads.forEach(function (head, column) {
      if (head.dataset.filter === "choice") sheet.addChoice(head.textContent.trim(), column);
    });
    if (root.dataset.exploreData && /^T\d{4}/.test(this.rows[0].id)) this.addPlatforms();
    this.heads.forEach(function (head, column) {
      if (head.dataset.filter === "least") sheet.addLeast(column);
    });
    if (one(".up, .may", this.table)) this.addStandouts();
    this.whole = this.name === "all" && page && !/-all$/.test(page[1])
      && one('a[href^="' + page[1] + '-all.html"]');
    this.result = make("span");
    this.result.className = "res";
    this.tools.appendChild(this.result);
    this.region.insertAdjacentElement("beforebegin", this.tools);
  };

  // `fits` makes, of what the field says, the test of a row.
  Sheet.prototype.add = function (key, label, field, after, fits) {
    var sheet = this;
    var told = make("label");
    told.appendChild(document.createTextNode(label + " "));
    told.appendChild(field);
    if (after) told.appendChild(document.createTextNode(" " + after));
    this.tools.appendChild(told);
    this.fields[key] = field;
    this.filters[key] = fits;
    field.addEventListener(field.tagName === "SELECT" ? "change" : "input", function () {
      sheet.keep(key, sheet.said(key));
      sheet.turn();
    });
  };
  Sheet.prototype.said = function (key) {
    var field = this.fields[key];
    return field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim();
  };

  Sheet.prototype.addText = function (what) {
    var field = make("input");
    field.type = "text";
    field.placeholder = what;
    field.setAttribute("aria-label", "Filter the rows by " + what);
    this.add("find", "Find", field, "", function (said) {
      var text = said.toLowerCase();
      return function (row) { return row.textContent.toLowerCase().indexOf(text) >= 0; };
    });
  };

  function select(values) {
    var field = make("select");
    field.appendChild(make("option", {}, "all")).value = "";
    values.forEach(function (value) { field.appendChild(make("option", {}, value)); });
    return field;
  }

  Sheet.prototype.addChoice = function (title, column) {
    var values = Object.create(null), sheet = this;
    function parts(row) {
      return row.cells ? row.cells[column].textContent.trim().split(", ") : sheet.of(row).tactics;
    }
    this.rows.forEach(function (row) {
      parts(row).forEach(function (part) { if (part) values[part] = true; });
    });
    this.add(title.toLowerCase(), title, select(Object.keys(values).sort()), "", function (said) {
      return function (row) { return parts(row).indexOf(said) >= 0; };
    });
  };

  // Platforms are no column: they come with the explorer's data, once the reader is at the tools.
  Sheet.prototype.addPlatforms = function () {
    var sheet = this, field = select([]);
    field.className = "later"; // as wide from the start as when it is filled: nothing moves under the pointer
    this.add("platform", "Platform", field, "", function (said) {
      return function (row) { return sheet.of(row).platforms.indexOf(said) >= 0; };
    });
    function know() {
      if (sheet.isKnown) return;
      techniques().then(function (known) {
        var here = {};
        if (sheet.isKnown) return;
        sheet.isKnown = true;
        sheet.known = known;
        sheet.rows.concat(sheet.rest).forEach(function (row) {
          sheet.of(row).platforms.forEach(function (platform) { here[platform] = true; });
        });
        Object.keys(here).sort().forEach(function (platform) {
          field.appendChild(make("option", {}, platform));
        });
        // The address may have told it before it was there to be chosen.
        field.value = sheet.state.platform || "";
        if (field.value || sheet.rest.length && sheet.isFiltered()) sheet.turn();
      }, function () { /* tried again when the reader is back */ });
    }
    this.know = know;
    this.tools.addEventListener("focusin", know);
    this.tools.addEventListener("pointerenter", know);
  };
  Sheet.prototype.known = {};
  // The platforms and tactics of the technique that a row is about, as far as they are loaded.
  Sheet.prototype.of = function (row) { return this.known[row.id] || { platforms: [], tactics: [] }; };
  function techniques() {
    return api.load("explore-data", "attackRelationsReports").then(function (data) {
      var known = {};
      function names(numbers, all) {
        return numbers.split(" ").filter(Boolean).map(function (number) { return all[parseInt(number, 36)]; });
      }
      data.ids.split(" ").forEach(function (id, place) {
        var parts = data.in[place].split(",");
        known[id] = { tactics: names(parts[1], data.tactics), platforms: names(parts[2], data.platforms) };
      });
      return known;
    });
  }

  Sheet.prototype.addLeast = function (column) {
    var field = make("input");
    field.type = "number";
    field.min = "1";
    field.setAttribute("aria-label", "At least so many: " + this.heads[column].textContent.trim());
    this.add("least", "At least", field, "reports", function (said) {
      return function (row) {
        return (row.cells ? value(row.cells[column], true) : numbersOf(row).length) >= +said;
      };
    });
  };

  Sheet.prototype.addStandouts = function () {
    var field = make("input");
    field.type = "checkbox";
    this.add("out", "", field, "stands out only", function () {
      return function (row) { return !!one(".up, .may", row); };
    });
  };

  Sheet.prototype.isFiltered = function () {
    return !!this.listed || Object.keys(this.fields).some(this.said, this);
  };
  // A filter was turned: rows that all filters pass are shown.
  Sheet.prototype.turn = function () {
    var sheet = this, listed = this.listed;
    var tests = Object.keys(this.filters).filter(function (key) { return sheet.said(key); })
      .map(function (key) { return sheet.filters[key](sheet.said(key)); });
    if (listed) tests.push(function (row) { return listed.indexOf(row.id.slice(1)) >= 0; });
    if (tests.length) this.uncut();
    this.rows.concat(this.rest).forEach(function (row) {
      var isHidden = row.classList.toggle("hide", !tests.every(function (test) { return test(row); }));
      if (row.detail) row.detail.classList.toggle("hide", isHidden);
    });
    this.count();
    if (this.result) say(this.result.textContent);
  };

  // No filter is on: only the order stays.
  Sheet.prototype.clear = function () {
    this.state = this.state.sort ? { sort: this.state.sort } : {};
    this.fill({});
    this.unlist();
  };
  Sheet.prototype.fill = function (said) {
    var sheet = this;
    Object.keys(this.fields).forEach(function (key) {
      var field = sheet.fields[key];
      if (field.type === "checkbox") field.checked = said[key] === "1";
      else field.value = said[key] || "";
    });
  };

  // Shows only the reports that a row of another table counts, with a way back to all.
  Sheet.prototype.list = function (row) {
    var sheet = this, numbers = numbersOf(row);
    this.clear();
    this.listed = numbers;
    this.note = make("p", { "class": "more" }, make("b", {}, count(numbers.length, "report") + " with "
      + words(row.cells[0])), " ");
    this.note.appendChild(button("Show all " + count(this.rows.length, "report"), function () {
      sheet.clear();
      sheet.keep("with", "");
      sheet.turn();
      one("a", sheet.table.tBodies[0]).focus({ preventScroll: true });
      document.getElementById("reports").scrollIntoView();
    }));
    (this.tools || this.region).insertAdjacentElement("beforebegin", this.note);
  };
  Sheet.prototype.unlist = function () {
    if (this.note) this.note.remove();
    this.listed = this.note = null;
  };

  // ── Below it: all rows, and what is shown as a file. ─────────────────────────────────────────

  Sheet.prototype.addFoot = function () {
    var sheet = this;
    if (this.rows.length < 4) return;
    this.foot = make("p");
    this.foot.className = "more";
    this.save = button("", function () { sheet.download(); });
    if (this.isCut()) {
      this.foot.appendChild(button("Show all " + count(this.rows.length, "row"),
        function () {
          var next = one("tr.beyond a", sheet.table.tBodies[0]);
          sheet.uncut();
          sheet.count();
          sheet.keep("all", "1");
          if (next) next.focus({ preventScroll: true });
        }));
    }
    this.foot.appendChild(this.save);
    this.region.insertAdjacentElement("afterend", this.foot);
  };

  Sheet.prototype.uncut = function () {
    if (!this.isCut()) return;
    this.table.classList.remove("short");
    all("tr.beyond", this.table.tBodies[0]).forEach(function (row) { row.classList.remove("beyond"); });
    if (this.foot) this.foot.firstChild.remove();
  };

  Sheet.prototype.count = function () {
    var fit = this.rows.filter(function (row) { return !row.classList.contains("hide"); }).length;
    var rows = this.shown().length;
    if (this.result) {
      var rest = this.rest.filter(function (item) { return !item.classList.contains("hide"); }).length;
      this.result.textContent = (fit === this.rows.length ? "" : count(fit) + " of ")
        + count(this.rows.length, "row")
        + (rest < this.rest.length ? ", and " + count(rest) + " of the " + count(this.rest.length) + " below" : "");
      if (this.whole && fit < this.rows.length) {
        this.onward = make("a", { href: this.wholeAddress() }, "Look in all");
        this.result.appendChild(document.createTextNode(" "));
        this.result.appendChild(this.onward);
      }
    }
    if (this.save) {
      this.save.textContent = "Save " + count(rows, "row") + " as CSV";
      this.save.disabled = rows === 0;
    }
  };

  Sheet.prototype.download = function () {
    api.page.save((page ? page[1] : "table") + "-" + this.name + ".csv", "text/csv",
      csv(this.table, this.shown()));
  };

  // As the address tells.
  Sheet.prototype.restore = function (said) {
    var sort = /^(\d+)-((?:a|de)scending)$/.exec(said.sort || "");
    var row = said.with && document.getElementById(said.with);
    if (row && row.matches("table.refs tr")) this.list(row); else this.clear();
    this.state = said;
    this.fill(said);
    if (this.know && (said.platform || this.rest.length)) this.know();
    if (said.all) this.uncut();
    this.turn();
    if (sort && this.heads[sort[1]]) this.sort(+sort[1], sort[2]);
    (this.tools || this.region).scrollIntoView();
  };

  // ── All tables of the page. ────────────────────────────────────────────────────────────────

  var sheets = all("main .tw > table[class]")
    .filter(function (table) { return table.tHead && table.tBodies[0] && table.tBodies[0].rows[0]; })
    .map(function (table) { return new Sheet(table); });
  function sheetOf(element) {
    var table = element.closest("table");
    return sheets.filter(function (sheet) { return sheet.table === table; })[0];
  }

  // Rows with an address get an anchor.
  all("tbody tr[id] > th").forEach(function (head) {
    var label = "Link to the row of " + head.textContent.trim();
    head.appendChild(make(
      "a", { "class": "anchor", href: "#" + head.parentNode.id, "aria-label": label }));
  });

  // Numbers of reports in long tables: one line each, and where the reader is all of them as links
  // in a row below, with a button that leaves only those in the table of reports, and a way to the
  // comparison.
  function lister(row, numbers) {
    var first = document.getElementById("r" + numbers[0]), sheet = first && sheetOf(first);
    return sheet && button("List these " + numbers.length, function (event) {
      event.stopPropagation();
      sheet.list(row);
      sheet.keep("with", row.id, true);
      sheet.turn();
      say(sheet.note.firstChild.textContent);
      document.getElementById("reports").scrollIntoView();
      one("a", first).focus({ preventScroll: true });
    });
  }
  // The cell that names reports.
  function named(row) { return row.cells[/\br(\d+)\b/.exec(row.closest("table").className)[1] - 1]; }
  // As that cell, or the item's own text, tells them before anything is added there.
  function numbersOf(row) {
    row.numbers = row.numbers || (row.cells ? named(row) : row.lastChild).textContent.trim().split(" ");
    return row.numbers;
  }
  // Of the page's technique and the row's, or of the row's two; these may stand there with subs.
  function comparison(row) {
    var two = row.id.split("-");
    var words = "Compare " + two.join(" with ") + (/ and subs/.test(row.cells[0].textContent)
      ? ", each without its subs" : "");
    return two.length === 2 ? api.comparison(two[0], two[1], words) : api.comparison(api.own, row.id);
  }
  function addLinks(place, numbers) {
    numbers.forEach(function (number) {
      place.appendChild(make("a", { href: "#r" + number }, number));
      place.appendChild(document.createTextNode(" "));
    });
  }
  // A row below another that holds what belongs to it, and goes where that goes, until it is folded;
  // `toggle` is the button that tells which of the two it is.
  api.page.unfold = function (row, toggle, content) {
    row.detail = make("tr", { "class": "which" }, make("td", { colspan: row.cells.length }, content));
    row.insertAdjacentElement("afterend", row.detail);
    toggle.setAttribute("aria-expanded", "true");
  };
  api.page.fold = function (row, toggle) {
    row.detail.remove();
    row.detail = null;
    toggle.setAttribute("aria-expanded", "false");
  };
  function open(row) {
    if (row.detail) return;
    var numbers = numbersOf(row), place = make("div"), link = comparison(row);
    var list = numbers.length > 3 && lister(row, numbers);
    if (list) place.appendChild(list);
    addLinks(place, numbers);
    if (link) place.appendChild(make("span", { "class": "more" }, link));
    api.page.unfold(row, offer(row), place);
  }
  // The button that opens and closes it, for those who come by keyboard, and once it is open for all.
  function offer(row) {
    var numbers = numbersOf(row), cell = named(row);
    if (!row.toggle) {
      row.toggle = button("Which " + numbers.length, function (event) {
        event.stopPropagation();
        if (row.detail) api.page.fold(row, row.toggle); else open(row);
      });
      row.toggle.setAttribute("aria-expanded", "false");
      cell.insertBefore(row.toggle, cell.firstChild);
    }
    return row.toggle;
  }
  // The same of an item in a list of those that few reports name.
  function openItem(item) {
    if (item.classList.contains("open")) return;
    item.classList.add("open");
    var numbers = numbersOf(item);
    item.lastChild.data = " ";
    addLinks(item, numbers);
  }
  // What the reader comes to in the lists that a selector finds, by pointer or by keyboard.
  function follow(lists, items, clicked, focused) {
    function come(act) {
      return function (event) {
        var item = event.target.closest(items);
        if (item) act(item);
      };
    }
    all(lists).forEach(function (list) {
      list.addEventListener("click", come(clicked));
      list.addEventListener("focusin", come(focused));
    });
  }
  follow("table.refs > tbody", "tr:not(.which)", open, offer);
  follow(".roll", "li", openItem, openItem);

  // A row that the address names shows itself.
  function reveal() {
    var id = api.page.fragment();
    var row = id && document.getElementById(id);
    if (row && row.matches(".roll > li")) openItem(row);
    if (!row || row.tagName !== "TR") return;
    if (row.matches("table.refs tr")) open(row);
    var sheet = sheetOf(row);
    if (!sheet) return;
    if (row.classList.contains("hide")) {
      sheet.clear();
      sheet.turn();
    }
    sheet.uncut();
    sheet.count();
    row.scrollIntoView();
  }
  function restore() {
    var said = {};
    sheets.forEach(function (sheet) {
      if (!sheet.listed) return;
      sheet.clear();
      sheet.turn();
    });
    if (location.hash.indexOf("#table=") !== 0) return reveal();
    location.hash.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      said[parts[0]] = api.page.decoded(parts[1] || "");
    });
    var sheet = sheets.filter(function (sheet) { return sheet.name === said.table; })[0];
    delete said.table;
    if (sheet) sheet.restore(said);
  }
  addEventListener("hashchange", restore);
  restore();
})();
