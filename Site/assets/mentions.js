// Search: techniques by words that they are not called: of their descriptions, of logs, of platforms.
(() => {
  "use strict";
  const api = window.attackRelations;
  const HIGHEST = 89; // a number that means so many, and go on
  // How a technique is found by each list, and how near the top: 0 would be its id, 10 a part of its name.
  const lists = {
    described: { rank: 8.8, say: "described with" },
    channels: { rank: 8.7, say: "shows in a log as" },
    platforms: { rank: 8.9, say: "runs on" }
  };
  const REPEATED = 6.5; // a word that its description has more than once

  // A number of a packed column: see Records/Search/PrintableNumber.
  api.unpackedNumber = (character) => {
    const code = character.charCodeAt(0) - 35;
    return code > 57 ? code - 1 : code;
  };

  // Each word is written without the letters that it shares with the one before.
  function unpackedWords(text) {
    let before = "";
    return text.split("\n").map((line) =>
      before = before.slice(0, api.unpackedNumber(line.charAt(0))) + line.slice(1));
  }
  // The lists of an index, with the techniques that they count by.
  api.mentionLists = (data, techniques) => Object.keys(lists).filter((name) => data[name]?.words)
    .map((name) => ({
      name, techniques, words: unpackedWords(data[name].words), rows: data[name].entries.split("\n")
    }));

  // Calls `take` with each technique of a row, and whether the word is found there more than once.
  function readRow(row, techniques, take) {
    let at = 0;
    for (let sign = 0; sign < row.length; sign += 1) {
      const distance = api.unpackedNumber(row[sign]);
      at += distance;
      if (distance === HIGHEST) continue;
      const isRepeated = row[sign + 1] === "~";
      take(techniques[at], isRepeated);
      if (isRepeated) sign += 1;
      at += 1;
    }
  }
  // By technique where a word is found that begins so, the surest place of several. A short one, and a
  // number, must be the whole word.
  function mentionsOf(token, all) {
    const isBeginning = token.length > 3 && !/^\d+$/.test(token), found = new Map();
    for (const { name, techniques, words, rows } of all) {
      words.forEach((word, row) => {
        if (isBeginning ? !word.startsWith(token) : word !== token) return;
        readRow(rows[row], techniques, (technique, isRepeated) => {
          const rank = name === "described" && isRepeated ? REPEATED : lists[name].rank;
          if (!(found.get(technique)?.rank <= rank)) found.set(technique, { rank, name, token });
        });
      });
    }
    return found;
  }
  // What several words find so: a function from a technique to { rank, why }, or nothing if a word is neither
  // there nor `known`, the words that it is searched by otherwise.
  api.mentions = (tokens, all) => {
    const found = tokens.map((token) => token.length > 1 ? mentionsOf(token, all) : new Map());
    return (technique, known) => {
      const places = [];
      for (const [at, token] of tokens.entries()) {
        const place = found[at].get(technique);
        if (known.includes(" " + token)) continue;
        if (!place) return null;
        places.push(place);
      }
      if (!places.length) return null;
      const why = Object.entries(lists).flatMap(([name, { say }]) => {
        const words = places.filter((place) => place.name === name).map((place) => place.token);
        return words.length ? [`${say} “${words.join(" ")}”`] : [];
      });
      return { rank: Math.max(...places.map((place) => place.rank)), why: why.join(", ") };
    };
  };
})();
