// The search box of every page: a list below it, or the page of results.
(function () {
  "use strict";
  var api = window.attackRelations;
  var base = document.documentElement.dataset.base || "";
  var box = document.querySelector(".searchbox input");
  if (!box) return;
  box.autocomplete = "off";
  box.spellcheck = false;
  box.setAttribute("aria-keyshortcuts", "/");
  var page = document.querySelector("body.search .s-found");
  var most = page ? 200 : 10;

  var say = api.page.say, make = api.page.make, count = api.page.count;
  function note(entry) {
    if (entry.kind === "report") {
      return [entry.published, entry.host].filter(Boolean).join(", ") || "report";
    }
    if (entry.isPlace) return "";
    return entry.weight ? count(entry.weight, "report") : entry.kind;
  }
  // A row: what it is, its id and title, why it was found, how much there is of it.
  function fill(row, hit) {
    var entry = hit.entry;
    row.appendChild(make("span", { "class": "kind" }, entry.kind));
    var name = row.appendChild(make("span", { "class": "name" }));
    if (entry.kind !== "report" && entry.kind !== "subset" && !entry.isPlace) {
      name.appendChild(make("i", {}, entry.id));
      name.appendChild(document.createTextNode(" "));
    }
    name.appendChild(document.createTextNode(entry.title));
    if (hit.why) name.appendChild(make("small", {}, " " + hit.why));
    row.appendChild(make("span", { "class": "note" }, note(entry)));
  }
  function wholePage(text) { return base + "search.html#q=" + encodeURIComponent(text.trim()); }

  function failed() { say("The search index could not be loaded"); return []; }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey
      || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  // The index is on its way before the first letter.
  box.addEventListener("focus", function () { api.find("").catch(failed); });

  if (page) results(); else combobox();

  // The page of results: the list stands in the page, and the address keeps what was asked.
  function results() {
    page.querySelector("p").remove();
    var told = page.appendChild(make("p"));
    var list = page.appendChild(make("ol", { "class": "found" }));
    list.id = "results";
    function draw() {
      var text = box.value;
      api.find(text).catch(failed).then(function (found) {
        if (box.value !== text) return;
        list.textContent = "";
        found.slice(0, most).forEach(function (hit) {
          var link = document.createElement("a");
          link.href = base + hit.entry.url;
          fill(link, hit);
          list.appendChild(document.createElement("li")).appendChild(link);
        });
        told.textContent = !text.trim()
          ? "Type an id, a name or alias, a tool, or words of a report’s title."
          : !found.length
            ? "Nothing is called “" + text.trim() + "”. Try fewer letters, or an id."
            : found.length > most ? count(found.length, "result") + ", the first " + most
              : count(found.length, "result");
        say(told.textContent);
      });
    }
    function restore() {
      var said = /^#q=(.*)$/.exec(location.hash);
      if (!said) return;
      try { box.value = decodeURIComponent(said[1]); } catch (broken) { box.value = said[1]; }
      draw();
    }
    box.addEventListener("input", function () {
      var hash = box.value.trim() ? "#q=" + encodeURIComponent(box.value.trim()) : " ";
      try { history.replaceState(null, "", hash); } catch (refused) { /* not kept */ }
      draw();
    });
    box.addEventListener("keydown", function (event) {
      var first = list.querySelector("a");
      if (event.key === "Enter" && first) location.href = first.href;
      if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
    });
    list.addEventListener("keydown", function (event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      var links = Array.prototype.slice.call(list.querySelectorAll("a"));
      var next = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      (links[next] || (next < 0 ? box : links[links.length - 1])).focus();
    });
    addEventListener("hashchange", restore);
    draw();
    restore();
  }

  // Elsewhere a list under the box, by the combobox pattern: the focus stays in the box.
  function combobox() {
    var list = make("ul", { "class": "found" });
    var current = -1;
    var shown; // the text that the list answers
    list.id = document.getElementById("results") ? "found" : "results";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Found");
    box.parentNode.appendChild(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);

    function close() {
      list.hidden = true;
      current = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }
    function mark(place) {
      var rows = list.children;
      if (!rows.length) return;
      current = (place + rows.length) % rows.length;
      Array.prototype.forEach.call(rows, function (row, index) {
        row.setAttribute("aria-selected", String(index === current));
      });
      box.setAttribute("aria-activedescendant", rows[current].id);
      rows[current].scrollIntoView({ block: "nearest" });
    }
    function option(url) {
      var row = document.createElement("li");
      row.id = list.id + "-" + list.children.length;
      row.dataset.url = url;
      row.setAttribute("role", "option");
      return list.appendChild(row);
    }
    function draw() {
      var text = box.value;
      return api.find(text).catch(failed).then(function (found) {
        if (box.value !== text) return;
        list.textContent = "";
        found.slice(0, most).forEach(function (hit) { fill(option(base + hit.entry.url), hit); });
        if (found.length > most) {
          option(wholePage(text)).textContent = "All " + count(found.length)
            + " results";
        } else if (text.trim() && !found.length) {
          option(wholePage(text)).textContent = "Nothing found: search the A to Z";
        }
        close();
        shown = text;
        if (!list.children.length) { say(""); return; }
        list.hidden = false;
        box.setAttribute("aria-expanded", "true");
        mark(0);
        say(found.length ? count(found.length, "result") : "Nothing found");
      });
    }
    function go(row) { if (row) location.href = row.dataset.url; }

    close();
    box.addEventListener("input", draw);
    box.addEventListener("focus", function () { if (box.value.trim()) draw(); });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", function (event) {
      var isDown = event.key === "ArrowDown";
      if (isDown || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) draw(); else mark(current + (isDown ? 1 : -1));
      } else if (event.key === "Enter" && box.value.trim()) {
        event.preventDefault();
        if (list.hidden || shown !== box.value) {
          draw().then(function () { go(list.children[0]); });
        } else go(list.children[current]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) { go(event.target.closest("li")); });
  }
})();
