// Runs in <head>, before the first paint: no flash of the wrong theme.
(function (root) {
  "use strict";
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch (refused) { /* no storage: the system's theme stays */ }
})(document.documentElement);
