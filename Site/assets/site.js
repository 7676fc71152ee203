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

  // Tables: sort by a column, filter by text and by one choice, show all rows.
  function value(cell) {
    var text = cell ? cell.textContent.trim() : "";
    var number = parseFloat(text.replace(/^[<>]/, "").replace(/,/g, ""));
    return isNaN(number) || /^[A-Z]|^\d{4}-\d/.test(text) ? text.toLowerCase() : number;
  }

  function sorts(table) {
    var body = table.tBodies[0];
    var rows = all("tr", body);
    all("thead th", table).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        var numeric = head.classList.contains("num");
        var next = now ? (now === "descending" ? "ascending" : "descending")
          : (numeric ? "descending" : "ascending");
        var sign = next === "ascending" ? 1 : -1;
        rows.map(function (row, place) { return [value(row.cells[column]), place, row]; })
          .sort(function (a, b) {
            if (typeof a[0] !== typeof b[0]) return typeof a[0] === "number" ? -1 : 1;
            return (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * sign || a[1] - b[1];
          })
          .forEach(function (entry) { body.appendChild(entry[2]); });
        all("th[aria-sort]", table.tHead).forEach(function (h) { h.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", next);
        say("Sorted by " + head.textContent.trim() + ", " + next);
      });
    });
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
    more.className = "more";
    button.type = "button";
    button.textContent = "Show all " + table.tBodies[0].rows.length + " rows";
    button.addEventListener("click", function () { uncut(table); });
    more.appendChild(button);
    table.parentNode.insertAdjacentElement("afterend", more);
  }

  function filters(tools, table) {
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
    text.addEventListener("input", filter);
    if (choice) choice.addEventListener("change", filter);
  }

  all("main .tw > table[class]").forEach(function (table) {
    if (!table.tHead || !table.tBodies[0]) return;
    sorts(table);
    cut(table);
    var before = table.parentNode.previousElementSibling;
    if (before && before.classList.contains("tools")) filters(before, table);
  });

  // Numbers of reports in long tables: one line each, all of them as links where the reader is.
  function open(row) {
    var cell = row.cells[row.cells.length - 1];
    row.classList.add("open");
    if (cell.firstElementChild) return;
    var numbers = cell.textContent.trim().split(" ");
    cell.textContent = "";
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

  // A target that is folded away or cut off shows itself.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
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
