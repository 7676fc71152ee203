// A box with a list below it, by the combobox pattern: the focus stays in the box, the list answers
// its text and is gone with the focus.
(function () {
  "use strict";
  var api = window.attackRelations, page = api.page;

  // What a hand of it holds:
  //   find(text): promise of the things that fit, the best first
  //   draw(option, thing): fills the option of one of them
  //   tell(things, text): what is said of them to who does not see the list
  //   pick(thing): the reader chose it
  //   enter(text): optional; the reader pressed Enter on a text that no open list answers; true if
  //     that was all
  page.combobox = function (box, list, hand) {
    var things = [], current = -1, answered = null, asked = 0;
    box.autocomplete = "off";
    box.spellcheck = false;
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    list.setAttribute("role", "listbox");

    // What is on its way comes too late then.
    function close() {
      asked += 1;
      list.hidden = true;
      current = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }
    function mark(place) {
      current = (place + things.length) % things.length;
      Array.prototype.forEach.call(list.children, function (option, index) {
        option.setAttribute("aria-selected", String(index === current));
      });
      box.setAttribute("aria-activedescendant", list.children[current].id);
      list.children[current].scrollIntoView({ block: "nearest" });
    }
    function open() {
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      mark(0);
    }
    // The promise is of whether the list answers what stands in the box; the reader may be elsewhere.
    function suggest() {
      var text = box.value, turn = asked += 1;
      return hand.find(text).catch(function () {
        page.say("The search index could not be loaded");
        return [];
      }).then(function (found) {
        if (turn !== asked || document.activeElement !== box) return false;
        things = found;
        answered = text;
        list.textContent = "";
        things.forEach(function (thing, place) {
          var option = page.make("li", { role: "option", id: list.id + "-" + place });
          hand.draw(option, thing);
          list.appendChild(option);
        });
        if (things.length) open(); else close();
        page.say(hand.tell(things, text));
        return true;
      });
    }
    function pick(thing) {
      close();
      if (thing !== undefined) hand.pick(thing);
    }
    // What Enter does: the marked one, or what the hand makes of the text, or the first that fits.
    function enter() {
      if (!list.hidden && answered === box.value) return pick(things[current]);
      if (hand.enter && hand.enter(box.value)) return close();
      box.focus();
      suggest().then(function (isAnswered) { if (isAnswered) pick(things[0]); });
    }

    close();
    box.addEventListener("input", suggest);
    box.addEventListener("focus", function () { if (box.value.trim()) suggest(); });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (list.hidden) suggest(); else mark(current + step);
      } else if (event.key === "Enter" && box.value.trim()) {
        event.preventDefault();
        enter();
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("li");
      if (option) pick(things[Array.prototype.indexOf.call(list.children, option)]);
    });
    return enter;
  };

  // The same for a technique, by id or name; the hand picks an id.
  api.techniqueBox = function (box, list, hand) {
    return page.combobox(box, list, {
      find: function (text) {
        // Several ids are no name to be found: Enter takes them as they are.
        if (api.ids(text).length > 1) return Promise.resolve([]);
        return api.find(text, function (entry) {
          return entry.kind === "technique" || entry.kind === "retired" && /^T/.test(entry.id);
        }).then(function (found) { return found.slice(0, 10); });
      },
      draw: function (option, hit) {
        var entry = hit.entry, isRetired = entry.kind === "retired";
        page.fill(option, {}, [page.make("span", { "class": "kind" }, entry.id),
          page.make("span", { "class": "name" }, entry.title, hit.why ? page.make("small", {}, " " + hit.why) : ""),
          page.make("span", { "class": "note" }, isRetired ? "retired" : page.count(entry.weight, "report"))]);
      },
      tell: function (hits, text) {
        return text.trim() ? (hits.length ? page.count(hits.length) + " found" : "No technique found") : "";
      },
      pick: function (hit) { hand.pick(hit.entry.id); },
      enter: hand.enter
    });
  };
})();
