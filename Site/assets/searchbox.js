// The search box of every page: a list below it, or the page of results.
(function () {
  "use strict";
  var api = window.attackRelations;
  var base = document.documentElement.dataset.base || "";
  var box = document.querySelector(".searchbox input");
  if (!box) return;
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
    box.autocomplete = "off";
    box.spellcheck = false;
    page.querySelector("p").remove();
    var told = page.appendChild(make("p"));
    var list = page.appendChild(make("ol", { "class": "found" }));
    list.id = "results";
    function draw() {
      var text = box.value;
      return api.find(text).catch(failed).then(function (found) {
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
      box.value = api.page.decoded(said[1]);
      draw();
    }
    box.addEventListener("input", function () {
      var hash = box.value.trim() ? "#q=" + encodeURIComponent(box.value.trim()) : " ";
      try { history.replaceState(null, "", hash); } catch (refused) { /* not kept */ }
      draw();
    });
    box.addEventListener("keydown", function (event) {
      var first = list.querySelector("a");
      if (event.isComposing) return;
      // Of what stands in the box, which the list may not answer yet.
      if (event.key === "Enter") draw().then(function () {
        var best = list.querySelector("a");
        if (best) location.href = best.href;
      });
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

  // Elsewhere a list under the box: of hits, and at its end a way to the page of results.
  function combobox() {
    var list = box.parentNode.appendChild(make("ul", { "class": "found", "aria-label": "Found" }));
    list.id = document.getElementById("results") ? "found" : "results";
    api.page.combobox(box, list, {
      find: function (text) {
        return api.find(text).then(function (found) {
          var more = found.length > most ? "All " + count(found.length) + " results"
            : text.trim() && !found.length ? "Nothing found: search the A to Z" : null;
          return found.slice(0, most).concat(more ? [{ more: more, text: text }] : []);
        });
      },
      draw: function (option, hit) {
        option.dataset.url = hit.more ? wholePage(hit.text) : base + hit.entry.url;
        if (hit.more) option.textContent = hit.more; else fill(option, hit);
      },
      tell: function (hits, text) {
        var last = hits[hits.length - 1];
        return !text.trim() ? "" : last && last.more ? last.more : count(hits.length, "result");
      },
      pick: function (hit) { location.href = hit.more ? wholePage(hit.text) : base + hit.entry.url; }
    });
  }
})();
