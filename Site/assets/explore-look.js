// The explorer's "where to look first": what the reader's log sources show, and what would show the rest.
(() => {
  "use strict";
  const api = window.attackRelations, { explorer } = api;
  if (!explorer) return;
  const { make } = api.page;
  const { byID, distinct } = explorer;
  const SUGGESTIONS = 10; // the suggestions whose sources are ranked
  const ROWS = 6; // of a ranking

  // Of the listed, by the name of a source or a component (`part`), which show there, by their ranks.
  function ranksByName(listed, part, placesOf) {
    const ranks = new Map();
    listed.forEach((index, rank) => {
      for (const name of distinct(placesOf(index).map((place) => place[part]))) {
        if (!ranks.has(name)) ranks.set(name, []);
        ranks.get(name).push(rank);
      }
    });
    return ranks;
  }
  // The fewest that show most (greedy cover): each next one shows the most that none before it shows:
  // { name, ranks, fresh }, of which `fresh` are the ranks that it adds. Of equal ones it is the one that
  // shows more, then the first by name.
  function cover(listed, part, placesOf) {
    const ranks = ranksByName(listed, part, placesOf), left = [...ranks.keys()].sort();
    const covered = new Set(), order = [];
    const freshOf = (name) => ranks.get(name).filter((rank) => !covered.has(rank));
    const isBetter = (name, other) => {
      const gain = freshOf(name).length - freshOf(other).length;
      return gain > 0 || gain === 0 && ranks.get(name).length > ranks.get(other).length;
    };
    while (left.length) {
      const name = left.reduce((best, other) => isBetter(other, best) ? other : best);
      const fresh = freshOf(name);
      order.push({ name, ranks: ranks.get(name), fresh });
      for (const rank of fresh) covered.add(rank);
      left.splice(left.indexOf(name), 1);
    }
    return order;
  }
  const partOf = (listed) =>
    listed.some((index) => explorer.detectionsOf(index).some(({ source }) => source)) ? "source" : "component";
  const shownOf = (needed) => needed.reduce((sum, { fresh }) => sum + fresh.length, 0);
  const neededFor = (listed, placesOf) =>
    cover(listed, partOf(listed), placesOf).filter(({ fresh }) => fresh.length);

  // `A and B together show all ten`: the fewest, each of which adds one at least.
  function togetherWords(needed, total) {
    const shown = shownOf(needed), allOfThem = { 1: "it", 2: "both", 10: "all ten" }[total] ?? `all ${total}`;
    return explorer.inWords(needed.map(({ name }) => name))
      + (needed.length === 1 ? " alone shows " : " together show ")
      + (shown === total ? allOfThem : `${shown} of ${total}`);
  }
  // What shows most of the listed, as sentences without an end: by what is ticked, then by what is not.
  explorer.coverWords = (listed) => {
    const needed = neededFor(listed, explorer.places), shown = shownOf(needed);
    if (!explorer.hasTicked()) return needed.length ? [togetherWords(needed, listed.length)] : [];
    const likely = explorer.countLikely(listed);
    const had = needed.length ? togetherWords(needed, listed.length) + (likely ? `, ${likely} of them only likely` : "")
      : "None of your log sources shows any of them";
    const rest = listed.filter(explorer.isUnseen), missing = neededFor(rest, explorer.detectionsOf);
    if (shown === listed.length || !missing.length) return [had];
    const others = !needed.length ? "" : rest.length === 1 ? "The other one: " : `Of the other ${rest.length}, `;
    return [had, others + togetherWords(missing, rest.length)];
  };

  function coverItem({ name, ranks, fresh }, ranksOf, total) {
    const numbers = ranks.flatMap((rank, at) => [at ? ", " : "no. ",
      fresh.includes(rank) ? make("b", {}, String(ranksOf[rank] + 1)) : String(ranksOf[rank] + 1)]);
    return make("li", {}, make("span", {}, name),
      make("span", { "class": "x" }, make("b", {}, String(ranks.length)), ` of ${total}`),
      make("small", {}, numbers));
  }
  function coverList(title, listed, ranking, part, placesOf) {
    const ranksOf = listed.map((index) => ranking.indexOf(index));
    const items = cover(listed, part, placesOf).slice(0, ROWS)
      .map((entry) => coverItem(entry, ranksOf, listed.length));
    return items.length ? [make("h3", {}, title), make("ol", { "class": "out" }, items)] : [];
  }
  function drawLook({ ranking }) {
    const listed = ranking.slice(0, SUGGESTIONS), { sourceKind } = explorer.where;
    const kind = sourceKind.charAt(0).toUpperCase() + sourceKind.slice(1) + "s";
    const words = explorer.coverWords(listed);
    byID("look-note").textContent = words.length ? words.join(". ") + "."
      : "ATT&CK does not say where these show.";
    const own = explorer.hasTicked(), rest = listed.filter(explorer.isUnseen);
    byID("looks").replaceChildren(
      ...coverList(own ? `Your ${sourceKind}s` : kind, listed, listed, "source", explorer.places),
      ...own ? coverList("Not visible with them", rest, listed, "source", explorer.detectionsOf)
        : coverList("Data components", listed, listed, "component", explorer.places));
  }
  explorer.drawLater.push(drawLook);
})();
