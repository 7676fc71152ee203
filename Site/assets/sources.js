// The page of data components and log sources: under each, on asking, all techniques that it shows.
(function () {
  "use strict";
  var api = window.attackRelations, page = api.page;

  // For a kind of trace and a name of it the techniques, the most reported first.
  var known;
  function techniques() {
    known = known || Promise.all([
      api.load("explore-data", "attackRelationsReports"), api.load("where-data", "attackRelationsWhere")
    ]).then(function (loaded) {
      var where = loaded[1], of = { components: Object.create(null), sources: Object.create(null) };
      api.corpus(loaded[0]).techniques.forEach(function (technique) {
        var flat = where.techniques[technique.id] || [];
        ["components", "sources"].forEach(function (kind, place) {
          for (var at = 1 + place; at < flat.length; at += 3) {
            var name = where[kind][flat[at]], list = of[kind][name] = of[kind][name] || [];
            if (list[list.length - 1] !== technique) list.push(technique);
          }
        });
      });
      return of;
    });
    known.catch(function () { known = null; });
    return known;
  }

  function item(technique) {
    return page.make("li", {}, page.make("a", { href: "techniques/" + technique.id + ".html" },
      page.make("i", {}, technique.id), " " + technique.name), " ",
      page.make("small", {}, page.count(technique.reports.length)));
  }

  page.all("table.t-sources").forEach(function (table) {
    var kind = table.caption.id.replace("-caption", "");
    page.all("tbody tr", table).forEach(function (row) {
      var name = row.cells[0].textContent.trim(), last = row.cells[row.cells.length - 1];
      var more = page.make("button", { type: "button", "class": "all", "aria-expanded": "false",
        "aria-label": "All techniques that " + name + " shows" }, "All " + row.cells[1].textContent.trim());
      function open() {
        return techniques().then(function (of) {
          if (row.detail) return;
          var list = page.make("ul", { "class": "roll" }, (of[kind][name] || []).map(item));
          page.unfold(row, more, page.make("div", {}, list));
        }, function () { page.say("The data of this page could not be loaded"); });
      }
      more.addEventListener("click", function () { if (row.detail) page.fold(row, more); else open(); });
      if (+row.cells[1].textContent === page.all("a", last).length) return; // all are named
      last.appendChild(document.createTextNode(" "));
      last.appendChild(more);
      row.open = open;
    });
  });

  // Who comes to a row, from the search for instance, comes for what it shows.
  function reveal() {
    var row = document.getElementById(page.fragment());
    if (row && row.open) row.open();
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
