// Everything here is an addition: each page can be read, followed and printed without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var live = document.getElementById("live");

  function one(selector, within) { return (within || document).querySelector(selector); }
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function say(text) { if (live) live.textContent = text; }

  // Data comes as a script that sets a variable, loaded once, on first use: `where-data` from the
  // address that the page tells as `data-where-data`. The promise is of the variable's value.
  var api = window.attackRelations = window.attackRelations || {};
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

  // Tables: sort by a column, filter by text and by one choice, show all rows. What the reader did
  // stands in the address, so that it can be sent: only once they did it, so that rows keep theirs.
  var tables = {};
  var kept = {};
  function keep(name, key, value) {
    if (kept.table !== name) kept = { table: name };
    kept[key] = value;
    var said = ["table", "sort", "find", "pick"].filter(function (key) { return kept[key]; })
      .map(function (key) { return key + "=" + encodeURIComponent(kept[key]); });
    try { history.replaceState(null, "", "#" + said.join("&")); } catch (refused) { /* not kept */ }
  }

  function value(cell) {
    var text = cell ? cell.textContent.trim() : "";
    var number = parseFloat(text.replace(/^[<>]/, "").replace(/,/g, ""));
    return isNaN(number) || /^[A-Z]|^\d{4}-\d/.test(text) ? text.toLowerCase() : number;
  }

  function sorts(table, name) {
    var body = table.tBodies[0];
    var rows = all("tr", body);
    var heads = all("thead th", table);
    function sort(column, next) {
      var sign = next === "ascending" ? 1 : -1;
      rows.map(function (row, place) { return [value(row.cells[column]), place, row]; })
        .sort(function (a, b) {
          if (typeof a[0] !== typeof b[0]) return typeof a[0] === "number" ? -1 : 1;
          return (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * sign || a[1] - b[1];
        })
        .forEach(function (entry) { body.appendChild(entry[2]); });
      heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
      heads[column].setAttribute("aria-sort", next);
      say("Sorted by " + heads[column].textContent.trim() + ", " + next);
    }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        var numeric = table.classList.contains("n" + (column + 1))
          || column > 0 && table.classList.contains("t-square");
        var next = now ? (now === "descending" ? "ascending" : "descending")
          : (numeric ? "descending" : "ascending");
        sort(column, next);
        keep(name, "sort", column + "-" + next);
      });
    });
    return function (said) {
      var parts = said.split("-");
      if (heads[parts[0]] && /^(a|de)scending$/.test(parts[1])) sort(+parts[0], parts[1]);
    };
  }

  function uncut(table) {
    table.classList.remove("cut");
    var more = one(".more", table.parentNode.parentNode);
    if (more) more.remove();
  }

  function cut(table) {
    if (!table.classList.contains("cut")) return;
    var more = document.createElement("p");
    var button = document.createElement("button");
    var rows = table.tBodies[0].rows;
    more.className = "more";
    button.type = "button";
    button.textContent = "Show all " + rows.length + " rows";
    button.addEventListener("click", function () {
      var next = one("a", rows[60]);
      uncut(table);
      if (next) next.focus({ preventScroll: true });
    });
    more.appendChild(button);
    table.parentNode.insertAdjacentElement("afterend", more);
  }

  function filters(tools, table, name) {
    var rows = all("tr", table.tBodies[0]);
    var text = one("input", tools);
    var choice = one("select", tools);
    var result = one(".res", tools);
    function filter() {
      var words = text.value.trim().toLowerCase();
      var column = choice ? +choice.dataset.column : 0;
      var shown = 0;
      if (words || choice && choice.value) uncut(table);
      rows.forEach(function (row) {
        var fits = (!words || row.textContent.toLowerCase().indexOf(words) >= 0)
          && (!choice || !choice.value
            || row.cells[column].textContent.split(", ").indexOf(choice.value) >= 0);
        row.classList.toggle("hide", !fits);
        if (fits) shown += 1;
      });
      result.textContent = shown === rows.length
        ? rows.length + " rows" : shown + " of " + rows.length + " rows";
      say(result.textContent);
    }
    text.addEventListener("input", function () { filter(); keep(name, "find", text.value.trim()); });
    if (choice) choice.addEventListener("change", function () {
      filter();
      keep(name, "pick", choice.value);
    });
    return function (find, pick) {
      text.value = find;
      if (choice) choice.value = pick;
      filter();
    };
  }

  all("main .tw > table[class]").forEach(function (table) {
    if (!table.tHead || !table.tBodies[0]) return;
    var name = table.caption ? table.caption.id.replace(/-caption$/, "") : "";
    var tools = table.parentNode.previousElementSibling;
    tables[name] = {
      region: table.parentNode, sort: sorts(table, name),
      filter: tools && tools.classList.contains("tools") ? filters(tools, table, name) : null
    };
    cut(table);
  });

  // A table as its address tells.
  function restore() {
    if (location.hash.indexOf("#table=") !== 0) return;
    var said = {};
    location.hash.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      try { said[parts[0]] = decodeURIComponent(parts[1] || ""); } catch (broken) { /* left out */ }
    });
    var table = Object.prototype.hasOwnProperty.call(tables, said.table) && tables[said.table];
    if (!table) return;
    kept = said;
    if (table.filter && (said.find || said.pick)) table.filter(said.find || "", said.pick || "");
    if (said.sort) table.sort(said.sort);
    table.region.scrollIntoView();
  }
  restore();

  // Numbers of reports in long tables: one line each, all of them as links where the reader is, and
  // a button that leaves only those in the table of reports.
  function lister(row, numbers) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "List these " + numbers.length;
    button.addEventListener("click", function (event) {
      var table = document.getElementById("r" + numbers[0]).closest("table");
      var tools = table.parentNode.previousElementSibling;
      var name = one("th a", row).textContent;
      event.stopPropagation();
      uncut(table);
      all("tbody tr", table).forEach(function (other) {
        other.classList.toggle("hide", numbers.indexOf(other.id.slice(1)) < 0);
      });
      say(numbers.length + " reports that also cite " + name);
      if (tools && one(".res", tools)) one(".res", tools).textContent = live.textContent;
      document.getElementById("reports").scrollIntoView();
      one("a", document.getElementById("r" + numbers[0])).focus({ preventScroll: true });
    });
    return button;
  }
  function open(row) {
    var cell = row.cells[row.cells.length - 1];
    row.classList.add("open");
    if (cell.firstElementChild) return;
    var numbers = cell.textContent.trim().split(" ");
    cell.textContent = "";
    if (numbers.length > 3) cell.appendChild(lister(row, numbers));
    numbers.forEach(function (number) {
      var link = document.createElement("a");
      link.href = "#r" + number;
      link.textContent = number;
      cell.appendChild(link);
      cell.appendChild(document.createTextNode(" "));
    });
  }
  all("table.refs > tbody").forEach(function (body) {
    function follow(event) {
      var row = event.target.closest("tr");
      if (row) open(row);
    }
    body.addEventListener("click", follow);
    body.addEventListener("focusin", follow);
  });

  // A slash leads to the page's filter.
  document.addEventListener("keydown", function (event) {
    var filter = one("input[type=search]");
    if (event.key !== "/" || !filter || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    filter.focus();
  });

  // A target that is folded away or cut off shows itself.
  function reveal() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (broken) { /* as it stands */ }
    var target = id && document.getElementById(id);
    if (!target) return;
    var table = target.closest("table.cut");
    var fold = target.closest("details:not([open])");
    if (target.matches("table.refs tr")) open(target);
    if (table) uncut(table);
    if (fold) fold.open = true;
    if (table || fold) target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  // Rows with an address get an anchor; anchors copy their link.
  all("tbody tr[id] > th").forEach(function (head) {
    var anchor = document.createElement("a");
    anchor.className = "anchor";
    anchor.href = "#" + head.parentNode.id;
    anchor.setAttribute("aria-label", "Link to the row of " + head.textContent.trim());
    head.appendChild(anchor);
  });
  document.addEventListener("click", function (event) {
    var anchor = event.target.closest && event.target.closest("a.anchor");
    if (!anchor || !navigator.clipboard) return;
    navigator.clipboard.writeText(anchor.href).then(function () { say("Link copied"); }, function () {});
  });

  // On this page: the section in view is marked.
  var entries = all(".toc a");
  var sections = entries.map(function (entry) { return document.getElementById(entry.hash.slice(1)); });
  if (entries.length && window.IntersectionObserver) {
    var observer = new IntersectionObserver(function () {
      var current = -1;
      sections.forEach(function (section, place) {
        if (section && section.getBoundingClientRect().top < 160) current = place;
      });
      entries.forEach(function (entry, place) { entry.classList.toggle("on", place === current); });
    }, { rootMargin: "-60px 0px -60% 0px", threshold: [0, 0.1, 0.5] });
    sections.forEach(function (section) { if (section) observer.observe(section); });
  }
})();
