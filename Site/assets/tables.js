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

  // A number, or `2 of 3` as its percentage, or text; dates and names are text.
  function value(cell) {
    var text = cell ? cell.textContent.trim() : "";
    var part = /^([\d,]+) of ([\d,]+)$/.exec(text);
    if (part) return 100 * plain(part[1]) / plain(part[2]);
    var number = plain(text.replace(/^[<>]/, ""));
    return isNaN(number) || /^[A-Z]|^\d{4}-\d/.test(text) ? text.toLowerCase() : number;
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
  function quoted(text) {
    var safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }
  function csv(table, rows) {
    var isSplit = rows.some(function (row) { return one("th > a > i", row); });
    var heads = all("thead th", table).map(function (head) { return head.textContent.trim(); });
    var names = rows[0] ? Array.prototype.findIndex.call(rows[0].cells, function (cell) {
      return cell.tagName === "TH";
    }) : 0;
    if (isSplit) heads.splice(names, 0, "Id");
    return [heads].concat(rows.map(function (row) { return fields(row, isSplit); }))
      .map(function (texts) { return texts.map(quoted).join(",") + "\n"; }).join("");
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
    if (this.rows.length > 1) this.addSorting();
    if (table.dataset.find) this.addFilters();
    this.addFoot();
    this.count();
  }

  // The rows that can be seen, as they stand now.
  Sheet.prototype.shown = function () {
    var rows = all("tr", this.table.tBodies[0])
      .filter(function (row) { return !row.classList.contains("hide"); });
    return this.isCut() ? rows.slice(0, most) : rows;
  };
  Sheet.prototype.isCut = function () { return this.table.classList.contains("cut"); };

  // The reader acted: the address tells it from now on.
  Sheet.prototype.keep = function (key, told) {
    if (told) this.state[key] = told; else delete this.state[key];
    var state = this.state;
    var said = ["table=" + encodeURIComponent(this.name)]
      .concat(Object.keys(state).sort().map(function (key) {
        return key + "=" + encodeURIComponent(state[key]);
      }));
    try { history.replaceState(null, "", "#" + said.join("&")); } catch (refused) { /* not kept */ }
  };

  Sheet.prototype.addSorting = function () {
    var sheet = this;
    this.heads.forEach(function (head, column) {
      var sorter = button("", function () {
        var now = head.getAttribute("aria-sort");
        var classes = sheet.table.classList;
        var isNumeric = classes.contains("n" + (column + 1))
          || column > 0 && classes.contains("t-square");
        var next = now ? (now === "descending" ? "ascending" : "descending")
          : (isNumeric ? "descending" : "ascending");
        sheet.sort(column, next);
        sheet.keep("sort", column + "-" + next);
      });
      while (head.firstChild) sorter.appendChild(head.firstChild);
      head.appendChild(sorter);
    });
  };

  // Numbers before text; equal ones stay as they stood at first.
  Sheet.prototype.sort = function (column, direction) {
    var sign = direction === "ascending" ? 1 : -1;
    var sorted = document.createDocumentFragment();
    var counted = this.heads[column].dataset.count;
    this.rows.map(function (row, place) {
      var cell = row.cells[column];
      return [counted ? many(cell, counted) : value(cell), place, row];
    })
      .sort(function (a, b) {
        if (typeof a[0] !== typeof b[0]) return typeof a[0] === "number" ? -1 : 1;
        return (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * sign || a[1] - b[1];
      })
      .forEach(function (entry) { sorted.appendChild(entry[2]); });
    this.table.tBodies[0].appendChild(sorted);
    this.heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
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
      sheet.turn(key);
      sheet.keep(key, sheet.said(key));
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
    var values = {};
    function parts(row) { return row.cells[column].textContent.trim().split(", "); }
    this.rows.forEach(function (row) {
      parts(row).forEach(function (part) { if (part) values[part] = true; });
    });
    this.add(title.toLowerCase(), title, select(Object.keys(values).sort()), "", function (said) {
      return function (row) { return parts(row).indexOf(said) >= 0; };
    });
  };

  // Platforms are no column: they come with the explorer's data, once the reader is at the tools.
  Sheet.prototype.addPlatforms = function () {
    var sheet = this, field = select([]), of = {};
    field.className = "later"; // as wide from the start as when it is filled: nothing moves under the pointer
    this.add("platform", "Platform", field, "", function (said) {
      return function (row) { return (of[row.id] || []).indexOf(said) >= 0; };
    });
    this.platforms = function () {
      sheet.loading = sheet.loading || platforms().then(function (known) {
        var here = {};
        of = known;
        sheet.rows.forEach(function (row) {
          (of[row.id] || []).forEach(function (platform) { here[platform] = true; });
        });
        Object.keys(here).sort().forEach(function (platform) {
          field.appendChild(make("option", {}, platform));
        });
      });
      return sheet.loading;
    };
    function turnTo() { sheet.platforms().catch(function () { sheet.loading = null; }); }
    this.tools.addEventListener("focusin", turnTo);
    this.tools.addEventListener("pointerenter", turnTo);
  };
  function platforms() {
    return api.load("explore-data", "attackRelationsReports").then(function (data) {
      var of = {};
      data.ids.split(" ").forEach(function (id, place) {
        of[id] = data.in[place].split(",")[2].split(" ").filter(Boolean)
          .map(function (number) { return data.platforms[parseInt(number, 36)]; });
      });
      return of;
    });
  }

  Sheet.prototype.addLeast = function (column) {
    var field = make("input");
    field.type = "number";
    field.min = "1";
    field.setAttribute("aria-label", "At least so many: " + this.heads[column].textContent.trim());
    this.add("least", "At least", field, "reports", function (said) {
      return function (row) { return value(row.cells[column]) >= +said; };
    });
  };

  Sheet.prototype.addStandouts = function () {
    var field = make("input");
    field.type = "checkbox";
    this.add("out", "", field, "stands out only", function () {
      return function (row) { return !!one(".up, .may", row); };
    });
  };

  // A filter was turned: rows that all filters pass are shown.
  Sheet.prototype.turn = function () {
    var sheet = this;
    var tests = Object.keys(this.filters).filter(function (key) { return sheet.said(key); })
      .map(function (key) { return sheet.filters[key](sheet.said(key)); });
    this.only(function (row) { return tests.every(function (test) { return test(row); }); },
      tests.length > 0);
    say(this.result.textContent);
  };

  Sheet.prototype.only = function (test, isFiltered) {
    if (isFiltered) this.uncut();
    this.rows.forEach(function (row) { row.classList.toggle("hide", !test(row)); });
    this.count();
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
          var next = one("a", sheet.table.tBodies[0].rows[most]);
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
    this.table.classList.remove("cut");
    if (this.foot) this.foot.firstChild.remove();
  };

  Sheet.prototype.count = function () {
    var fit = this.rows.filter(function (row) { return !row.classList.contains("hide"); }).length;
    var rows = this.shown().length;
    if (this.result) {
      this.result.textContent = (fit === this.rows.length ? "" : count(fit) + " of ")
        + count(this.rows.length, "row");
    }
    if (this.save) {
      this.save.textContent = "Save " + count(rows, "row") + " as CSV";
      this.save.disabled = rows === 0;
    }
  };

  Sheet.prototype.download = function () {
    var link = make("a");
    var file = new Blob([csv(this.table, this.shown())], { type: "text/csv" });
    link.href = URL.createObjectURL(file);
    link.download = (page ? page[1] : "table") + "-" + this.name + ".csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    say(link.download + " saved");
  };

  // As the address tells.
  Sheet.prototype.restore = function (said) {
    var sheet = this, parts = (said.sort || "").split("-");
    if (said.platform && this.platforms && !this.loading) {
      this.platforms().then(function () { sheet.restore(said); }, function () {});
      return;
    }
    this.state = said;
    Object.keys(this.fields).forEach(function (key) {
      var field = sheet.fields[key];
      if (field.type === "checkbox") field.checked = said[key] === "1";
      else field.value = said[key] || "";
    });
    if (said.all) this.uncut();
    if (this.result) this.turn(); else this.count();
    if (this.heads[parts[0]] && /^(a|de)scending$/.test(parts[1])) this.sort(+parts[0], parts[1]);
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

  // Numbers of reports in long tables: one line each, all of them as links where the reader is,
  // with a button that leaves only those in the table of reports, and a way to the comparison.
  function lister(row, numbers) {
    return button("List these " + numbers.length, function (event) {
      var first = document.getElementById("r" + numbers[0]);
      var sheet = sheetOf(first);
      event.stopPropagation();
      sheet.only(function (other) { return numbers.indexOf(other.id.slice(1)) >= 0; }, true);
      var told = numbers.length + " reports that also cite " + one("th a", row).textContent;
      say(told);
      if (sheet.result) sheet.result.textContent = told;
      document.getElementById("reports").scrollIntoView();
      one("a", first).focus({ preventScroll: true });
    });
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
  function open(row) {
    var cell = row.cells[row.cells.length - 1];
    row.classList.add("open");
    if (cell.firstElementChild) return;
    var numbers = cell.textContent.trim().split(" ");
    cell.textContent = "";
    if (numbers.length > 3) cell.appendChild(lister(row, numbers));
    addLinks(cell, numbers);
    var link = comparison(row);
    if (link) cell.appendChild(make("span", { "class": "more" }, link));
  }
  // The same of an item in a list of those that few reports name.
  function openItem(item) {
    if (item.classList.contains("open")) return;
    item.classList.add("open");
    var text = item.lastChild, numbers = text.data.trim().split(" ");
    text.data = " ";
    addLinks(item, numbers);
  }
  // Opens what the reader comes to in the lists that a selector finds.
  function follow(lists, items, act) {
    function come(event) {
      var item = event.target.closest(items);
      if (item) act(item);
    }
    all(lists).forEach(function (list) {
      list.addEventListener("click", come);
      list.addEventListener("focusin", come);
    });
  }
  follow("table.refs > tbody", "tr", open);
  follow(".roll", "li", openItem);

  // A row that the address names shows itself.
  function reveal() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (broken) { /* as it stands */ }
    var row = id && document.getElementById(id);
    if (row && row.matches(".roll > li")) openItem(row);
    if (!row || row.tagName !== "TR") return;
    if (row.matches("table.refs tr")) open(row);
    var sheet = sheetOf(row);
    if (!sheet) return;
    if (row.classList.contains("hide")) sheet.only(function () { return true; }, true);
    sheet.uncut();
    sheet.count();
    row.scrollIntoView();
  }
  function restore() {
    var said = {};
    if (location.hash.indexOf("#table=") !== 0) return reveal();
    location.hash.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      try { said[parts[0]] = decodeURIComponent(parts[1] || ""); } catch (broken) { /* left out */ }
    });
    var sheet = sheets.filter(function (sheet) { return sheet.name === said.table; })[0];
    delete said.table;
    if (sheet) sheet.restore(said);
  }
  addEventListener("hashchange", restore);
  restore();
})();
