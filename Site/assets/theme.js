// Runs in <head>, before the first paint: no flash of the wrong theme, nor of a guide that was closed
// or that, on a narrow screen, would push the answer out of sight.
((root) => {
  "use strict";
  root.classList.add("js");
  if (matchMedia("(max-width: 860px)").matches) root.classList.add("guided");
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
    if (localStorage.getItem("guided")) root.classList.add("guided");
  } catch { /* no storage: the system's theme stays */ }
})(document.documentElement);
